import {OPTIONAL_PARTS, type OptionalPart} from '../../model/optional-parts.js';
import type {WidgetHost} from '../base/widget-view.js';

const isKnown = (word: string): boolean => (OPTIONAL_PARTS as readonly string[]).includes(word);

type PartsHost = Pick<WidgetHost, 'hide' | 'warn'>;

const wordsOf = ({hide}: PartsHost): readonly string[] => hide.split(/[\s,]+/).filter(Boolean);

/** Warns about the words of `hide` that name no part. */
export function warnAboutUnknownParts(host: PartsHost): void {
  for (const word of wordsOf(host))
    if (!isKnown(word))
      host.warn(`hide: there is no "${word.slice(0, 40)}", but ${OPTIONAL_PARTS.join(', ')}`);
}

/** Returns true if `hide` names a part. Warns about its unknown words. */
export function hidesPart(host: PartsHost, part: OptionalPart): boolean {
  warnAboutUnknownParts(host);
  return wordsOf(host).includes(part);
}

/** Returns true if a part around the records is shown: not hidden, and the widget shows more than a single record. */
export const showsPart = (
  host: PartsHost & Pick<WidgetHost, 'record'>,
  part: OptionalPart,
): boolean => !hidesPart(host, part) && !host.record;
