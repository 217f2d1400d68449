import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {catalogueOf} from '../../scripts/integrations/catalogue.mjs';
import {root} from '../../scripts/setup.mjs';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {WIDGET_COLLECTIONS} from '../../src/tools/snippets/settings.js';

const elements = join(root, 'src/elements');
/** Collection that each element loads first, by its noun. */
const loadedCollections = new Map(
  readdirSync(elements)
    .map(noun => [noun, join(elements, noun, `${noun}.ts`)] as const)
    .filter(([, file]) => existsSync(file))
    .flatMap(([noun, file]) => {
      const source = readFileSync(file, 'utf8');
      const collection = /readonly collection = '(\w+)'/.exec(source)?.[1];
      return collection ? [[noun, collection] as const] : [];
    }),
);

/** Widgets whose links are to other records than those that they load first. */
const OTHER_LINKS: Readonly<Record<string, string>> = {
  // It loads the programmes of the projects that it links to.
  'programme-timeline': 'projects',
  // It has the filters of the resources, in whichever view is open.
  explorer: 'resources',
};

describe('the collection of a widget’s links', () => {
  it('is that of the records which it loads, or a named exception', () => {
    assert.ok(loadedCollections.size >= 10);
    // A layer is part of a map, which has the links, and a form shows what visitors sent.
    for (const noun of ['layer', 'contribute']) loadedCollections.delete(noun);
    assert.deepEqual(
      {...Object.fromEntries(loadedCollections), ...OTHER_LINKS},
      {...WIDGET_COLLECTIONS},
    );
  });

  it('is the same in the plugins for WordPress and SPIP', () => {
    const declarations = [...Object.keys(WIDGET_COLLECTIONS), 'compare'].map(noun => ({
      tagName: `spass-${noun}`,
    }));
    const {widgets} = catalogueOf({
      widgets: parseManifest({modules: [{declarations}]}, ['fr']),
      authored: [],
      collections: WIDGET_COLLECTIONS,
      sri: {},
      version: '1',
    }) as {widgets: Readonly<Record<string, {readonly collection?: string}>>};
    for (const noun of Object.keys(widgets))
      assert.equal(widgets[noun]?.collection, WIDGET_COLLECTIONS[noun], noun);
    // PHP reads it there, and has no list of its own.
    const php = readFileSync(join(root, 'integrations/php/class-question.php'), 'utf8');
    assert.doesNotMatch(php, /'resource-list'/);
  });
});
