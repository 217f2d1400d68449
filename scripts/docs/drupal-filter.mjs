// Writes the attributes that the text filter of Drupal must allow into docs/guide/drupal.md, from the manifest of a
// build: node scripts/docs/drupal-filter.mjs
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from '../setup.mjs';

const PAGE = join(root, 'docs/guide/drupal.md');

/** Returns the tag to allow: a placeholder with the attributes of all widgets that can stand in an article. */
export const drupalFilter = manifest => {
  const attributes = manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName = ''}) => tagName && !/^spass-(?:portal|layer)$/.test(tagName))
    .flatMap(({attributes: own = []}) => own.map(({name}) => `data-${name}`));
  return `<div data-spass ${[...new Set(['data-lang', ...attributes])].sort().join(' ')}>`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const text = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, text.replace(/^<div data-spass data-[\w -]+>/m, drupalFilter(manifest)));
}
