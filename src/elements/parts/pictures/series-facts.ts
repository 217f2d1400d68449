import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {type DatedPicture, yearSpan} from '../../../model/dated-pictures.js';
import {joinFacts} from '../../../model/text.js';

/** Formats the number of pictures of a series, with its first and last year: `6 images, 1900–2026`. */
export function seriesFacts(
  pictures: readonly DatedPicture[],
  {messages, number}: LocalizeController,
): string {
  const {length} = pictures;
  const years = yearSpan(pictures);
  return joinFacts([messages.pictures(length, number(length)), years?.join('–')], ', ');
}
