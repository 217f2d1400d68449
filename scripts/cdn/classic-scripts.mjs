import {createHash} from 'node:crypto';
import MagicString from 'magic-string';
import {walk} from './walk.mjs';

/**
 * Expression for the running script, with the native getter: an image named "currentScript" shadows the property, and
 * MooTools defines its own `Document`.
 */
const CURRENT_SCRIPT = 'Reflect.get(Object.getPrototypeOf(document), "currentScript", document)';
const START_PART = `${CURRENT_SCRIPT}?.dispatchEvent(new CustomEvent("spass-part", {detail: SPASS`;

/** Placeholder of the hashes of a script's own parts, until their files are complete. */
const HASHES = /(["'`])SPASS_HASHES\1/;

/** Number of scripts up to which each has the hash of a part that they load, so that the main script has none of it. */
const MAX_HOLDERS = 3;

/** Returns the scripts that a script loads: the targets of `import()`, and the shared parts that these need. */
const partsLoadedBy = (file, {partOf}, chunks) => [
  ...new Set(chunks[file].dynamicImports.flatMap(part => [...partOf(part).needs, part])),
];

/** True if a script is loaded, directly or not, after another one. */
const canLoad = (file, target, options, chunks, seen = new Set()) =>
  partsLoadedBy(file, options, chunks).some(part => {
    if (part === target) return true;
    if (seen.has(part)) return false;
    seen.add(part);
    return canLoad(part, target, options, chunks, seen);
  });

/**
 * Returns the parts that a script has the hashes of, sorted, so that the same sources give the same bytes. The few
 * scripts that load a part have its hash each; else it is in the innermost script that is always loaded before.
 */
const partsHeldBy = (file, options, chunks) =>
  Object.keys(chunks)
    .filter(part => {
      const {mainFile, partOf} = options;
      if (part === mainFile) return false;
      const loaders = Object.keys(chunks).filter(one =>
        partsLoadedBy(one, options, chunks).includes(part),
      );
      const isHeldByLoaders =
        loaders.length > 0 &&
        loaders.length <= MAX_HOLDERS &&
        // A script cannot have the hash of one that has its own.
        !loaders.some(loader => loader === mainFile || canLoad(part, loader, options, chunks));
      return isHeldByLoaders ? loaders.includes(file) : partOf(part).outer === file;
    })
    .sort();

/**
 * Code before the modules of each script. MooTools replaces `Event` with its own class, which cannot construct native
 * events.
 */
export const nativeEvent = 'const Event = /*#__PURE__*/ (() => Object.getPrototypeOf(UIEvent))();';

/**
 * Code around the main script, inside its function but outside its modules: imports are evaluated before the first line
 * of a module, so no module could decide if the others run.
 */
export const scriptWrapper = version => ({
  // A second copy, of any version, must not register elements: the first one wins.
  intro: `
${nativeEvent}
const mark = Symbol.for('spass/copy');
const first = customElements.get('spass-portal');
if (first) {
  const copy = (first[mark] ??= {version: 'of a module build'});
  if (!copy.warned)
    console.warn('[spass-widgets] ${version} is loaded on a page that has ' + copy.version + ' already: it does nothing.');
  copy.warned = true;
  return;
}
try {`,
  // Lit throws during evaluation if its Trusted Types policy "lit-html" is refused.
  outro: `
  customElements.get('spass-portal')[mark] = {version: '${version}'};
} catch (error) {
  console.warn('[spass-widgets] The widgets could not start, and the page keeps what it has. Where Trusted Types are required, the policy "lit-html" must be allowed.', error);
}`,
});

/**
 * Rollup plugin: writes ES module chunks as classic scripts without globals. Scripts share the object `SPASS`
 * (src/embed/load-part.ts): the main script declares it, and a part receives it through an event on its own script
 * element. Each script has the hashes of parts that it loads.
 *
 * @param options.partOf Returns the files that a part needs: `outer` is the innermost script that is always loaded before
 *   it, `needs` are the shared parts.
 */
export const classicScripts = ({version, ...options}) => ({
  name: 'classic-scripts',
  renderChunk(code, chunk, _options, {chunks}) {
    const {fileName} = chunk;
    const {mainFile, partOf} = options;
    const script = new MagicString(code);
    const fileOf = ({value}) => value.replace('./', '');
    const exportsOf = file => `SPASS.exports["${file}"]`;
    // The main script shares hundreds of exports: a list is 0.3 kB of gzip shorter than an object.
    const keyOf = (name, file) => (file === mainFile ? chunks[file].exports.indexOf(name) : name);
    const replacements = {
      ImportDeclaration({source, specifiers}) {
        const file = fileOf(source);
        const names = specifiers.map(
          ({imported, local}) => `${keyOf(imported.name, file)}: ${local.name}`,
        );
        return names.length ? `const {${names.join(', ')}} = ${exportsOf(file)};` : '';
      },
      ExportNamedDeclaration({specifiers}) {
        const locals = new Map(specifiers.map(({exported, local}) => [exported.name, local.name]));
        const value =
          fileName === mainFile
            ? `[${chunk.exports.map(name => locals.get(name)).join(', ')}]`
            : `{${[...locals].map(([name, local]) => `${name}: ${local}`).join(', ')}}`;
        return `${exportsOf(fileName)} = ${value};`;
      },
      ImportExpression({source}) {
        const file = fileOf(source);
        return `SPASS.load(${[...partOf(file).needs, file].map(one => `"${one}"`).join(', ')})`;
      },
    };
    walk(this.parse(code), node => {
      const replacement = replacements[node.type]?.(node);
      if (replacement !== undefined) script.update(node.start, node.end, replacement || ' ');
    });
    if (fileName === mainFile) {
      const {intro, outro} = scriptWrapper(version);
      script.prepend(`const SPASS = {hashes: "SPASS_HASHES", exports: {}};${intro}`).append(outro);
      script.prepend('(() => {"use strict";').append('})();');
    } else {
      if (partsHeldBy(fileName, options, chunks).length)
        script.prepend(`Object.assign(SPASS.hashes, "SPASS_HASHES");`);
      // In a block of its own, a module may declare another `Event`, as ical.js does.
      script.prepend(`${START_PART} => {"use strict";${nativeEvent}{`).append('}}}));');
    }
    return {code: script.toString(), map: script.generateMap({hires: true})};
  },
  generateBundle(_options, bundle) {
    const scripts = Object.fromEntries(
      Object.entries(bundle).filter(([, {type}]) => type === 'chunk'),
    );
    // SHA-256 identifies a file as well as SHA-384 and is a third shorter: hashes do not compress.
    const hash = text => createHash('sha256').update(text).digest('base64');
    /** Inserts the hashes of the parts, whose own files must be complete first. Returns the code. */
    const complete = (file, before) => {
      const chunk = bundle[file];
      const loaded = [...before, ...options.partOf(file).needs];
      const missing = chunk.imports.filter(imported => !loaded.includes(imported));
      if (missing.length)
        this.error(`${file} needs ${missing.join(', ')}, which may not be loaded`);
      const held = partsHeldBy(file, options, scripts);
      const hashes = held.map(part => [part, hash(complete(part, [...loaded, file]))]);
      const json = JSON.stringify(Object.fromEntries(hashes));
      chunk.code = chunk.code.replace(HASHES, () => json);
      return chunk.code;
    };
    complete(options.mainFile, []);
  },
});
