// Classic scripts with parts, which Rollup cannot write itself: it does not split IIFE and UMD
// (https://github.com/rollup/rollup/issues/2072), and its AMD and SystemJS output calls each import as a member of an
// object, which is larger.
import {createHash} from 'node:crypto';
import MagicString from 'magic-string';

/**
 * Expression for the running script, with the native getter: an image named "currentScript" shadows the property, and
 * MooTools defines its own `Document`.
 */
const CURRENT_SCRIPT = 'Reflect.get(Object.getPrototypeOf(document), "currentScript", document)';
const START_PART = `${CURRENT_SCRIPT}?.dispatchEvent(new CustomEvent("spass-part", {detail: SPASS`;

/** Placeholder of the hashes of a script's own parts, until their files are complete. */
const HASHES = /(["'`])SPASS_HASHES\1/;

/**
 * Code before the modules of each script. MooTools replaces `Event` with its own class, which cannot construct native
 * events.
 */
const NATIVE_EVENT = 'const Event = /*#__PURE__*/ (() => Object.getPrototypeOf(UIEvent))();';

/**
 * Code around the main script, inside its function but outside its modules: imports are evaluated before the first line
 * of a module, so no module could decide if the others run.
 */
export const scriptWrapper = version => ({
  // A second copy, of any version, must not register elements: the first one wins.
  intro: `
${NATIVE_EVENT}
const mark = Symbol.for('spass/copy');
const first = customElements.get('spass-portal');
if (first) {
  const copy = (first[mark] ??= {version: 'of a module build'});
  if (!copy.warned)
    console.warn('[spass-widgets] ${version} does nothing: the page already has ' + copy.version);
  copy.warned = true;
  return;
}
// Lit parses its templates as HTML.
if (document.contentType.endsWith('xml')) {
  console.warn('[spass-widgets] Could not start in XHTML. Send this page as text/html.');
  return;
}
try {`,
  // Lit throws during evaluation if its Trusted Types policy "lit-html" is refused.
  outro: `
  customElements.get('spass-portal')[mark] = {version: '${version}'};
} catch (error) {
  console.warn('[spass-widgets] Could not start. Where Trusted Types are required, allow the policy "lit-html".', error);
}`,
});

/** Returns the names of an import or export of Rollup's output: `a as b, c` as `[['a', 'b'], ['c', 'c']]`. */
const namesIn = list =>
  list.split(', ').map(name => [name.split(' as ')[0], name.split(' as ').at(-1)]);

/**
 * Rollup plugin: writes ES module chunks as classic scripts without globals. Scripts share the object `SPASS`
 * (src/embed/load-part.ts): the main script declares it, and a part receives it through an event on its own script
 * element. Each script has the hashes of the parts that it loads and the main script has not.
 */
export const classicScripts = ({mainFile, version}) => {
  /** Returns a part and those that it imports, each after its own imports. */
  const withImports = (file, chunks) => [
    ...new Set([...chunks[file].imports.flatMap(one => withImports(one, chunks)), file]),
  ];
  /** Returns the files that an `import()` in a script loads. */
  const filesFor = (target, file, chunks) => {
    const present = [mainFile, ...withImports(file, chunks)];
    return withImports(target, chunks).filter(one => !present.includes(one));
  };
  /** Returns the parts that a script has the hashes of, sorted, so that the same sources give the same bytes. */
  const partsHeldBy = (file, chunks) => {
    const targets = chunks[file].dynamicImports;
    const files = new Set(targets.flatMap(target => filesFor(target, file, chunks)));
    const inMain = file === mainFile ? [] : partsHeldBy(mainFile, chunks);
    return [...files].filter(one => !inMain.includes(one)).sort();
  };
  return {
    name: 'classic-scripts',
    renderChunk(code, {fileName, exports}, _options, {chunks}) {
      const isMain = fileName === mainFile;
      // Rollup writes each import and export in a line, imports first, exports last.
      const script = new MagicString(code)
        .replace(/^import (?:\{ (.*) \} from )?'\.\/(.*)';$/gm, (_, names, file) => {
          const locals = new Map(namesIn(names ?? ''));
          const pairs = [...locals].map(([name, local]) => `${name}: ${local}`);
          // The main script shares more than a hundred exports: a list is 0.4 kB of gzip shorter than an object.
          const pattern =
            file === mainFile
              ? `[${chunks[file].exports.map(name => locals.get(name) ?? '')}]`
              : `{${pairs}}`;
          return names ? `const ${pattern} = SPASS.exports["${file}"];` : '';
        })
        .replace(/^export \{ (.*) \};$/m, (_, names) => {
          const locals = new Map(namesIn(names).map(([local, name]) => [name, local]));
          const pairs = [...locals].map(([name, local]) => `${name}: ${local}`);
          const value = isMain ? `[${exports.map(name => locals.get(name))}]` : `{${pairs}}`;
          return `SPASS.exports["${fileName}"] = ${value};`;
        })
        .replace(/\bimport\('\.\/(.*?)'\)/g, (_, target) => {
          const files = filesFor(target, fileName, chunks).map(file => `"${file}"`);
          // The part of the target is there before this script, if it is a shared one.
          if (files.length === 0) return `Promise.resolve(SPASS.exports["${target}"])`;
          return `SPASS.load(${files.join(', ')})`;
        });
      if (/^import .*'\.\/|^export [{*]|\bimport\('/m.test(script.toString()))
        this.error(`${fileName} has an import or export of another form`);
      if (isMain) {
        const {intro, outro} = scriptWrapper(version);
        script
          .prepend(
            `(() => {"use strict";const SPASS = {hashes: "SPASS_HASHES", exports: {}};${intro}`,
          )
          .append(`${outro}})();`);
      } else {
        const hashes = partsHeldBy(fileName, chunks).length
          ? 'Object.assign(SPASS.hashes, "SPASS_HASHES");'
          : '';
        // In a block of its own, a module may declare another `Event`, as ical.js does.
        script.prepend(`${START_PART} => {"use strict";${NATIVE_EVENT}{${hashes}`).append('}}}));');
      }
      return {code: script.toString(), map: script.generateMap({hires: true})};
    },
    generateBundle(_options, bundle) {
      const chunks = Object.fromEntries(
        Object.entries(bundle).filter(([, {type}]) => type === 'chunk'),
      );
      // SHA-256 identifies a file as well as SHA-384 and is a third shorter: hashes do not compress.
      const hash = code => createHash('sha256').update(code).digest('base64');
      /** Inserts the hashes of the parts, whose own files must be complete first. Returns the code. */
      const complete = (file, outer = []) => {
        if (outer.includes(file))
          this.error(`${[...outer, file].join(' loads ')}: none can have the hash of another`);
        chunks[file].code = chunks[file].code.replace(HASHES, () => {
          const hashes = partsHeldBy(file, chunks).map(part => [
            part,
            hash(complete(part, [...outer, file])),
          ]);
          return JSON.stringify(Object.fromEntries(hashes));
        });
        return chunks[file].code;
      };
      complete(mainFile);
    },
  };
};
