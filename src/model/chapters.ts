import type {Chapter, Resource} from './records.js';

/** A chapter with its resources, in the order that its authors gave them. */
export interface FilledChapter {
  readonly chapter: Chapter;
  readonly resources: readonly Resource[];
  /** How many of its resources are nowhere to be found. */
  readonly missing: number;
}

/**
 * Chapters in their order, each with what there is of its resources. Where `isWhole`, these are all that there are, and
 * what a chapter names besides is missing; else the rest did not fit a reader's choice, and a chapter of which nothing
 * fits is left out.
 */
export function fillChapters(
  chapters: Iterable<Chapter>,
  resources: Iterable<Resource>,
  isWhole: boolean,
): readonly FilledChapter[] {
  const byId = new Map([...resources].map(resource => [String(resource.id), resource]));
  return [...chapters]
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
    .map(chapter => {
      // One that is named twice stands where it is named first.
      const ids = [...new Set((chapter.resources ?? []).map(String))];
      const found = ids.flatMap(id => byId.get(id) ?? []);
      return {chapter, resources: found, missing: isWhole ? ids.length - found.length : 0};
    })
    .filter(({resources: found}) => isWhole || found.length > 0);
}

/** The first chapters, up to so many resources; the last of them may be cut short. */
export function firstOf(
  chapters: readonly FilledChapter[],
  most: number,
): readonly FilledChapter[] {
  let left = most;
  const first: FilledChapter[] = [];
  for (const chapter of chapters) {
    if (left <= 0) break;
    first.push({...chapter, resources: chapter.resources.slice(0, left)});
    // A chapter without a resource takes room too: it has a title to be read.
    left -= Math.max(1, chapter.resources.length);
  }
  return first;
}
