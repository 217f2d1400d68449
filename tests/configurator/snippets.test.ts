import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import type {Catalogue} from '../../src/tools/snippets/catalogue.js';
import type {Diagnostic} from '../../src/tools/messages/diagnostic.js';
import {parseDependentTags, parseManifest} from '../../src/tools/snippets/catalogue.js';
import {parseSnippet} from '../../src/tools/snippets/parse-snippet.js';
import {
  DEFAULT_SETTINGS,
  type SnippetSettings,
  SNIPPET_FORMATS,
  selectInPortal,
} from '../../src/tools/snippets/settings.js';
import {fromQuery, toQuery} from '../../src/tools/snippets/settings-query.js';
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
            attribute('limit', 'number', '12', 'Number of records shown first, 1 to 500.'),
            attribute('heading-level', 'number', '3', 'Level of the headings, 2 to 6.'),
            attribute('sync-url', 'boolean', 'false'),
            attribute('skin', "'plain' | 'dsfr' | 'caue'", "'plain'"),
            attribute('paging', "'more' | 'pages'", "'more'"),
            attribute('sort', "'' | 'title' | '-title'", "''"),
            attribute('family', 'string', "''"),
            attribute('facets', 'string', "''"),
            attribute('source', 'string', "''"),
            attribute(
              'tiles',
              'string',
              "'none'",
              'The background: `none`, `ign`, or a template with `{z}`.',
            ),
          ],
        },
        {
          tagName: 'spass-project-map',
          attributes: [attribute('api', 'string', "''"), attribute('tiles', 'string', "'none'")],
        },
        {
          tagName: 'spass-portal',
          attributes: [
            attribute('api', 'string', "''"),
            attribute('skin', "'plain' | 'caue'", "''"),
            attribute('languages', 'string', "''"),
          ],
        },
        {
          tagName: 'spass-layer',
          attributes: [
            attribute('api', 'string', "''"),
            attribute('label', 'string', "''"),
            attribute('min-zoom', 'number | undefined', '', 'Zoom, 2 to 19.'),
          ],
        },
      ],
    },
  ],
};
const languages = supportedLanguages();
const catalogue: Catalogue = parseManifest(manifest, languages);
const dependent: Catalogue = parseDependentTags(manifest, languages);

