// Classic scripts with parts, which Rollup cannot write itself: it does not split IIFE and UMD
// (https://github.com/rollup/rollup/issues/2072), and its AMD and SystemJS output calls each import as a member of an
// object, which is larger. To be removed when Rollup splits them, or when the CDN files can be ES modules: these need the
// hashes of their parts in an import map, which a snippet of one tag cannot have.
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

/** Returns the local names of an import, `exported as local, name`, by exported name; of an export, the other way round. */
const localNames = (list, isExport) =>
  new Map(
    list.split(', ').map(one => {
      const [first, last = first] = one.split(' as ');
      return isExport ? [last, first] : [first, last];
    }),
  );

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
  /** Returns local names as the exports of a script or the pattern that reads them. */
  const bind = (locals, {fileName, exports}) =>
    // The main script shares more than a hundred exports: a list is 0.4 kB of gzip shorter than an object.
    fileName === mainFile
      ? `[${exports.map(name => locals.get(name) ?? '')}]`
      : `{${[...locals].map(([name, local]) => `${name}: ${local}`)}}`;
  return {
    name: 'classic-scripts',
    renderChunk(code, chunk, _options, {chunks}) {
      const {fileName} = chunk;
      // Rollup writes each import and export in a line, imports first, exports last.
      const script = new MagicString(code)
        .replace(/^import (?:\{ (.*) \} from )?'\.\/(.*)';$/gm, (_, names, file) =>
          names ? `const ${bind(localNames(names), chunks[file])} = SPASS.exports["${file}"];` : '',
        )
        .replace(
          /^export \{ (.*) \};$/m,
          (_, names) => `SPASS.exports["${fileName}"] = ${bind(localNames(names, true), chunk)};`,
        )
        .replace(/\bimport\('\.\/(.*?)'\)/g, (_, target) => {
          const files = filesFor(target, fileName, chunks).map(file => `"${file}"`);
          // The part of the target is there before this script, if it is a shared one.
          if (files.length === 0) return `Promise.resolve(SPASS.exports["${target}"])`;
          return `SPASS.load(${files.join(', ')})`;
        });
      if (/^import .*'\.\/|^export [{*]|\bimport\('/m.test(script.toString()))
        this.error(`${fileName} has an import or export of another form`);
      if (fileName === mainFile) {
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
      // SHA-256 identifies a file as well as SHA-384 and is a third shorter: hashes do not compress.
      const hash = code => createHash('sha256').update(code).digest('base64');
      /** Inserts the hashes of the parts, whose own files must be complete first. Returns the code. */
      const complete = (file, outer = []) => {
        if (outer.includes(file))
          this.error(`${[...outer, file].join(' loads ')}: none can have the hash of another`);
        bundle[file].code = bundle[file].code.replace(HASHES, () => {
          const hashes = partsHeldBy(file, bundle).map(part => [
            part,
            hash(complete(part, [...outer, file])),
          ]);
          return JSON.stringify(Object.fromEntries(hashes));
        });
        return bundle[file].code;
      };
      complete(mainFile);
    },
  };
};
