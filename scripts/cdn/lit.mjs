// Lit for third-party pages, and shorter code for compiled elements.

const LIT = /\/node_modules\/(?:@lit\/)?(reactive-element|lit-element|lit-html)\/\1\.js$/;
/** Object of a module of Lit in place of the global one, and its metadata of decorators, which Lit reads without it. */
const OWN_GLOBAL =
  'const litPropertyMetadata = new WeakMap(), globalThis = {ShadowRoot, litPropertyMetadata, trustedTypes: window.trustedTypes};';

/**
 * Rollup plugin: gives Lit objects of its own as `globalThis`, and keeps the metadata of decorators there, not in
 * `Symbol`. Lit leaves its version and this metadata on the page, and calls hooks, which an element with their id would
 * replace. To be removed when Lit does neither.
 */
export const litWithoutGlobals = () => ({
  name: 'lit-without-globals',
  transform: (code, id) =>
    LIT.test(id)
      ? {code: OWN_GLOBAL + code.replaceAll('Symbol.metadata', 'globalThis.metadata'), map: null}
      : null,
});

/** Call of the only decorator in use, as compiled by `tsc`, and the helper for it. */
const PROPERTY =
  /__decorate\(\[\s*property\(([^]*?)\)\s*\], (\w+)\.prototype, "(\w+)", (?:void 0|null)\);\s*/g;
const PROPERTIES = new RegExp(`(?:${PROPERTY.source})+`, 'g');
const HELPER = /^var __decorate = [^]*?\n\};\n/m;

/**
 * Rollup plugin: declares the properties of elements in Lit's static `properties` instead of decorators, so that these
 * and their helper are left out; 0.6 kB of gzip in the main script. `@lit/ts-transformers` does the same, but needs the
 * compiler API, which `tsc` 7 does not have. To be removed when it does.
 */
export const declareProperties = () => ({
  name: 'declare-properties',
  transform(code, id) {
    if (!HELPER.test(code)) return null;
    const declared = code.replace(HELPER, '').replace(PROPERTIES, calls => {
      const properties = [...calls.matchAll(PROPERTY)];
      const [[, , element]] = properties;
      const options = properties.map(([, value, , name]) => `${name}: ${value || '{}'}`);
      return `${element}.properties = {${options.join(', ')}};\n`;
    });
    if (declared.includes('__decorate')) this.error(`${id}: unknown decorator`);
    return {code: declared, map: null};
  },
});

/**
 * Rollup plugin: `repeat` of Lit, with the end markers of removed entries removed, in place of that of
 * `elements/parts/repeat.ts`, which does the same around it; 0.1 kB of gzip in each of five parts. To be removed with it.
 */
export const litWithoutMarkers = () => ({
  name: 'lit-without-markers',
  resolveId(source, importer) {
    const isOurs = /^\.{1,2}\/(?:parts\/)?repeat\.js$/.test(source);
    return isOurs ? this.resolve('lit/directives/repeat.js', importer) : null;
  },
  transform(code, id) {
    if (!/\/lit-html\/directive-helpers\.js(?:\?|$)/.test(id)) return null;
    const fixed = code
      .replace(/(\w+)\._\$AA\.remove\(\)(?=\})/, '$&,$1._$AB.remove()')
      // Its entries never change their list.
      .replace(/,n=e\._\$AM,c=n!==o;if\(c\)\{.+?\}if\(t!==d\|\|c\)/, ';if(t!==d)');
    if (!fixed.includes('_$AB.remove()') || fixed.includes('_$AQ'))
      this.error('removePart() or insertPart() of Lit has changed');
    return {code: fixed, map: null};
  },
});
