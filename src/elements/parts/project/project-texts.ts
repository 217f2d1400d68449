import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {html, nothing, type TemplateResult} from 'lit';
import {formatPeriod, formatYears} from '../../../controllers/format-period.js';
import {formatMoney} from '../../../i18n/format-measures.js';
import {projects, projectFacts, programmeTimeline} from '../../../i18n/fr/projects.js';
import {records} from '../../../i18n/fr/widgets.js';
import type {Period} from '../../../model/time/period.js';
import {type Fund, type Programme, type Project, titleOf} from '../../../model/records.js';
import {joinFacts} from '../../../model/text.js';
import {formatBudget, otherSources, renderSources} from './project-facts.js';

/** French messages of the timeline. */
export const MESSAGES = {projects, programmeTimeline, projectFacts, records};

export type TimelineI18n = LocalizeController<'programmeTimeline' | 'projectFacts'>;

const NO_PERIOD: Period = {start: undefined, end: undefined};

/** Formats the years of a project and their certainty: `2010–2014 environ`, `depuis 2024, en cours`. */
export function formatProjectYears({period, datePrecision}: Project, i18n: TimelineI18n): string {
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
const strandName = (strand: string | undefined, {messages}: TimelineI18n): string => {
  const word = (messages as Readonly<Record<string, unknown>>)[`strand${strand ?? ''}`];
  return typeof word === 'string' ? word : (strand ?? '');
};

const formatFund = ({amount, currency, name}: Fund, {language}: TimelineI18n): string =>
  [amount === undefined ? '' : formatMoney(language, amount, currency), name]
    .filter(Boolean)
    .join('\u00a0');

/** Formats strand and fund of a programme: `volet A, transfrontalier · 170 M€ FEDER`. */
export const formatProgramme = ({strand, fund}: Programme, i18n: TimelineI18n): string =>
  joinFacts([strandName(strand, i18n), fund && formatFund(fund, i18n)]);

/**
 * True if a project has details beyond its title and years. A project without a page of its own always has: its details
 * are the only thing that a reader can open.
 */
export const hasProjectDetails = (project: Project): boolean =>
  !project.url || !!project.budget || !!project.lead || otherSources(project).length > 0;

/** Renders the details of a project: text, exact dates, place, lead, budget, sources. */
export function renderProjectDetails(project: Project, i18n: TimelineI18n): TemplateResult {
  const {messages, colon} = i18n;
  const {commune, lead, budget} = project;
  const description = i18n.text(project.description);
  const sources = renderSources(project, i18n);
  const labelled: readonly (readonly [label: string, value: unknown])[] = [
    [messages.lead, lead],
    [messages.budget, formatBudget(budget, i18n)],
    [messages.sources, sources.length && sources],
  ];
  const lines: unknown[] = [
    i18n.placeName(commune?.name),
    ...labelled.map(([label, value]) => value && html`${label}${colon}${value}`),
  ].filter(Boolean);
  const [years, period] = [formatProjectYears(project, i18n), formatPeriod(i18n, project.period)];
  if (!years.includes(period)) lines.unshift(period);
  else if (lines.length === 0 && !description.value) lines.push(years);
  return html`${
      description.value
        ? html`<p lang=${description.lang ?? nothing}>${description.value}</p>`
        : nothing
    }
    <ul>
      ${lines.map(line => html`<li>${line}</li>`)}
    </ul>`;
}

/** Maximum number of projects that are named below the timeline. */
const MAX_UNPLACED = 12;

/** Renders the names of the projects that have no place on the timeline. */
export function renderUnplaced(projects: readonly Project[], i18n: TimelineI18n): unknown {
  const {messages, number, colon} = i18n;
  if (projects.length === 0) return nothing;
  const names = projects.slice(0, MAX_UNPLACED).map((project, index) => {
    const {value, lang} = i18n.text(titleOf(project));
    const name = value || messages.untitled(String(project.id));
    return html`${index ? ', ' : ''}<span lang=${lang ?? nothing}>${name}</span>`;
  });
  const remaining = projects.length - names.length;
  const further = remaining ? ` ${messages.furtherProjects(remaining, number(remaining))}` : '';
  return html`<p class="beyond small">${messages.unplaced}${colon}${names}${further}.</p>`;
}
