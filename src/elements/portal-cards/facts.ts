import type {LocalizeController} from '../../controllers/localize-controller.js';
import {daySpan, yearOfDay} from '../../model/period.js';
import type {Portal} from '../../model/records.js';
import type {Relations} from '../../model/relations.js';

/** What is known of a portal besides its text, each fact in a few words, the most telling first. */
export function factsOf(
  portal: Portal,
  i18n: LocalizeController,
  {programme, projectsOf}: Relations,
  colon: string,
): readonly string[] {
  const {messages} = i18n;
  const {territory, counts = {}, actors = [], languages = [], cover} = portal;
  const spoken = languages.some(language => !i18n.language.startsWith(language)) ? languages : [];
  const sections = Object.entries(counts).map(([section, count]) => {
    const name = (messages as Readonly<Record<string, unknown>>)[section];
    return `${typeof name === 'string' ? name : section}${colon}${i18n.number(count)}`;
  });
  return [
    i18n.text(programme(String(portal.programme))?.title).value,
    periodOf(portal, i18n, projectsOf),
    territory?.name ?? '',
    ...sections,
    actors.length ? messages.actors(actors.length, i18n.number(actors.length)) : '',
    i18n.list(spoken.map(i18n.languageName)),
    cover?.credit ? `${messages.picture}${colon}${cover.credit}` : '',
  ].filter(Boolean);
}

/** The years from the first to the last day of a portal's projects. */
function periodOf(
  portal: Portal,
  i18n: LocalizeController,
  projectsOf: Relations['projectsOf'],
): string {
  const projects = projectsOf(portal);
  const spans = projects.map(project => daySpan(project.period)).filter(span => span !== undefined);
  if (spans.length === 0) return '';
  const [start, end] = [
    Math.min(...spans.map(span => span.first)),
    Math.max(...spans.map(span => span.last)),
  ].map(day => (Number.isFinite(day) ? String(yearOfDay(day)) : undefined));
  const years = i18n.years({start, end});
  return projects.some(project => project.datePrecision === 'circa')
    ? i18n.messages.circa(years)
    : years;
}
