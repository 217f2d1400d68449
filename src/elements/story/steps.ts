import type {Geo} from '../../model/geo.js';
import type {Story, StoryStep} from '../../model/records.js';
import {latLon, zoomLevel} from '../map-attributes.js';

/** A step of a story as it is read. */
export interface Step extends StoryStep {
  /** Its place in the story, from 1. */
  readonly number: number;
  /** What a link to it has after the `#`. */
  readonly fragment: string;
  /** The slot that shows the page's own section, where that is the step. */
  readonly slot?: string | undefined;
}

/** The steps of a record. */
export const stepsOf = ({id, steps = []}: Story): readonly Step[] =>
  steps.map((step, index) => ({
    ...step,
    number: index + 1,
    fragment: `${fragmentWord(String(id))}-${index + 1}`,
  }));

/** The steps that are the page's own sections, whose record came from `recordOf`. */
export const slottedSteps = (
  {steps = []}: Story,
  sections: readonly HTMLElement[],
  slotOf: (index: number) => string,
  prefix: string,
): readonly Step[] =>
  steps.slice(0, sections.length).map((step, index) => ({
    ...step,
    number: index + 1,
    // A section with an id has an address already.
    fragment: sections[index]?.id || `${fragmentWord(prefix)}-${index + 1}`,
    slot: slotOf(index),
  }));

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** The heading of a section of the page. */
export const headingOf = (section: Element): HTMLElement | null =>
  section.querySelector<HTMLElement>(HEADINGS);

/** A story record of the page's own sections: what their attributes and headings say. */
export function recordOf(
  sections: readonly HTMLElement[],
  warn: (line: string) => void,
): Omit<Story, 'steps'> & {steps: readonly StoryStep[]} {
  const steps = sections.map((section, index): StoryStep => {
    const read = <T>(name: string, parse: (words: string) => T | undefined): T | undefined => {
      const words = section.dataset[name];
      const value = words === undefined ? undefined : parse(words);
      if (words !== undefined && value === undefined)
        warn(`section ${index + 1}: data-${name}="${words.slice(0, 80)}" makes no sense`);
      return value;
    };
    return {
      title: headingOf(section)?.textContent.replace(/\s+/g, ' ').trim(),
      geo: read<Geo>('geo', words => latLon.fromAttribute(words)),
      zoom: read<number>('zoom', words => zoomLevel.fromAttribute(words)),
      year: read('year', words => (/^-?\d{1,6}$/.test(words.trim()) ? Number(words) : undefined)),
    };
  });
  return {id: 'page', steps};
}

/** An id of a record as a word that an address can have. */
const fragmentWord = (words: string): string => words.replace(/[^\p{L}\p{N}_-]+/gu, '-');
