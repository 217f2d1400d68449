import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** Returns the chunk name of a part; its file adds `.js`. */
export const chunkName = part => `spass-${part}`;
const chunkFile = part => `${chunkName(part)}.js`;

/** Rollup plugin: replaces the `import()` of a seam module by a call of `loadPart`. */
export const loadPartPlugin = (seam, loader, name) => ({
  name: `fetched-part ${name}`,
  load(id) {
    if (id !== seam) return null;
    const exported = [...readFileSync(seam, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)];
    if (exported.length !== 1)
      this.error(`${seam} must export one function that fetches ${name}, and nothing else`);
    return `import {loadPart} from ${JSON.stringify(loader)};
export const ${exported[0][1]} = () => loadPart(${JSON.stringify(name)}, SPASS_PARTS);`;
  },
  buildEnd(error) {
    // If nothing imports the seam module, the part would end up in the main script, or nowhere.
    if (!error && !this.getModuleInfo(seam)) this.error(`nothing imports ${seam}`);
  },
});

/** Rollup plugin: replaces the `import()` of a view by a call of `loadPart`. */
export const importViewsPlugin = (loader, parts) => ({
  name: 'fetched-views',
  transform(code, id) {
    const changed = code.replace(/\bimport\('(\.[^']+)'\)/g, (text, path) => {
      const part = parts.find(({id: entry}) => entry === join(dirname(id), path));
      return part ? `loadPart(${JSON.stringify(part.name)}, SPASS_PARTS)` : text;
    });
    if (changed === code) return null;
    return {code: `import {loadPart} from ${JSON.stringify(loader)};\n${changed}`, map: null};
  },
});

/**
 * Assigns modules to chunks. The main script gets the modules that it needs itself and those shared by several parts,
 * so that no part waits for another and nothing is duplicated; a part gets the modules shared by its inner parts; all
 * others go to the one part that needs them.
 */
export const assignChunks =
  (main, parts) =>
  (id, {getModuleInfo}) => {
    // The main script has the hash of the part, whichever part requests it.
    if (parts.some(({seam, within}) => seam === id && !within)) return 'spass-widgets';
    if (isReachable(main, id, getModuleInfo)) return 'spass-widgets';
    const users = parts.filter(part => isReachable(part.id, id, getModuleInfo));
    const outer = new Set(users.map(({name, within}) => within ?? name));
    if (outer.size > 1) return 'spass-widgets';
    const [name] = outer;
    // Modules that the outer part needs are in it, the entry included; those of one inner part go there.
    return users.length > 1 || users[0]?.name === name ? chunkName(name) : undefined;
  };

const reachableCache = new Map();

function isReachable(entry, id, getModuleInfo) {
  if (!reachableCache.has(entry)) {
    const found = new Set([entry]);
    for (const module of found)
      for (const next of getModuleInfo(module).importedIds) found.add(next);
    reachableCache.set(entry, found);
  }
  return reachableCache.get(entry).has(id);
}

/**
 * Small modules without shared state. Each part gets its own copy, so that pages without these parts do not load them.
 */
const COPIED = new Set([
  'action-label',
  'agenda',
  'commune-finder',
  'consent-request-event',
  'content-controller',
  'directive',
  'directive-helpers',
  'map-engine-controller',
  'ics-file',
  'event-format',
  'download-controller',
  'fold',
  'format-time',
  'funding',
  'geo',
  'ics',
  'instant',
  'concatenated-record-list',
  'list-attributes',
  'map-attributes',
  'basemap-controller',
  'map-controls',
  'map-frame.styles',
  'basemaps',
  'format-measures',
  'memo',
  'pagination-controller',
  'query-parameter-controller',
  'format-period',
  'picture',
  'geolocation-controller',
  'http-range-source',
  'record-name',
  'search-input-controller',
  'territory',
  'picture-comparison',
  'picture-comparison.styles',
  'tile-archive',
  'viewport-records',
]);
/** Packages that read tile archives. Few pages need them, and fewer for both records and a basemap. */
const COPIED_PACKAGES = /^(?:pmtiles|fflate|pbf|@mapbox\/(?:vector-tile|point-geometry))$/;
const isCopied = source =>
  /^lit(?:-html)?\/directives\//.test(source) ||
  COPIED_PACKAGES.test(source) ||
  source.includes('/i18n/fr/') ||
  COPIED.has(source.replace(/^.*\/|\.js$/g, ''));

/** Returns the modules of this package that a module imports statically, directly or indirectly. */
function staticImports(entry) {
  const found = new Set([entry]);
  for (const file of found)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?:.*? from )?['"](\.[^'"]+)['"]/gm,
    ))
      found.add(join(dirname(file), path));
  return found;
}

/**
 * Modules that query servers: 3.4 kB of gzip that a page with a file does not need, and few pages have servers of two
 * kinds. Each inner part that needs them gets its own copies.
 */
