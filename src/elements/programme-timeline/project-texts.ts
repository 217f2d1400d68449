import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatYears} from '../../controllers/format-period.js';
import {formatMoney} from '../../i18n/format-measures.js';
import type {Period} from '../../model/time/period.js';
import type {Fund, Programme, Project} from '../../model/records.js';
import {joinFacts} from '../../model/text.js';

const NO_PERIOD: Period = {start: undefined, end: undefined};

/** Formats the years of a project and their certainty: `2010–2014 environ`, `depuis 2024, en cours`. */
export function formatProjectYears(
  {period, datePrecision}: Project,
  i18n: LocalizeController<'programmeTimeline'>,
): string {
  const {messages} = i18n;
  const withCertainty = (text: string): string =>
    datePrecision === 'circa' ? messages.circa(text) : text;
  const year = (date: string | null | undefined): string => date?.slice(0, 4) ?? '';
  const {start, end} = period ?? NO_PERIOD;
  if (start && end) return withCertainty(formatYears(i18n, period));
  if (start && end === '') return messages.endUnknown(withCertainty(year(start)));
  if (start) return `${messages.since(withCertainty(year(start)))}, ${messages.ongoing}`;
  return end ? messages.until(withCertainty(year(end))) : messages.undated;
}

/** Returns the localized strand; an unknown value is returned unchanged. */
const strandName = (
  strand: string | undefined,
  {messages}: LocalizeController<'programmeTimeline'>,
): string => {
  const word = (messages as Readonly<Record<string, unknown>>)[`strand${strand ?? ''}`];
  return typeof word === 'string' ? word : (strand ?? '');
};

const formatFund = (
  {amount, currency, name}: Fund,
  {language}: LocalizeController<'programmeTimeline'>,
): string =>
  [amount === undefined ? '' : formatMoney(language, amount, currency), name]
    .filter(Boolean)
    .join(' ');

/** Formats strand and fund of a programme: `volet A, transfrontalier · 170 M€ FEDER`. */
export const formatProgramme = (
  {strand, fund}: Programme,
  i18n: LocalizeController<'programmeTimeline'>,
): string => joinFacts([strandName(strand, i18n), fund && formatFund(fund, i18n)]);
