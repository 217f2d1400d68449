import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** The value for an `integrity` attribute. */
export const integrity = path =>
  `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

/** Puts a call of `loadPart` in the place of a seam module's `import()`. */
export const fetchedPart = (seam, loader, name, hash) => ({
  name: `fetched-part ${name}`,
  load(id) {
    if (id !== seam) return null;
    const exported = [...readFileSync(seam, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)];
    if (exported.length !== 1)
      this.error(`${seam} must export one function that fetches ${name}, and nothing else`);
    return `import {loadPart} from ${JSON.stringify(loader)};
export const ${exported[0][1]} = () => loadPart(${JSON.stringify(name)}, ${JSON.stringify(hash())});`;
  },
  buildEnd(error) {
    // A seam that nothing imports would leave the part inside the main script, or nowhere.
    if (!error && !this.getModuleInfo(seam)) this.error(`nothing imports ${seam}`);
  },
});

/** A second Lit would ask for a second policy "lit-html" and throw where each may be made once only. */
export const noSecondLit = name => ({
  name: 'no-second-lit',
  buildEnd() {
    const lit = [...this.getModuleIds()].find(id =>
      /\/node_modules\/lit(?:-html|-element)?\//.test(id),
    );
    if (lit) this.error(`${name} must not bring a second Lit: ${lit}`);
  },
});

const folderOf = id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];

const licenceOf = folder => {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENCE', 'license']
    .map(f => join(folder, f))
    .find(existsSync);
  if (!file) throw new Error(`${name} has no licence file`);
  return {title: `${name} ${version} (${license})`, text: readFileSync(file, 'utf8').trim()};
};

const known = new Map();

/** Writes licences.txt: the licence of every package that is inside a CDN file. */
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
