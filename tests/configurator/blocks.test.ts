import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {formatSnippet, snippetFormatsFor} from '../../configurator/snippets.js';
import {root} from '../../scripts/setup.mjs';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {
  createDiagnostic,
  type Diagnostic,
  type ReportDiagnostic,
  formatSentence,
} from '../../src/tools/messages/diagnostic.js';
import {loadToolMessages} from '../../src/tools/messages/load-tool-messages.js';
import {checkBlock, checkMessageOverrides} from '../../src/tools/snippets/block-checks.js';
import {blocksFor, type BlockName} from '../../src/tools/snippets/blocks.js';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {parseSnippet} from '../../src/tools/snippets/parse-snippet.js';
import {DEFAULT_SETTINGS, type SnippetSettings} from '../../src/tools/snippets/settings.js';
import {fromQuery, toQuery} from '../../src/tools/snippets/settings-query.js';

const declarations = ['resource-list', 'project-map', 'portal-cards', 'explorer', 'agenda'].map(
  noun => ({tagName: `spass-${noun}`, attributes: [{name: 'api', type: {text: 'string'}}]}),
);
const catalogue = parseManifest({modules: [{declarations}]}, supportedLanguages());
const messages = await loadToolMessages('fr');

const settings: SnippetSettings = {
  ...DEFAULT_SETTINGS,
  widget: 'project-map',
  base: 'https://exemple.fr/spass/0.1.0',
  blocks: {
    popup:
      '<h3 data-field="title" class="nom"></h3>\n<p>À <span data-field="commune.name"></span></p>',
    items: '[\n  {"id": 1, "title": "Le lavoir </script><b>", "geo": {"lat": 50.1, "lon": 3.6}}\n]',
  },
  messageOverrides: {fr: '{"more": "La suite"}', '': '{"noData": "Rien </script>"}'},
};
const read = (text: string) => parseSnippet(text, catalogue);
const codes = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({code, args}) => [code, ...args]);

/** Returns the messages about a block, as the configurator shows them. */
function faults(check: (report: ReportDiagnostic) => void): readonly string[] {
  const found: string[] = [];
  check((severity, location, ...message) =>
    found.push(formatSentence(createDiagnostic(severity, location, ...message), messages)),
  );
  return found;
}
const blockFaults = (name: BlockName, text: string) =>
  faults(report => checkBlock(name, text, report));
const sentenceFaults = (json: string, language = 'fr') =>
  faults(report => checkMessageOverrides(language, json, report));

