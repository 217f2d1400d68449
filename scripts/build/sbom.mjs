// Generates dist/sbom.cdx.json: a CycloneDX software bill of materials. Reproducible: no time stamp, no serial number.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../setup.mjs';

const read = path => readFileSync(path, 'utf8');

/** Licence files of a build, which list the included packages with a title each: `lit 3.3.3 (BSD-3-Clause)`. */
const LICENCES = {
  cdn: 'cdn/licences.txt',
  configurateur: 'configurateur/licences.txt',
  cli: 'tools/cli/prerender/licences.txt',
};

/** Returns the packages named in a licence file. */
export const packagesIn = text =>
  [...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+[\w.+-]*) \([^\n]*\)\n-+\n/gm)].map(
    ([, name, version]) => `${name}@${version}`,
  );

/** Converts `sha512-…` of a lock file to the format of CycloneDX. */
const hashesOf = (integrity = '') =>
  integrity
    .split(' ')
    .filter(one => one.startsWith('sha512-'))
    .map(one => ({alg: 'SHA-512', content: Buffer.from(one.slice(7), 'base64').toString('hex')}));

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licencesOf = license =>
  /^[\w.-]+$/.test(license) ? [{license: {id: license}}] : [{expression: license}];

/** Returns the packages of the lock file, by name and version. */
const lockedPackages = lock =>
  new Map(
    Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .map(([path, entry]) => {
        const name = entry.name ?? path.replace(/^.*node_modules\//, '');
        return [`${name}@${entry.version}`, {...entry, name}];
      }),
  );

/**
 * Returns the packages that npm installs with this one, as keys of the lock file. Those of a workspace are installed with
 * that workspace only.
 */
function runtimePackages({packages}) {
  const found = new Set();
  const visit = (name, parent) => {
    const path = [`${parent}/node_modules/${name}`, `node_modules/${name}`].find(
      one => one in packages,
    );
    if (!path || found.has(path)) return;
    found.add(path);
    for (const next of Object.keys(packages[path].dependencies ?? {})) visit(next, path);
  };
  for (const name of Object.keys(packages[''].dependencies)) visit(name, '');
  return [...found];
}

/** Returns the bill of materials, from the output of a build and the lock file. */
export function sbomOf(dist) {
  const {name, version, license} = JSON.parse(read(join(root, 'package.json')));
  const lock = JSON.parse(read(join(root, 'package-lock.json')));
  const locked = lockedPackages(lock);
  const places = new Map();
  const put = (key, place) => {
    if (!locked.has(key)) throw new Error(`sbom: ${key} is shipped, and not in the lock file`);
    places.set(key, [...(places.get(key) ?? []), place]);
  };
  // First the runtime dependencies, then the bundled packages.
  for (const path of runtimePackages(lock))
    put(`${path.replace(/^.*node_modules\//, '')}@${lock.packages[path].version}`, 'npm');
  for (const [place, path] of Object.entries(LICENCES))
    for (const key of packagesIn(read(join(dist, path)))) put(key, place);
  const libraries = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, where]) => {
      const entry = locked.get(key);
      const purl = purlOf(entry.name, entry.version);
      return {
        type: 'library',
        'bom-ref': purl,
        name: entry.name,
        version: entry.version,
        licenses: licencesOf(entry.license),
        hashes: hashesOf(entry.integrity),
        purl,
        properties: where.map(place => ({name: 'spass-widgets:in', value: place})),
      };
    });
  const files = readdirSync(join(dist, 'cdn'))
    .sort()
    .map(file => ({
      type: 'file',
      'bom-ref': `cdn/${file}`,
      name: `cdn/${file}`,
      hashes: [
        {
          alg: 'SHA-384',
          content: createHash('sha384')
            .update(readFileSync(join(dist, 'cdn', file)))
            .digest('hex'),
        },
      ],
    }));
  const own = purlOf(name, version);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': own,
        name,
        version,
        licenses: licencesOf(license),
        purl: own,
      },
    },
    components: [...libraries, ...files],
    dependencies: [{ref: own, dependsOn: libraries.map(one => one['bom-ref'])}],
  };
}

export const writeSbom = dist =>
  writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(dist))}\n`);