const settings: SnippetSettings = {
  widget: 'resource-list',
  attributes: {api: 'https://exemple.fr/api', limit: '6', 'sync-url': '', q: 'Écluse "A" & <b>'},
  colours: {},
  links: [{title: 'Les abris & le canal', url: 'https://exemple.fr/?a=1&b=2'}],
  content: '',
  layers: [],
  blocks: {},
  portal: undefined,
  messageOverrides: {},
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
      ['heading-level', 'number'],
      ['sync-url', 'flag'],
      ['skin', 'choice', 'plain', 'dsfr', 'caue'],
      ['paging', 'choice', 'more', 'pages'],
      ['sort', 'choice', 'title', '-title'],
      ['family', 'text'],
      ['facets', 'text'],
      ['source', 'text'],
      ['tiles', 'text'],
      ['lang', 'choice', ...languages],
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

  for (const shape of SNIPPET_FORMATS)
    it(`carries its colours, which come back when it is pasted: ${shape}`, () => {
      const colours = {'--spass-link': '#1f5fa6', '--spass-acteur': '#0a0b0c'};
      const written = formatSnippet(shape, {...settings, colours}, hashes);
      const {settings: read, diagnostics} = parseSnippet(written, catalogue);
      assert.deepEqual(read?.colours, colours);
      assert.deepEqual(
        messagesOf(diagnostics).filter(([code]) => code !== 'noHash'),
        [],
      );
    });

  it('has a rule for the colours too, for sites whose policy forbids inline styles', () => {
    const coloured = {...settings, colours: {'--spass-link': '#1f5fa6'}};
    const rule = colourRule(coloured);
    assert.equal(rule, 'spass-resource-list {\n  --spass-link: #1f5fa6;\n}');
    const pasted = `<style>${rule}</style>\n${formatSnippet('element', settings, hashes)}`;
    assert.deepEqual(parseSnippet(pasted, catalogue).settings?.colours, coloured.colours);
    assert.doesNotMatch(formatSnippet('element', settings, hashes), /style=/);
  });

  it('reads nothing but colours from a style', () => {
    const {settings: read} = parseSnippet(
      '<spass-resource-list style="color: red; --spass-link: url(//evil.example); --spass-ink:#ABC">',
      catalogue,
    );
    assert.deepEqual(read?.colours, {'--spass-ink': '#abc'});
  });

  it('gives a frame the permissions that the widget needs, and no other', () => {
    const frameOf = (widget: string) => formatSnippet('frame', {...settings, widget}, {}, 'T');
    assert.match(frameOf('agenda'), /sandbox="[^"]*\ballow-downloads\b/);
    assert.match(frameOf('project-map'), / allow="geolocation"[\s\S]* allowfullscreen/);
    assert.doesNotMatch(frameOf('portal-cards'), /downloads|geolocation|fullscreen/);
    assert.doesNotMatch(frameOf('contribute'), /camera/);
    const attributes = {...settings.attributes, series: 'place'};
    const retake = {...settings, widget: 'contribute', attributes};
    assert.match(formatSnippet('frame', retake, {}, 'T'), / allow="geolocation; camera"/);
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
    const compare = {...settings, widget: 'compare'};
    assert.deepEqual(policyDirectives(compare, 'https://exemple.fr/')[3], "connect-src 'self'");
    const inPage = policyDirectives({...compare, attributes: {}}, 'https://exemple.fr/');
    assert.ok(!inPage.some(one => one.startsWith('connect-src')), 'pictures of the page');
    assert.deepEqual(
      framePolicyDirectives(settings, 'https://mairie.fr/')[0],
      "frame-src 'self' https://exemple.fr",
    );
  });

  it('is stored in a URL', () => {
    const {attributes} = settings;
    const beside = {
      widget: 'agenda',
      attributes: {q: 'é&='},
      links: [],
      content: '',
      layers: [],
      blocks: {},
    };
    const kept = {
      ...settings,
      links: [],
      colours: {'--spass-color-link': '#1f5fa6'},
      attributes,
      layers: [
        {attributes: {api: '/arbres.json', label: 'Arbres & haies'}, items: ''},
        {attributes: {}, items: '[{"id": 1, "title": "Orme & tilleul"}]'},
      ],
      portal: {
        attributes: {api: '/api'},
        before: [beside],
        after: [{...beside, layers: [{attributes: {}, items: '[]'}]}],
      },
    };
    assert.deepEqual(fromQuery(toQuery(kept)), kept);
    assert.deepEqual(fromQuery('').widget, DEFAULT_SETTINGS.widget);
  });
});

const messagesOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({code, args}) => [code, ...args]);