describe('own templates, message overrides and records in a snippet', () => {
  for (const format of ['element', 'placeholder'] as const)
    it(`are written into a ${format} and read back as they were, hostile texts harmless`, () => {
      const text = formatSnippet(format, settings, {});
      assert.equal(text.match(/<script\b/g)?.length, 4);
      assert.equal(text.match(/<\/script>/g)?.length, 4);
      const {settings: again, diagnostics} = read(text);
      assert.deepEqual(
        codes(diagnostics).filter(([code]) => code !== 'noHash'),
        [],
      );
      assert.deepEqual(again?.blocks, {
        ...settings.blocks,
        items: settings.blocks.items?.replaceAll('<', '\\u003c'),
      });
      assert.deepEqual(again.messageOverrides, {
        fr: settings.messageOverrides['fr'],
        '': '{"noData": "Rien \\u003c/script>"}',
      });
      assert.equal(again.content, '');
      assert.equal(formatSnippet(format, again, {}), text);
    });

  it('need a format that keeps tags', () => {
    assert.deepEqual(snippetFormatsFor(settings), ['element', 'placeholder']);
    assert.deepEqual(
      snippetFormatsFor({...settings, blocks: {}, messageOverrides: {}}).includes('shortcode'),
      true,
    );
  });

  it('stay with the links and the content beside them', () => {
    const {settings: again} = read(`<spass-portal-cards api="https://a.example">
      <template data-for="card"><h3 data-field="title"></h3></template>
      <ul><li><a href="https://a.example/1">Un</a></li></ul>
    </spass-portal-cards>`);
    assert.deepEqual(again?.links, [{title: 'Un', url: 'https://a.example/1'}]);
    assert.deepEqual(again.blocks, {card: '<h3 data-field="title"></h3>'});
  });

  it('are kept in the address of the configurator, without code that a stranger wrote there', () => {
    assert.deepEqual(fromQuery(toQuery(settings)), settings);
    const hostile =
      '<p data-field="title" onclick="x()" class="a">A</template><script>x()</script><a href="javascript:x()" data-field="url">B</a>';
    const {blocks} = fromQuery(new URLSearchParams({'block.card': hostile}).toString());
    assert.deepEqual(blocks, {
      card: '<p data-field="title" class="a">A<a data-field="url">B</a></p>',
    });
  });

  it('are offered for the widgets that use them', () => {
    const folder = join(root, 'src/elements');
    for (const noun of readdirSync(folder)) {
      if (noun === 'parts' || noun === 'base') continue;
      const code = readdirSync(join(folder, noun))
        .map(name => readFileSync(join(folder, noun, name), 'utf8'))
        .join('');
      const kinds = [...code.matchAll(/new RecordTemplateController\([\w.]+, '(\w+)'\)/g)];
      const expected =
        noun === 'explorer' ? ['card', 'row', 'popup'] : kinds.map(([, kind]) => kind);
      assert.deepEqual(blocksFor(noun, false), expected, noun);
    }
  });

  it('are reported for a widget that does not use them', () => {
    const {settings: again, diagnostics} = read(`<spass-agenda api="https://a.example">
      <template data-for="card"><p data-field="title"></p></template>
      <template data-for="rwo"><p data-field="title"></p></template>
      <template data-for="row"><b>x</b></template>
      <script type="application/json">[1, 2</script>
    </spass-agenda>
    <script type="application/json" data-spass-messages lang="es">{"moer": "x"}</script>`);
    const found = codes(diagnostics);
    assert.deepEqual(found.slice(0, 3), [
      ['badValue', 'data-for', 'rwo', 'row', 'row'],
      ['badValue', 'data-for', 'card', 'row', undefined],
      ['templateWithoutTitle'],
    ]);
    assert.equal(found[3]?.[0], 'badJson');
    assert.deepEqual(found.slice(4), [
      ['badValue', 'lang', 'es', supportedLanguages().join(', ')],
      ['unknownSentence', 'moer', 'more'],
    ]);
    assert.deepEqual(again?.blocks, {row: '<b>x</b>', items: '[1, 2'});
  });
});

describe('the configurator names errors in a block', () => {
  it('in a template', () => {
    assert.deepEqual(
      blockFaults(
        'card',
        '<div onclick="x()" style="color:red"><script>alert("<b>")</script><custom-tag>a</custom-tag><a data-field="url" href="javascript:x()"></a></div>',
      ),
      [
        'onclick="x()" est retiré du modèle.',
        'style="color:red" est retiré du modèle.',
        '<script> est retiré du modèle.',
        '<custom-tag> est retiré du modèle.',
        'href="javascript:x()" est retiré du modèle.',
      ].map(one => one.charAt(0).toUpperCase() + one.slice(1)),
    );
    assert.match(blockFaults('row', '<p>Bonjour</p>').join(), /^Le modèle n’affiche pas le titre/);
    assert.deepEqual(blockFaults('row', ''), []);
  });

  it('in records', () => {
    assert.deepEqual(blockFaults('items', '[]'), []);
    assert.deepEqual(blockFaults('items', '{"projects": []}'), []);
    for (const json of ['{}', '3', 'null', '{"projets": []}'])
      assert.match(blockFaults('items', json).join(), /^Attendu\s: une liste de fiches/, json);
    assert.match(blockFaults('items', '[1,]').join(), /^Ce texte n’est pas du JSON\s: /);
  });

  it('in message overrides', () => {
    assert.deepEqual(
      sentenceFaults(
        '{"moer": "x", "more": 3, "shownOf": "{n} sur {total}", "results": {"one": "x"}, "noData": " ", "untitled": "x"}',
      ),
      [
        'moer n’est pas une phrase de l’interface : écrivez more.',
        'more doit être un texte.',
        'shownOf n’a pas de {n}, mais {shown}, {total}.',
        'results doit être un texte, ou un texte par forme du pluriel, dont other.',
        'noData est vide.',
        'untitled doit contenir {id}.',
      ],
    );
    assert.deepEqual(sentenceFaults('{"more": "La suite"}', 'nl-BE'), []);
    assert.match(sentenceFaults('[]').join(), /^Attendu\s: un objet JSON/);
    assert.match(sentenceFaults('{"more": "x"}', 'es').join(), /^lang\s: «\ses\s»/);
  });
});
