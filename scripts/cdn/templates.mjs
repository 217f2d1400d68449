import {defaultStrategy} from '@lit-labs/rollup-plugin-minify-html-literals/lib/strategy.js';

/** Minification of templates. Spaces at the edges of one stay: they may separate words of those around it. */
export const templateStrategy = {
  ...defaultStrategy,
  minifyHTML: async (html, options) => {
    const [start, end] = [/^\s?/, /\s?$/].map(edge => edge.exec(html)[0] && ' ');
    return start + (await defaultStrategy.minifyHTML(html, options)).trim() + end;
  },
};
