import {OPTIONAL_PARTS, type OptionalPart} from '../../model/optional-parts.js';
import type {WidgetHost} from '../base/widget-view.js';

const isKnown = (word: string): boolean => (OPTIONAL_PARTS as readonly string[]).includes(word);

/** Returns true if `hide` names a part. Warns about its unknown words. */
export function hidesPart(
  {hide, warn}: Pick<WidgetHost, 'hide' | 'warn'>,
  part: OptionalPart,
): boolean {
  const words = hide.split(/[\s,]+/).filter(Boolean);
  for (const word of words)
    if (!isKnown(word))
      warn(`hide: there is no "${word.slice(0, 40)}", but ${OPTIONAL_PARTS.join(', ')}`);
  return words.includes(part);
}

/** Returns true if a part around the records is shown: not hidden, and not that of a single record. */
export const showsPart = (
  host: Pick<WidgetHost, 'record' | 'hide' | 'warn'>,
  part: OptionalPart,
): boolean => !hidesPart(host, part) && !host.record;
