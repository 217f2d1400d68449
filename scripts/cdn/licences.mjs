import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

// Ids of virtual modules start with a null character.
const folderOf = id => /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];

const licenceOf = folder => {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // Licence texts of packages that name a licence without including its text.
  const own = join(import.meta.dirname, 'licences', `${name}.txt`);
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license']
    .map(f => join(folder, f))
    .concat(own)
    .find(existsSync);
  if (!file) throw new Error(`${name} has no licence file`);
  return {title: `${name} ${version} (${license})`, text: readFileSync(file, 'utf8').trim()};
};

const known = new Map();

/** Rollup plugin: writes licences.txt with the licence of every package in a CDN file. */
export const thirdPartyLicences = out => ({
  name: 'third-party-licences',
  writeBundle(_options, bundle) {
    for (const {modules} of Object.values(bundle))
      for (const [id, {renderedLength}] of Object.entries(modules ?? {})) {
        const folder = renderedLength > 0 ? folderOf(id) : undefined;
        if (folder && !known.has(folder)) known.set(folder, licenceOf(folder));
      }
    const parts = [...known.values()]
      .sort((a, b) => (a.title < b.title ? -1 : 1))
      .map(({title, text}) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`);
    const path = join(out, 'licences.txt');
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, parts.join('\n\n'));
  },
});
