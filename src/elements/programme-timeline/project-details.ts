import {html, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import {formatMoney} from '../../i18n/format-measures.js';
import type {Budget, Project} from '../../model/records.js';
import {renderLink} from '../parts/link.js';
import {formatProjectYears} from './project-texts.js';

/** Returns the sources, without the project's own address, which its title links to. */
const otherSources = ({sources = [], url}: Project) => sources.filter(source => source.url !== url);

/** True if a project has details beyond its title and years. */
export const hasProjectDetails = (project: Project): boolean =>
  !!project.budget || !!project.lead || otherSources(project).length > 0;

/** Formats a budget as far as known: `15 M€, dont 8,2 M€ de l’Union européenne`. */
function formatBudget(
  budget: Budget | undefined,
  {messages, language}: LocalizeController<'programmeTimeline'>,
): string {
  if (!budget) return '';
  const {total, rate, currency} = budget;
  const eu = budget.eu ?? (total && rate && (total * rate) / 100);
  const euAmount = eu ? formatMoney(language, eu, currency) : '';
  if (total === undefined) return euAmount && messages.budgetOfEu(euAmount);
  const amount = formatMoney(language, total, currency);
  return euAmount ? messages.budgetWithEu(amount, euAmount) : amount;
}

/** Renders the details of a project: exact dates, lead, budget, sources. */
export function renderProjectDetails(
  project: Project,
  i18n: LocalizeController<'programmeTimeline'>,
  colon: string,
): TemplateResult {
  const {messages} = i18n;
  const period = formatPeriod(i18n, project.period);
  const sources = otherSources(project).map(({title, url}, index) => {
    const {value, lang = i18n.language} = i18n.text(title);
    const words = url
      ? renderLink(url, value || url, {lang})
      : html`<span lang=${lang}>${value}</span>`;
    return html`${index ? ' · ' : ''}${words}`;
  });
  const lines: (readonly [label: string, value: unknown])[] = [
    [messages.lead, project.lead],
    [messages.budget, formatBudget(project.budget, i18n)],
    [messages.sources, sources.length && sources],
  ];
  return html`<ul>
    ${formatProjectYears(project, i18n).includes(period) ? '' : html`<li>${period}</li>`}
    ${lines.map(([label, value]) => (value ? html`<li>${label}${colon}${value}</li>` : ''))}
  </ul>`;
}
