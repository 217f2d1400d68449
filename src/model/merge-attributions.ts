import type {Attribution} from './schemas/part-schemas.js';

/** Merges identical attributions and keeps the latest date. */
export function mergeAttributions(attributions: readonly Attribution[]): readonly Attribution[] {
  const merged = new Map<string, Attribution>();
  for (const attribution of attributions) {
    const {updated = '', ...rest} = attribution;
    const key = JSON.stringify([rest.text, rest.url, rest.licence]);
    const previousDate = merged.get(key)?.updated ?? '';
    merged.set(key, {
      ...rest,
      updated: (updated > previousDate ? updated : previousDate) || undefined,
    });
  }
  return [...merged.values()];
}
