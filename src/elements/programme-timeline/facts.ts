import {html, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {periodWords} from '../../controllers/period-words.js';
import {formatMoney} from '../../i18n/measures.js';
import type {Budget, Project} from '../../model/records.js';
import {link} from '../link.js';
import {yearsOf} from './words.js';

/** Returns the sources, without the project's own address, which its title links to. */
const sourcesOf = ({sources = [], url}: Project) => sources.filter(source => source.url !== url);

/** True if a project has details beyond its title and years. */
export const hasFacts = (project: Project): boolean =>
  !!project.budget || !!project.lead || sourcesOf(project).length > 0;

/** Formats a budget as far as known: `15 M€, dont 8,2 M€ de l’Union européenne`. */
function budgetOf(
  budget: Budget | undefined,
  {messages, language}: LocalizeController<'programmeTimeline'>,
): string {
  if (!budget) return '';
  const {total, rate, currency} = budget;
  const eu = budget.eu ?? (total && rate && (total * rate) / 100);
  const union = eu ? formatMoney(language, eu, currency) : '';
  if (total === undefined) return union && messages.budgetOfEu(union);
  const all = formatMoney(language, total, currency);
  return union ? messages.budgetWithEu(all, union) : all;
}

/** Renders the details of a project: exact dates, lead, budget, sources. */
export function factsOf(
  project: Project,
  i18n: LocalizeController<'programmeTimeline'>,
  colon: string,
): TemplateResult {
  const {messages} = i18n;
  const period = periodWords(i18n, project.period);
  const sources = sourcesOf(project).map(({title, url}, index) => {
    const {value, lang = i18n.language} = i18n.text(title);
    const words = url ? link(url, value || url, {lang}) : html`<span lang=${lang}>${value}</span>`;
    return html`${index ? ' · ' : ''}${words}`;
  });
  const lines: (readonly [label: string, value: unknown])[] = [
    [messages.lead, project.lead],
    [messages.budget, budgetOf(project.budget, i18n)],
    [messages.sources, sources.length && sources],
  ];
  return html`<ul>
    ${yearsOf(project, i18n).includes(period) ? '' : html`<li>${period}</li>`}
    ${lines.map(([label, value]) => (value ? html`<li>${label}${colon}${value}</li>` : ''))}
  </ul>`;
}
