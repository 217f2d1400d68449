// Lit for third-party pages, and shorter code for compiled elements.
import {transform} from 'esbuild';
import MagicString from 'magic-string';
import {walk} from './walk.mjs';

const LIT = /\/node_modules\/(?:@lit\/reactive-element|lit-element|lit-html)\//;
const GLOBAL = '\0lit-global';

/**
 * Rollup plugin: gives Lit an object of its own as `globalThis`, and keeps the metadata of decorators there, not in
 * `Symbol`. Lit leaves its version and this metadata on the page, and calls hooks, which an element with their id would
 * replace. To be removed when Lit does neither.
 */
export const litWithoutGlobals = () => ({
  name: 'lit-without-globals',
  resolveId: id => (id === GLOBAL ? id : null),
  load: id =>
    id === GLOBAL
      ? `export const litPropertyMetadata = new WeakMap();
export default {ShadowRoot, litPropertyMetadata, trustedTypes: window.trustedTypes};`
      : null,
  transform: (code, id) =>
    LIT.test(id)
      ? {
          code: `import globalThis, {litPropertyMetadata} from '${GLOBAL}';${code.replaceAll('Symbol.metadata', 'globalThis.metadata')}`,
          map: null,
        }
      : null,
});

/** Call of the only decorator in use, as compiled by `tsc`, and the helper for it. */
const PROPERTY =
  /__decorate\(\[\s*property\(([^]*?)\)\s*\], (\w+)\.prototype, "(\w+)", (?:void 0|null)\);\s*/g;
const PROPERTIES = new RegExp(`(?:${PROPERTY.source})+`, 'g');
const HELPER = /^var __decorate = [^]*?\n\};\n/m;

/**
 * Rollup plugin: declares the properties of elements in Lit's static `properties` instead of decorators, so that these
 * and their helper are left out; 0.6 kB of gzip in the main script.
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

const shortCss = css =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
    .replace(/;}/g, '}');

/**
 * Rollup plugin: removes line breaks and indentation from html`` and svg`` templates, and minifies css`` templates; 0.9
 * kB of gzip in the main script. Of the style sheets of the map, which contain values, it removes comments and spaces.
 */
export const minifyTemplates = () => ({
  name: 'short-templates',
  async transform(code, id) {
    if (id.includes('/node_modules/') || !/\b(?:html|svg|css|\w+Styles =)\s*`/.test(code))
      return null;
    const module = new MagicString(code);
    const styleSheets = [];
    walk(this.parse(code), ({type, tag, quasi, id: variable, init}) => {
      if (init?.type === 'TemplateLiteral' && variable.name.endsWith('Styles'))
        for (const {start, end, value} of init.quasis)
          if (start < end) module.overwrite(start, end, shortCss(value.raw));
      if (type !== 'TaggedTemplateExpression') return;
      if (tag.name === 'css') styleSheets.push(quasi);
      if (!['html', 'svg'].includes(tag.name)) return;
      // HTML treats a line break with indentation as one space, except in these elements. An empty one has none.
      const text = quasi.quasis.map(({value}) => value.raw).join('');
      if (/<pre\b|<textarea\b[^>]*>(?!<\/textarea>)/.test(text))
        this.error(`${id}: white space is significant in <pre> and <textarea>`);
      for (const {start, end, value} of quasi.quasis)
        if (start < end) module.overwrite(start, end, value.raw.replace(/\s*\n\s*/g, ' '));
    });
    for (const {expressions, quasis} of styleSheets) {
      if (expressions.length) this.error(`${id}: a style sheet with values cannot be minified`);
      const [{start, end, value}] = quasis;
      const options = {loader: 'css', minify: true, charset: 'utf8', target: 'esnext'};
      const css = await transform(value.cooked, options);
      module.overwrite(start, end, css.code.trim().replace(/[\\`]|\$(?=\{)/g, '\\$&'));
    }
    return {code: module.toString(), map: null};
  },
});
