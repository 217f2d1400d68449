import type {Chapter, Resource} from './records.js';

/** Chapter with its resources, in the order set by its authors. */
export interface ResolvedChapter {
  readonly chapter: Chapter;
  readonly resources: readonly Resource[];
  /** Number of listed resources that do not exist. */
  readonly missingCount: number;
}

/**
 * Sorts chapters and attaches their resources.
 *
 * @param isComplete True if `resources` holds all resources: those not found are counted as missing. Otherwise
 * `resources` is filtered, and chapters without a match are omitted.
 */
export function resolveChapters(
  chapters: Iterable<Chapter>,
  resources: Iterable<Resource>,
  isComplete: boolean,
): readonly ResolvedChapter[] {
  const byId = new Map([...resources].map(resource => [String(resource.id), resource]));
  return [...chapters]
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
    .map(chapter => {
      // A resource listed twice appears at its first position.
      const ids = [...new Set((chapter.resources ?? []).map(String))];
      const found = ids.flatMap(id => byId.get(id) ?? []);
      return {chapter, resources: found, missingCount: isComplete ? ids.length - found.length : 0};
    })
    .filter(({resources: found}) => isComplete || found.length > 0);
}

/** Returns the resources that are in none of the chapters. */
export function unassignedResources(
  chapters: readonly ResolvedChapter[],
  resources: Iterable<Resource>,
): readonly Resource[] {
  const assigned = new Set(chapters.flatMap(chapter => chapter.resources));
  return [...resources].filter(resource => !assigned.has(resource));
}

/** Returns the first chapters with up to `maxResources` resources in total. The last chapter may be cut. */
export function limitChapters(
  chapters: readonly ResolvedChapter[],
  maxResources: number,
): readonly ResolvedChapter[] {
  let remaining = maxResources;
  const first: ResolvedChapter[] = [];
  for (const chapter of chapters) {
    if (remaining <= 0) break;
    first.push({...chapter, resources: chapter.resources.slice(0, remaining)});
    // A chapter without resources counts as one: its title also takes space.
    remaining -= Math.max(1, chapter.resources.length);
  }
  return first;
}