const COPIED_IN_INNER_PARTS =
  /\/shared\/(?:foreign-server|page-fetcher|query-plan|ignored-filters)\.js$|^\.\/(?:page-fetcher|query-plan|ignored-filters)\.js$/;

/** Rollup plugin: gives each part a copy of the small modules that it needs and the main script does not. */
export const copyModulesToParts = (main, parts) => {
  let inMain;
  let users;
  const outerOf = ({name, within}) => within ?? name;
  /** Returns the only part that a module belongs to, if any. */
  const partOf = (id, nameOf) => {
    const [file, part] = id.split('?for=');
    if (part) return nameOf(parts.find(({name}) => name === part));
    if (inMain.has(file)) return undefined;
    const names = new Set(users.filter(({files}) => files.has(file)).map(nameOf));
    return names.size === 1 ? [...names][0] : undefined;
  };
  return {
    name: 'copies-in-parts',
    buildStart() {
      inMain = staticImports(main);
      users = parts.map(part => ({...part, files: staticImports(part.id)}));
    },
    async resolveId(source, importer, options) {
      if (!importer) return null;
      const part = COPIED_IN_INNER_PARTS.test(source)
        ? partOf(importer, ({name}) => name)
        : isCopied(source) && partOf(importer, outerOf);
      if (!part) return null;
      const found = await this.resolve(source, importer.replace(/\?for=.+$/, ''), {
        ...options,
        skipSelf: true,
      });
      return found && !inMain.has(found.id) ? {...found, id: `${found.id}?for=${part}`} : null;
    },
    load(id) {
      const [file, part] = id.split('?for=');
      return part ? readFileSync(file, 'utf8') : null;
    },
  };
};

/** Rollup plugin: restricts the list of lazy tags to some tags and their attributes. */
export const restrictTags = (module, nouns, manifest) => ({
  name: 'some-tags',
  async load(id) {
    if (id !== module) return null;
    const {LAZY_TAGS, LAZY_ATTRIBUTES} = await import(module);
    const tags = nouns.map(noun => [noun, LAZY_TAGS[noun] ?? null]);
    const own = JSON.parse(readFileSync(manifest, 'utf8'))
      .modules.flatMap(({declarations}) => declarations ?? [])
      .filter(({tagName}) => nouns.some(noun => tagName === `spass-${noun}`))
      .flatMap(({attributes}) => attributes.map(({name}) => name));
    const attributes = LAZY_ATTRIBUTES.filter(name => own.includes(name));
    return `export const LAZY_TAGS=${JSON.stringify(Object.fromEntries(tags))},LAZY_ATTRIBUTES=${JSON.stringify(attributes)};`;
  },
});

/** Name of the `define` function in Rollup's AMD output; used nowhere else. */
export const DEFINE = 'SPASS_DEFINE';

/**
 * Rollup plugin: turns the AMD chunks into classic scripts without globals. The main script keeps the exports for its
 * parts in a constant; a part passes its function in an event on its own script element (src/embed/load-part.ts). An
 * inner part finds the exports of its outer part there, which also has its hash.
 */
export const wrapChunks = (banner, mainFile, currentScript, parts) => ({
  name: 'without-globals',
  generateBundle(_options, bundle) {
    // SHA-256 identifies a file as well as SHA-384 and is a third shorter: hashes do not compress.
    const hashOf = ({code}) => createHash('sha256').update(code).digest('base64');
    const hashesWithin = outer =>
      Object.fromEntries(
        parts
          .filter(({within}) => within === outer)
          .map(({name}) => [name, hashOf(bundle[chunkFile(name)])]),
      );
    // Inner parts first: their hashes are part of the text of the outer ones.
    for (const {name, within, seam} of parts.toSorted((a, b) => !a.within - !b.within)) {
      const chunk = bundle[chunkFile(name)];
      const known = [mainFile, chunkFile(within)];
      const strangers = chunk.imports.filter(file => !known.includes(file));
      if (strangers.length) this.error(`${chunk.fileName} waits for ${strangers.join(', ')}`);
      const inner = hashesWithin(name);
      // Without a seam, src/embed/cdn.ts uses the only exported class of a part; further exports are for its inner
      // parts.
      if (!seam && Object.keys(inner).length === 0 && chunk.exports.length !== 1)
        this.error(`${name} gives ${chunk.exports.join(', ')}`);
      const hashes = Object.keys(inner).length ? `const SPASS_PARTS=${JSON.stringify(inner)};` : '';
      chunk.code = `${banner}\n;(()=>{${hashes}const ${DEFINE}=(needs,make)=>(${currentScript})?.dispatchEvent(new CustomEvent("spass-part",{detail:{needs,make}}));${chunk.code.trim()}})();\n`;
    }
    const main = bundle[mainFile];
    const constants = `const SPASS_SHARED=[],SPASS_PARTS=${JSON.stringify(hashesWithin(undefined))},${DEFINE}=(needs,make)=>make(SPASS_SHARED);`;
    main.code = `${banner}\n;(()=>{"use strict";${constants}${main.code.trim()}})();\n`;
  },
});

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
