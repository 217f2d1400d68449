// Conditions of maps, lists and timelines: each varied alone from a base case, and all together.

import {findFirefox} from '../scripts/setup.mjs';

/** Number of records of the base case. */
export const BASE = 44_480;

/**
 * Fields of a condition; all are optional:
 *
 * - `isReduced`: the visitor asks for reduced motion.
 * - `isSlow`: a quarter of the processor's speed.
 * - `isFirefox`: measured in Firefox instead of Chromium, for ratios.
 * - `isDense`: maps only: one large city at zoom 10, a third of the records stacked on another one.
 * - `communes`: lists only: number of distinct values of a facet.
 * - `hasLongTitles`: lists only: titles of 20 to 350 characters.
 *
 * @typedef {{
 *   isReduced?: boolean;
 *   isSlow?: boolean;
 *   isFirefox?: boolean;
 *   isDense?: boolean;
 *   communes?: number;
 *   hasLongTitles?: boolean;
 * }} Condition
 */

const EVERYWHERE = {
  'reduced motion': {isReduced: true},
  'a quarter of the speed': {isSlow: true},
};

/** Returns each condition by its name, the combination of all, and Firefox if it is installed. */
const withWorst = conditions => ({
  ...conditions,
  'all conditions': Object.assign({}, ...Object.values(conditions)),
  ...(findFirefox() ? {Firefox: {isFirefox: true}} : {}),
});

export const TIMELINE_CONDITIONS = withWorst(EVERYWHERE);
export const MAP_CONDITIONS = withWorst({...EVERYWHERE, 'dense city': {isDense: true}});
export const LIST_CONDITIONS = withWorst({
  ...EVERYWHERE,
  '16,000 communes': {communes: 16_000},
  'long titles': {hasLongTitles: true},
});
