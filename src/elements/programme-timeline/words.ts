import type {LocalizeController} from '../../controllers/localize-controller.js';
import {yearsWords} from '../../controllers/period-words.js';
import {formatMoney} from '../../i18n/measures.js';
import type {Period} from '../../model/period.js';
import type {Fund, Programme, Project} from '../../model/records.js';
import {inLine} from '../../model/text.js';

const NO_PERIOD: Period = {start: undefined, end: undefined};

/** Formats the years of a project and their certainty: `vers 2010–2014`, `depuis 2024, en cours`. */
export function yearsOf(
  {period, datePrecision}: Project,
  i18n: LocalizeController<'programmeTimeline'>,
): string {
  const {messages} = i18n;
  const about = (text: string): string => (datePrecision === 'circa' ? messages.circa(text) : text);
  const year = (date: string | null | undefined): string => date?.slice(0, 4) ?? '';
  const {start, end} = period ?? NO_PERIOD;
  if (start && end) return about(yearsWords(i18n, period));
  if (start) return `${messages.since(about(year(start)))}, ${messages.ongoing}`;
  return end ? messages.until(about(year(end))) : messages.undated;
}

/** Returns the localized strand; an unknown value is returned unchanged. */
const strandOf = (
  strand: string | undefined,
  {messages}: LocalizeController<'programmeTimeline'>,
): string => {
  const word = (messages as Readonly<Record<string, unknown>>)[`strand${strand ?? ''}`];
  return typeof word === 'string' ? word : (strand ?? '');
};

const fundOf = (
  {amount, currency, name}: Fund,
  {language}: LocalizeController<'programmeTimeline'>,
): string =>
  [amount === undefined ? '' : formatMoney(language, amount, currency), name]
    .filter(Boolean)
    .join(' ');

/** Formats strand and fund of a programme: `volet A, transfrontalier · 170 M€ FEDER`. */
export const programmeFacts = (
  {strand, fund}: Programme,
  i18n: LocalizeController<'programmeTimeline'>,
): string => inLine([strandOf(strand, i18n), fund && fundOf(fund, i18n)]);