describe('a snippet pasted back', () => {
  const read = (text: string) => parseSnippet(text, catalogue, dependent);

  for (const [attributes, message, corrected] of [
    ['limit="beaucoup"', ['badNumber', 'limit', 'beaucoup', 1, 500, undefined], {}],
    ['limit="0"', ['badNumber', 'limit', '0', 1, 500, '1'], {limit: '1'}],
    ['limit="1 000"', ['badNumber', 'limit', '1 000', 1, 500, '500'], {limit: '500'}],
    ['limit="-3"', ['badNumber', 'limit', '-3', 1, 500, '3'], {limit: '3'}],
    ['heading-level="9"', ['badNumber', 'heading-level', '9', 2, 6, '6'], {'heading-level': '6'}],
    [
      'tiles="ing"',
      [
        'badValue',
        'tiles',
        'ing',
        'none, ign, ign-ortho, osm-be, https://…/{z}/{x}/{y}.png, https://….pmtiles',
        'ign',
      ],
      {tiles: 'ign'},
    ],
  ] as const)
    it(`names a wrong value, with those that are possible: ${attributes}`, () => {
      const {settings: found, diagnostics} = read(`<spass-resource-list ${attributes}>`);
      assert.deepEqual(messagesOf(diagnostics), [message]);
      assert.deepEqual(found?.attributes, corrected);
    });

  for (const [attributes, named, corrected] of [
    ['family="acteur, projt, lieu"', [['projt', 'projet'], ['lieu']], {family: 'acteur,projet'}],
    ['facets="type,tpye"', [['tpye', 'type']], {facets: 'type'}],
    ['facets="genre"', [['genre']], {}],
    ['source="geojson excel"', [['excel']], {source: 'geojson'}],
    ['facets="theme type"', [['theme type', 'theme,type']], {facets: 'theme,type'}],
    ['source="iCal"', [['iCal', 'ics']], {source: 'ics'}],
    ['paging="none"', [['none']], {}],
    ['lang="fr_BE"', [['fr_BE', 'fr-BE']], {lang: 'fr-BE'}],
    ['source="cvs"', [['cvs', 'csv']], {source: 'csv'}],
    ['lang="es"', [['es']], {}],
    ['lang="frx"', [['frx', 'fr']], {lang: 'fr'}],
    ['skin="DSFR"', [['DSFR', 'dsfr']], {skin: 'dsfr'}],
    [
      'api="https://a.example/api b.example/api"',
      [['b.example/api', 'https://b.example/api']],
      {api: 'https://a.example/api https://b.example/api'},
    ],
    [
      'api="htp://a.example"',
      [['htp://a.example', 'https://a.example']],
      {api: 'https://a.example'},
    ],
  ] as const)
    it(`names the entries of a list that are wrong, and keeps the others: ${attributes}`, () => {
      const {settings: found, diagnostics} = read(`<spass-resource-list ${attributes}>`);
      const faults = diagnostics.map(({args}) => [args[1], args[3]].filter(Boolean));
      assert.deepEqual([faults, found?.attributes], [named, corrected]);
    });

  it('suggests no other language for an unsupported one', () => {
    const {settings: found, diagnostics} = read(
      '<spass-portal languages="fr-BE es"><spass-resource-list></spass-resource-list></spass-portal>',
    );
    assert.deepEqual(messagesOf(diagnostics), [
      ['badValue', 'languages', 'es', languages.join(', '), undefined],
    ]);
    assert.deepEqual(found?.portal?.attributes, {languages: 'fr-BE'});
  });

  for (const [name, noun] of [
    ['spass-map', 'project-map'],
    ['spass-spass-resource-list', 'resource-list'],
    ['spass-resource-lists', 'resource-list'],
    ['spass-liste', undefined],
  ] as const)
    it(`finds the widget that a tag means: ${name}`, () => {
      const {settings: found, diagnostics} = read(`<${name}></${name}>`);
      assert.deepEqual(messagesOf(diagnostics), [['unknownWidget', name.slice(6), noun]]);
      assert.equal(found?.widget, noun);
    });

  it('of a frame keeps its folder, also without the script', () => {
    const frame =
      '<iframe src="https://a.example/v1/embed.html?widget=resource-list&q=a"></iframe>';
    assert.equal(read(frame).settings?.base, 'https://a.example/v1');
    assert.deepEqual(messagesOf(read(frame.replace('widget', 'wigdet')).diagnostics), [
      ['noSnippet'],
    ]);
  });

  it('keeps a basemap of one’s own', () => {
    for (const tiles of ['none', 'osm-be', '/fonds/{z}/{x}/{y}.webp', 'nord.pmtiles', '']) {
      const {settings: found, diagnostics} = read(`<spass-resource-list tiles="${tiles}">`);
      assert.deepEqual([found?.attributes['tiles'], diagnostics], [tiles, []]);
    }
  });

  for (const [shape, text] of [
    [
      'element',
      `<p>Avant</p>
<spass-portal api="https://exemple.fr/api" skin="caue" style="--spass-link: #123456">
  <spass-resource-list limit="6"><ul><li><a href="https://exemple.fr/1">Un</a></li></ul></spass-resource-list>
  <div class="colonne"><spass-project-map tiles="ign">
    <spass-layer api="/arbres.geojson" label="Arbres"></spass-layer>
    <spass-layer api="/bancs.geojson" label="Bancs" min-zoom="30"></spass-layer>
  </spass-project-map></div>
</spass-portal>`,
    ],
    [
      'placeholder',
      `<div data-spass="portal" data-api="https://exemple.fr/api" data-skin="caue" data-colours="link: #123456">
  <div data-spass="resource-list" data-limit="6"><ul><li><a href="https://exemple.fr/1">Un</a></li></ul></div>
  <div><div data-spass="project-map" data-tiles="ign">
    <div data-spass="layer" data-api="/arbres.geojson" data-label="Arbres"></div>
    <div data-spass="layer" data-api="/bancs.geojson" data-label="Bancs" data-min-zoom="30"></div>
  </div></div>
</div>`,
    ],
  ] as const)
    it(`is read with all widgets of its portal, and the layers of its map: ${shape}`, () => {
      const {settings: found, diagnostics} = read(text);
      assert.deepEqual(
        messagesOf(diagnostics).filter(([code]) => code !== 'relativeAddress'),
        [['badNumber', 'min-zoom', '30', 2, 19, '19']],
      );
      assert.ok(found);
      assert.deepEqual([found.widget, found.attributes], ['resource-list', {limit: '6'}]);
      assert.deepEqual(found.links, [{title: 'Un', url: 'https://exemple.fr/1'}]);
      assert.deepEqual(found.colours, {'--spass-link': '#123456'});
      assert.deepEqual(found.portal?.attributes, {api: 'https://exemple.fr/api', skin: 'caue'});
      assert.deepEqual(found.portal.after, [
        {
          widget: 'project-map',
          attributes: {tiles: 'ign'},
          links: [],
          content: '',
          layers: [
            {attributes: {api: '/arbres.geojson', label: 'Arbres'}, items: ''},
            {attributes: {api: '/bancs.geojson', label: 'Bancs', 'min-zoom': '19'}, items: ''},
          ],
          blocks: {},
        },
      ]);
      // Written and read again, it is the same.
      const again = read(formatSnippet(shape, found, {})).settings;
      assert.deepEqual({...again, base: ''}, {...found, base: ''});
      // Whichever of its widgets is edited.
      const other = selectInPortal(found, 1);
      assert.equal(other.widget, 'project-map');
      assert.equal(formatSnippet(shape, other, {}), formatSnippet(shape, found, {}));
    });

  for (const format of ['element', 'placeholder'] as const)
    it(`keeps the records inside each layer, in their order: ${format}`, () => {
      const trees = '[{"id": 1, "title": "Orme </div><spass-agenda>", "geo": null}]';
      const layers = [
        {attributes: {label: 'Arbres'}, items: trees},
        {attributes: {api: '/bancs.geojson'}, items: ''},
        {attributes: {label: 'Mares', 'min-zoom': '12'}, items: '{"resources": []}'},
        {attributes: {label: 'À faire'}, items: ''},
      ];
      const map = {...settings, widget: 'project-map', attributes: {}, links: [], layers};
      const written = formatSnippet(format, {...map, blocks: {items: '[]'}}, {});
      const {settings: found, diagnostics} = read(written);
      assert.deepEqual(
        messagesOf(diagnostics).filter(([code]) => code !== 'noHash'),
        [['relativeAddress', '/bancs.geojson']],
      );
      const [first, ...others] = layers;
      const escaped = trees.replaceAll('<', '\\u003c');
      assert.deepEqual(found?.layers, [{...first, items: escaped}, ...others]);
      assert.deepEqual(found.blocks, {items: '[]'});
      assert.equal(formatSnippet(format, found, {}), written);
      assert.deepEqual(fromQuery(toQuery(found)), found);
    });

  it('with records inside is understood as an editor escapes it', () => {
    const {settings: found} = read(
      '&lt;spass-project-map&gt;&lt;spass-layer label=&quot;Bancs&quot;&gt;&lt;script type=&quot;application/json&quot;&gt;[{&quot;id&quot;: 1}]&lt;/script&gt;&lt;/spass-layer&gt;&lt;/spass-project-map&gt;',
    );
    assert.deepEqual(found?.layers, [{attributes: {label: 'Bancs'}, items: '[{"id": 1}]'}]);
  });

  it('of several widgets without a portal is read in part, which is reported', () => {
    const {diagnostics} = read('<spass-resource-list></spass-resource-list><spass-project-map>');
    assert.deepEqual(messagesOf(diagnostics), [['several', 2]]);
  });

  it('gets a correction of each mistake', () => {
    const {settings: found, diagnostics} = read(
      '<script src="https://x.fr/latest/spass-widgets.js"></script>' +
        '<spass-ressource-list apii="https://exemple.fr/api" limit="six" skin="DFSR" onclick="x()">',
    );
    assert.deepEqual(messagesOf(diagnostics), [
      ['unknownWidget', 'ressource-list', 'resource-list'],
      ['unknownAttribute', 'apii', 'api'],
      ['badNumber', 'limit', 'six', 1, 500, undefined],
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
