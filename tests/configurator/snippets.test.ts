import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Catalogue} from '../../src/tools/snippets/catalogue.js';
import type {Diagnostic} from '../../src/tools/messages/diagnostic.js';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {parseSnippet} from '../../src/tools/snippets/parse-snippet.js';
import {
  DEFAULT_SETTINGS,
  fromQuery,
  type SnippetSettings,
  SNIPPET_FORMATS,
  toQuery,
} from '../../src/tools/snippets/settings.js';
import {colourRule, formatSnippet} from '../../configurator/snippets.js';
import {
  framePolicyDirectives,
  policyDirectives,
} from '../../configurator/content-security-policy.js';

const attribute = (name: string, type: string, standard: string, description = '') => ({
  name,
  type: {text: type},
  default: standard,
  description,
});

const manifest = {
  modules: [
    {
      declarations: [
        {
          tagName: 'spass-resource-list',
          attributes: [
            attribute('api', 'string', "''"),
            attribute('q', 'string', "''"),
            attribute('limit', 'number', '12'),
            attribute('sync-url', 'boolean', 'false'),
            attribute('skin', "'plain' | 'dsfr' | 'caue'", "'plain'"),
            attribute('paging', "'more' | 'pages'", "'more'"),
            attribute('sort', "'' | 'title' | '-title'", "''"),
            attribute(
              'tiles',
              'string',
              "'none'",
              'The background: `none`, `ign`, or a template with `{z}`.',
            ),
          ],
        },
        {tagName: 'spass-portal', attributes: []},
      ],
    },
  ],
};
const catalogue: Catalogue = parseManifest(manifest, ['fr', 'nl', 'en', 'de']);

const settings: SnippetSettings = {
  widget: 'resource-list',
  attributes: {api: 'https://exemple.fr/api', limit: '6', 'sync-url': '', q: 'Écluse "A" & <b>'},
  colours: {},
  links: [{title: 'Les abris & le canal', url: 'https://exemple.fr/?a=1&b=2'}],
  content: '',
  base: 'https://exemple.fr/spass/0.1.0',
};
const hashes = {'spass-widgets.js': 'sha384-AAA', 'spass-widgets.css': 'sha384-BBB'};

describe('the catalogue of the configurator', () => {
  it('describes the values of each attribute', () => {
    const {attributes} = catalogue.get('resource-list')!;
    const kinds = [...attributes.values()].map(({name, kind, choices}) => [name, kind, ...choices]);
    assert.deepEqual(kinds, [
      ['api', 'text'],
      ['q', 'text'],
      ['limit', 'number'],
      ['sync-url', 'flag'],
      ['skin', 'choice', 'plain', 'dsfr', 'caue'],
      ['paging', 'choice', 'more', 'pages'],
      ['sort', 'choice', 'title', '-title'],
      ['tiles', 'text'],
      ['lang', 'choice', 'fr', 'nl', 'en', 'de'],
    ]);
    assert.equal(catalogue.has('portal'), false);
  });
});

