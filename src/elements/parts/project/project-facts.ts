import {html, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {formatMoney} from '../../../i18n/format-measures.js';
import type {Budget, Project} from '../../../model/records.js';
import {FACT_SEPARATOR} from '../../../model/text.js';
import {renderLink} from '../link.js';

/** Returns the share of the European Union in a budget, as stated or derived from its rate. */
export const euAmount = ({total, eu, rate}: Budget): number | undefined =>
  eu ?? (total && rate ? (total * rate) / 100 : undefined);

/** Formats a budget as far as known: `15 M€, dont 8,2 M€ de l’Union européenne`. */
export function formatBudget(
  budget: Budget | undefined,
  {messages, language}: LocalizeController<'projectFacts'>,
): string {
  if (!budget) return '';
  const {total, currency} = budget;
  const eu = euAmount(budget);
  const euText = eu ? formatMoney(language, eu, currency) : '';
  if (total === undefined) return euText && messages.budgetOfEu(euText);
  const amount = formatMoney(language, total, currency);
  return euText ? messages.budgetWithEu(amount, euText) : amount;
}

/** Returns the sources, without the project's own address, which its title links to. */
export const otherSources = ({sources = [], url}: Project) =>
  sources.filter(source => source.url !== url);

/** Renders the sources of a project in one line; empty without any. */
export const renderSources = (project: Project, i18n: LocalizeController): TemplateResult[] =>
  otherSources(project).map(({title, url}, index) => {
    const {value, lang = i18n.language} = i18n.text(title);
    const words = url
      ? renderLink(url, value || url, {lang})
      : html`<span lang=${lang}>${value}</span>`;
    return html`${index ? FACT_SEPARATOR : ''}${words}`;
  });
