import {defaultStrategy} from '@lit-labs/rollup-plugin-minify-html-literals/lib/strategy.js';

/** Tags of elements that no style sheet displays inline, and shapes of drawings. */
const BLOCK =
  '/?(?:article|circle|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[2-6]|header|legend|li|nav|ol|option|p|path|rect|section|summary|ul)';
/** Elements in a line of text that are laid out as blocks inside. */
const BOX = '(?:button|select|svg)';
/** Spaces beside a tag of a block and inside a box, except at the edges of a template. */
const SPACES = new RegExp(
  `(?<=<(?:${BLOCK}|${BOX})(?:\\s[^<>]*)?>) (?!$)|(?<!^) (?=<(?:${BLOCK}|/${BOX})[\\s>])`,
  'g',
);

/**
 * Minification of templates: removes the spaces at the edges of blocks, where they are not rendered. Each would be a
 * node of every copy of its template. Spaces around other elements, and at the edges of a template, may separate words.
 */
export const templateStrategy = {
  ...defaultStrategy,
  minifyHTML: async (html, options) =>
    (await defaultStrategy.minifyHTML(html, options)).replace(SPACES, ''),
};
