import type {Geo} from '../../model/geo/geo.js';
import {placeOf} from '../../model/geo/shape-of.js';
import type {Story, StoryStep} from '../../model/records.js';
import {latLon, zoomLevel} from '../base/shared-attributes.js';

/** Step of a story, with its number and its link target. */
export interface Step extends StoryStep {
  /** Position in the story, from 1. */
  readonly number: number;
  /** Fragment of links to the step, without `#`. */
  readonly fragment: string;
  /** Name of the slot that shows the page's own section, if the step is one. */
  readonly slot?: string | undefined;
}

export const stepsOf = ({id, steps = []}: Story): readonly Step[] =>
  steps.map((step, index) => ({
    ...step,
    // A line or area without a place of its own is shown too.
    geo: placeOf(step),
    number: index + 1,
    fragment: `${toFragment(String(id))}-${index + 1}`,
  }));

/** Returns the steps made of the page's own sections. The record must come from `recordFromSections`. */
export const stepsFromSections = (
  {steps = []}: Story,
  sections: readonly HTMLElement[],
  slotOf: (index: number) => string,
  fragmentPrefix: string,
): readonly Step[] =>
  steps.slice(0, sections.length).map((step, index) => ({
    ...step,
    number: index + 1,
    // The `id` of a section is kept as its link target.
    fragment: sections[index]?.id || `${toFragment(fragmentPrefix)}-${index + 1}`,
    slot: slotOf(index),
  }));

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Returns the first heading of a section. */
export const headingOf = (section: Element): HTMLElement | null =>
  section.querySelector<HTMLElement>(HEADINGS);

/**
 * Creates a story record from the page's own sections: their headings and `data-*` attributes. Warns of invalid values.
 */
export function recordFromSections(
  sections: readonly HTMLElement[],
  warn: (message: string) => void,
): Omit<Story, 'steps'> & {steps: readonly StoryStep[]} {
  const steps = sections.map((section, index): StoryStep => {
    const readAttribute = <T>(
      name: string,
      parse: (text: string) => T | undefined,
    ): T | undefined => {
      const words = section.dataset[name];
      const value = words === undefined ? undefined : parse(words);
      if (words !== undefined && value === undefined)
        warn(`section ${index + 1}: data-${name}="${words.slice(0, 80)}" is invalid and ignored`);
      return value;
    };
    return {
      title: headingOf(section)?.textContent.replace(/\s+/g, ' ').trim(),
      geo: readAttribute<Geo>('geo', text => latLon.fromAttribute(text)),
      zoom: readAttribute<number>('zoom', words => zoomLevel.fromAttribute(words)),
      year: readAttribute('year', words =>
        /^-?\d{1,6}$/.test(words.trim()) ? Number(words) : undefined,
      ),
    };
  });
  return {id: 'page', steps};
}

/** Replaces all characters but letters, digits, `_` and `-` by `-`. */
const toFragment = (text: string): string => text.replace(/[^\p{L}\p{N}_-]+/gu, '-');
