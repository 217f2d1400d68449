import {contrast as contrastOf} from '../../src/model/colour.js';

/** Custom properties for colours, with the minimum contrast to the background (WCAG 2.2). */
export const COLOURS = [
  {name: '--spass-ink', least: 4.5},
  {name: '--spass-link', least: 4.5},
  {name: '--spass-muted', least: 4.5},
  {name: '--spass-acteur', least: 4.5},
  {name: '--spass-theme', least: 4.5},
  {name: '--spass-projet', least: 4.5},
  {name: '--spass-focus', least: 3},
  {name: '--spass-edge', least: 3},
] as const;

export type ColourName = (typeof COLOURS)[number]['name'];

/** Custom property of the background. */
export const PAPER = '--spass-surface';

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2); undefined unless both are `#rrggbb`. */
export const contrast = (one: string, other: string): number | undefined =>
  COLOUR.test(one) && COLOUR.test(other) ? contrastOf(one, other) : undefined;
