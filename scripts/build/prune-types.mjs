// Deletes declarations that no entry point of the package reaches: `exports` allows no other import, and they would be a
// tenth of the package.
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.js['"]/g;

const declarationsIn = folder =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.d.ts'));

/** Returns the declarations, relative to a folder, that some of them import, with these. */
export function reachableTypes(folder, entries) {
  const found = new Set();
  const visit = name => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, path] of readFileSync(join(folder, name), 'utf8').matchAll(IMPORT))
      visit(relative(folder, join(folder, dirname(name), `${path}.d.ts`)).replaceAll('\\', '/'));
  };
  entries.forEach(visit);
  return found;
}

/** Returns the declarations of the entry points, relative to dist/. */
const entriesOf = ({exports}, all) =>
  Object.values(exports)
    .flatMap(({types}) => types ?? [])
    .map(types => types.replace('./dist/', ''))
    .flatMap(types => {
      const [start, end] = types.split('*');
      return end === undefined
        ? [types]
        : all.filter(
            name => name.startsWith(start) && !name.slice(start.length, -end.length).includes('/'),
          );
    });

/** Deletes the declarations in the output of the build that the entry points of a package.json do not reach. */
export function pruneTypes(out, pack) {
  const all = declarationsIn(out);
  const kept = reachableTypes(out, entriesOf(pack, all));
  for (const name of all) if (!kept.has(name)) rmSync(join(out, name));
}
