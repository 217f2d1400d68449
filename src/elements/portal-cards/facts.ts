import type {LocalizeController} from '../../controllers/localize-controller.js';
import {daySpan, yearOfDay} from '../../model/period.js';
import type {Portal} from '../../model/records.js';
import type {Related} from './related.js';

/** What is known of a portal besides its text, each fact in a few words, the most telling first. */
export function factsOf(
  portal: Portal,
  i18n: LocalizeController,
  related: Related,
  colon: string,
): readonly string[] {
  const {messages} = i18n;
  const {territory, counts = {}, actors = [], cover} = portal;
  const sections = Object.entries(counts).map(([section, count]) => {
    const name = (messages as Readonly<Record<string, unknown>>)[section];
    return `${typeof name === 'string' ? name : section}${colon}${i18n.number(count)}`;
  });
  return [
    i18n.text(related.programmeOf(portal)?.title).value,
    territory?.name ?? '',
    ...sections,
    actors.length ? messages.actors(actors.length, i18n.number(actors.length)) : '',
    languagesOf(portal, i18n),
    cover?.credit ? `${messages.picture}${colon}${cover.credit}` : '',
  ].filter(Boolean);
}

/** The years from the first to the last day of a portal's projects. */
export function yearsOf(portal: Portal, i18n: LocalizeController, related: Related): string {
  const projects = related.projectsOf(portal);
  const spans = projects.map(project => daySpan(project.period)).filter(span => span !== undefined);
  if (spans.length === 0) return '';
  const [start, end] = [
    Math.min(...spans.map(span => span.first)),
    Math.max(...spans.map(span => span.last)),
  ].map(day => (Number.isFinite(day) ? String(yearOfDay(day)) : undefined));
  const years = i18n.years({start, end});
  const isRough = projects.some(project => project.datePrecision === 'circa');
  return isRough ? i18n.messages.circa(years) : years;
}

/** The languages of a portal, `FR/NL`, unless the reader's is the only one. */
function languagesOf({languages = []}: Portal, {language}: LocalizeController): string {
  return languages.some(each => !language.startsWith(each))
    ? languages.join('/').toUpperCase()
    : '';
}
