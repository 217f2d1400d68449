import {contrast as contrastOf} from '../src/model/colours.js';
import {tokenStyles} from '../src/styles/tokens.styles.js';

/** Custom properties for colours, with the minimum contrast to the background (WCAG 2.2). */
export const COLOURS = [
  {name: '--spass-ink', minContrast: 4.5},
  {name: '--spass-link', minContrast: 4.5},
  {name: '--spass-muted', minContrast: 4.5},
  {name: '--spass-acteur', minContrast: 4.5},
  {name: '--spass-theme', minContrast: 4.5},
  {name: '--spass-projet', minContrast: 4.5},
  {name: '--spass-focus', minContrast: 3},
  {name: '--spass-edge', minContrast: 3},
] as const;

/** Custom property of the background. */
export const BACKGROUND = '--spass-surface';

/** Returns the style sheet from the declarations of a skin on; '' if it has none. */
const rulesFrom = (skin: string): string =>
  tokenStyles.cssText.split(`:host([skin='${skin}'])`)[1] ?? '';

const toHex = (digits: string): string =>
  `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;

/** Returns the background of a skin in the light colour scheme as `#rrggbb`; white if it takes the page's. */
export function backgroundOf(skin: string): string {
  const declared = /^[^}]*--spass-background: light-dark\(#(\w+)/.exec(rulesFrom(skin));
  return toHex(declared?.[1] ?? 'fff');
}

/**
 * Returns the default of a colour in the light colour scheme as `#rrggbb`; black if a widget takes the page's.
 *
 * @param name Custom property, such as `--spass-link`.
 */
export function defaultColour(name: string, skin: string): string {
  if (name === BACKGROUND) return backgroundOf(skin);
  const declared = new RegExp(`^[^}]*${name}: (?:light-dark\\()?#(\\w+)`).exec(rulesFrom(skin));
  // Without a skin, the families are the only colours that do not come from the page.
  const inherited = new RegExp(`${name},[^;]*?light-dark\\(#(\\w+)`).exec(tokenStyles.cssText);
  return toHex(declared?.[1] ?? inherited?.[1] ?? '000');
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2); undefined unless both are `#rrggbb`. */
export const contrastRatio = (one: string, other: string): number | undefined =>
  COLOUR.test(one) && COLOUR.test(other) ? contrastOf(one, other) : undefined;