describe('a snippet of the configurator', () => {
  it('is a tag with the script, its hash and fallback content', () => {
    assert.equal(
      formatSnippet('element', settings, hashes),
      `<link rel="stylesheet" href="https://exemple.fr/spass/0.1.0/spass-widgets.css" integrity="sha384-BBB" crossorigin="anonymous">
<script src="https://exemple.fr/spass/0.1.0/spass-widgets.js" integrity="sha384-AAA" crossorigin="anonymous" defer></script>

<spass-resource-list
  api="https://exemple.fr/api"
  limit="6"
  sync-url
  q="Écluse &quot;A&quot; &amp; &lt;b&gt;">
  <a href="https://exemple.fr/?a=1&amp;b=2">Les abris &amp; le canal</a>
</spass-resource-list>`,
    );
  });

  for (const shape of SNIPPET_FORMATS)
    it(`can be parsed back unchanged: ${shape}`, () => {
      const title = 'Ressources';
      const {
        settings: read,
        format: found,
        diagnostics: faults,
      } = parseSnippet(
        formatSnippet(shape, settings, {...hashes, 'spass-iframe.js': 'sha384-CCC'}, title),
        catalogue,
      );
      assert.equal(found, shape);
      assert.deepEqual(faults, []);
      assert.deepEqual(read?.attributes, settings.attributes);
      assert.equal(read.widget, 'resource-list');
      if (shape === 'element' || shape === 'placeholder')
        assert.deepEqual([read.links, read.base], [settings.links, settings.base]);
    });

  it('can be parsed back unchanged, for any search text', () => {
    // An attribute editor turns line breaks into spaces; characters that no page can display are excluded.
    const text = fc
      .string({unit: 'grapheme', minLength: 1})
      .filter(q => q.trim() === q && !/[\p{Cc}“”„‟″«»]/u.test(q) && !/&[#\w]+;/.test(q));
    fc.assert(
      fc.property(text, fc.constantFrom(...SNIPPET_FORMATS), (q, shape) => {
        const written = formatSnippet(shape, {...settings, attributes: {q}}, hashes, 'T');
        assert.equal(parseSnippet(written, catalogue).settings?.attributes['q'], q);
      }),
      {numRuns: 600, seed: 7},
    );
  });

  it('leaves colours to the style sheet of the site', () => {
    const coloured = {...settings, colours: {'--spass-color-link': '#1f5fa6'}};
    assert.equal(colourRule(coloured), 'spass-resource-list {\n  --spass-color-link: #1f5fa6;\n}');
    assert.doesNotMatch(formatSnippet('element', coloured, hashes), /style=/);
  });

  it('lists the sources that a strict policy must allow', () => {
    const mapped = {...settings, attributes: {...settings.attributes, tiles: 'ign'}};
    assert.deepEqual(policyDirectives(mapped, 'https://mairie.fr/'), [
      "script-src 'self' https://exemple.fr",
      "style-src 'self' https://exemple.fr",
      "img-src 'self' https://exemple.fr data: https://data.geopf.fr",
      "connect-src 'self' https://exemple.fr",
      'trusted-types lit-html spass-widgets',
    ]);
    assert.deepEqual(policyDirectives(settings, 'https://exemple.fr/')[3], "connect-src 'self'");
    assert.deepEqual(
      framePolicyDirectives(settings, 'https://mairie.fr/')[0],
      "frame-src 'self' https://exemple.fr",
    );
  });

  it('is stored in a URL', () => {
    const {attributes} = settings;
    const kept = {...settings, links: [], colours: {'--spass-color-link': '#1f5fa6'}, attributes};
    assert.deepEqual(fromQuery(toQuery(kept)), kept);
    assert.deepEqual(fromQuery('').widget, DEFAULT_SETTINGS.widget);
  });
});

describe('a snippet pasted back', () => {
  const read = (text: string) => parseSnippet(text, catalogue);
  const messagesOf = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({code, args}) => [code, ...args]);

  it('gets a correction of each mistake', () => {
    const {settings: found, diagnostics} = read(
      '<script src="https://x.fr/latest/spass-widgets.js"></script>' +
        '<spass-ressource-list apii="https://exemple.fr/api" limit="six" skin="DFSR" onclick="x()">',
    );
    assert.deepEqual(messagesOf(diagnostics), [
      ['unknownWidget', 'ressource-list', 'resource-list'],
      ['unknownAttribute', 'apii', 'api'],
      ['badValue', 'limit', 'six', '0–9', undefined],
      ['badValue', 'skin', 'DFSR', 'plain, dsfr, caue', 'dsfr'],
      ['unknownAttribute', 'onclick', undefined],
      ['movingAddress', 'https://x.fr/latest/spass-widgets.js'],
      ['noHash'],
    ]);
    assert.deepEqual(found?.attributes, {api: 'https://exemple.fr/api', skin: 'dsfr'});
  });

  it('is understood after changes by an editor', () => {
    for (const text of [
      '&lt;spass-resource-list api=&quot;https://exemple.fr/api&quot; limit=&quot;6&quot;&gt;',
      '<spass-resource-list api=“https://exemple.fr/api” limit=”6″>',
      '<div data-spass=&amp;quot;resource-list&amp;quot; data-api=&amp;quot;https://exemple.fr/api&amp;quot; data-limit=&amp;quot;6&amp;quot;></div>',
    ]) {
      const {settings: found, diagnostics} = read(text);
      assert.deepEqual(found?.attributes, {api: 'https://exemple.fr/api', limit: '6'}, text);
      assert.deepEqual(messagesOf(diagnostics), [['repaired']], text);
    }
  });

  it('is reported as escaped twice, and parsed as intended', () => {
    const {settings: found, diagnostics} = parseSnippet(
      '<spass-resource-list api="https://exemple.fr/api?a=1&amp;amp;b=2" q="&amp;quot;canal&amp;quot;"></spass-resource-list>',
      catalogue,
    );
    assert.deepEqual(
      messagesOf(diagnostics).filter(([code]) => code !== 'noHash'),
      [['repaired']],
    );
    assert.ok(found);
    assert.equal(found.attributes['api'], 'https://exemple.fr/api?a=1&b=2');
    assert.equal(found.attributes['q'], '"canal"');
  });

  it('with a repeated name is reported, and the last value is used', () => {
    for (const text of [
      '<iframe src="https://exemple.fr/embed.html?widget=resource-list&amp;limit=6&amp;q=a&amp;limit=3"></iframe>',
      '[spass widget="resource-list" limit="6" q="a" limit="3"]',
      '<spass|widget=resource-list|limit=6|q=a|limit=3>',
    ]) {
      const {settings: found, diagnostics} = read(text);
      assert.deepEqual(messagesOf(diagnostics), [['repeated', 'limit']], text);
      assert.deepEqual(found?.attributes, {limit: '3', q: 'a'}, text);
    }
  });

  it('without any of our tags is reported as such', () => {
    for (const text of ['', '<p>Bonjour</p>', '<script src="/spass-widgets.js"></script>'])
      assert.deepEqual(messagesOf(read(text).diagnostics), [['noSnippet']]);
  });

  it('never causes an exception, whatever it is', () => {
    const pieces = [
      '<spass-',
      '<spass|',
      '[spass ',
      'data-spass',
      '=',
      '"',
      '“',
      '>',
      '&lt;',
      '|',
      ' api',
      '<!-- wp:spass-widgets/widget {',
      '} -->',
      '<iframe src="/embed.html?',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), parts => {
        read(parts.join(''));
      }),
      {numRuns: 2000, seed: 7},
    );
  });
});
