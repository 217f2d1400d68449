import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {type PortalRecord, titleOf} from '../../../model/records.js';
import type {LocalizedText} from '../../../model/text.js';
import {html, nothing, type TemplateResult} from 'lit';

/** Returns the title of a record as text, with its language if that is not the user's. */
export function recordName(record: PortalRecord, i18n: LocalizeController): LocalizedText {
  const title = i18n.text(titleOf(record), (record as {lang?: string}).lang);
  return title.value ? title : {value: i18n.messages.untitled(String(record.id))};
}

/**
 * Renders the label of a button that is repeated per record: its action, followed by the visually hidden record title.
 * Text instead of `aria-label`, because an attribute cannot mark part of itself as another language.
 */
export const actionLabel = (
  action: unknown,
  {value, lang}: LocalizedText,
  {colon}: Pick<LocalizeController, 'colon'>,
): TemplateResult =>
  html`${action}<span class="sr">${colon}<span lang=${lang ?? nothing}>${value}</span></span>`;

/** Returns a code of several words as people write them: `FETE_ET_MARCHE` as `Fete et marche`. Other texts are unchanged. */
export const codeAsWords = (text: string): string =>
  /^[A-Z]{2,}(?:_[A-Z]+)+$/.test(text)
    ? text.charAt(0) + text.slice(1).replaceAll('_', ' ').toLowerCase()
    : text;

/** Returns the words of a text, with a space around each. */
const spaced = (text: string): string => ` ${text.replace(/[^-\p{L}\d]+/gu, ' ')} `;

/**
 * True if a text has the words of a name: `Lille` is not in `Lillers`, nor `Saint-Amand` in `Saint-Amand-les-Eaux`.
 */
export const hasName = (text: string, name: string): boolean => spaced(text).includes(spaced(name));
