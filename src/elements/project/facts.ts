import {html, nothing, type TemplateResult} from 'lit';
import {formatPeriod, formatYears} from '../../controllers/format-period.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatMoney, formatPercent} from '../../i18n/format-measures.js';
import type {Budget, Programme, Project, ProjectContact, Partner} from '../../model/records.js';
import {linkEmail, safeLink} from '../../model/schemas/safe-urls.js';
import {joinFacts, FACT_SEPARATOR, translationsOf} from '../../model/text.js';
import {renderLink} from '../parts/link.js';
import {euAmount} from '../parts/project/project-facts.js';
import {renderContact} from '../parts/records/contact.js';
import {renderText} from '../parts/records/record-link.js';
import {directory} from '../../i18n/fr/projects.js';
import {fold} from '../../model/fold.js';

export type SheetI18n = LocalizeController<
  'contact' | 'events' | 'projectFacts' | 'projectProgress' | 'projectSheet'
>;

type ProjectFact = readonly [label: string, value: unknown];

/** Formats the contribution of the Union, its share of the budget, and the fund: `2,4 M€ · 60 % · FEDER`. */
function formatEuFunding(budget: Budget, fund: string | undefined, {language}: SheetI18n): string {
  const {total, currency} = budget;
  const eu = euAmount(budget);
  // If the contribution exceeds the total, one of them is wrong: no share is shown.
  const rate = budget.rate ?? (total && eu && eu <= total ? (eu / total) * 100 : undefined);
  if (!eu && !rate) return '';
  return joinFacts([
    eu ? formatMoney(language, eu, currency) : '',
    rate ? formatPercent(language, rate) : '',
    fund,
  ]);
}

function formatProjectPeriod({period, datePrecision}: Project, i18n: SheetI18n): string {
  const text = formatPeriod(i18n, period);
  return text && datePrecision === 'circa' ? i18n.messages.circa(text) : text;
}

/** Returns the known facts: programme and dates, budget, share and fund, place, own fields. */
export function projectFactsOf(
  project: Project,
  programme: Programme | undefined,
  i18n: SheetI18n,
): readonly ProjectFact[] {
  const {messages, language} = i18n;
  const {budget, commune, extra = {}} = project;
  const years = formatYears(i18n, programme?.period);
  const title = renderText(i18n, programme?.title);
  const facts: readonly ProjectFact[] = [
    [messages.programme, title && html`${title}${years ? ` (${years})` : nothing}`],
    [messages.projectPeriod, formatProjectPeriod(project, i18n)],
    [
      messages.budget,
      budget?.total === undefined ? '' : formatMoney(language, budget.total, budget.currency),
    ],
    [messages.euFunding, budget ? formatEuFunding(budget, programme?.fund?.name, i18n) : ''],
    [messages.projectPlace, i18n.placeName(commune?.name) || commune?.insee],
    ...Object.entries(extra).map(([name, value]): ProjectFact => [
      name,
      joinFacts([value].flat(), ', '),
    ]),
  ];
  return facts.filter(([, value]) => value);
}

/** Renders facts as a list of names and values. */
export const renderFacts = (facts: readonly ProjectFact[]): unknown =>
  facts.length === 0
    ? nothing
    : html`<dl class="facts" part="facts">
        ${facts.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`;

/** Renders a contact that is one address, or a person with addresses; nothing without any. */
export function renderProjectContact(
  contact: ProjectContact | undefined,
  i18n: SheetI18n,
): unknown {
  if (!contact) return nothing;
  if (typeof contact === 'string') {
    const text = contact.trim();
    if (!text) return nothing;
    const url = linkEmail(text);
    const href = /^(?:https?|mailto|tel):/i.test(url) ? safeLink(url) : undefined;
    const label = text.replace(/^(?:mailto|tel):/i, '');
    return html`<p part="contact">${href ? renderLink(href, label) : text}</p>`;
  }
  const {name, role} = contact;
  const roleText = renderText(i18n, role);
  const addresses = renderContact(contact, i18n);
  if (!name && !roleText && addresses === nothing) return nothing;
  return html`${
    name || roleText ? html`<p>${name}${name && roleText ? ', ' : ''}${roleText}</p>` : nothing
  }${addresses}`;
}

export interface ProjectPartner extends Partner {
  readonly isLead: boolean;
}

type PartnerI18n = LocalizeController<'projectFacts' | 'projectSheet'>;

const isLeadRole = (role: string): boolean => fold(role) === fold(directory.leader);

/** Returns the partners of a project, the lead first; the others keep their order. */
export function projectPartners({lead, partners = []}: Project): readonly ProjectPartner[] {
  const leadName = fold(lead ?? '').trim();
  const all = partners
    .filter(({name}) => name.trim())
    .map(partner => ({
      ...partner,
      isLead:
        fold(partner.name).trim() === leadName || translationsOf(partner.role).some(isLeadRole),
    }));
  const isNamed = ({name}: Partner): boolean => fold(name).trim() === leadName;
  const first = all.filter(isNamed);
  const named = leadName && first.length === 0 ? [{name: lead ?? '', isLead: true}] : first;
  const others = all.filter(partner => !isNamed(partner));
  return [...named, ...others.filter(one => one.isLead), ...others.filter(one => !one.isLead)];
}

/** Renders the role of a partner: lead, or as stated. */
function renderRole({role, isLead}: ListedPartner, i18n: PartnerI18n): unknown {
  if (isLead) return html`<strong>${i18n.messages.lead}</strong>`;
  const {value, lang} = i18n.text(role);
  return value.trim() ? html`<span lang=${lang ?? nothing}>${value}</span>` : nothing;
}

/** Partner with its name as it is listed: on a poster, after its number. */
type ListedPartner = Omit<ProjectPartner, 'name'> & {readonly name: unknown};

/** Renders the first partners as a list, with role and country. Paper has a sentence about the others. */
export function renderPartners(
  partners: readonly ListedPartner[],
  limit: number,
  i18n: PartnerI18n,
): TemplateResult {
  const rest = partners.length - limit;
  return html`<ul class="partners" part="partners">
      ${partners.slice(0, limit).map(partner => {
        const role = renderRole(partner, i18n);
        const country = partner.country?.trim() ? i18n.country(partner.country.trim()) : '';
        return html`<li class="partner" part="partner">
          <span class="partner-name">${partner.name}</span>
          ${
            role === nothing && !country
              ? nothing
              : html`<span class="small"
                  >${role}${role !== nothing && country ? FACT_SEPARATOR : ''}${country}</span
                >`
          }
        </li>`;
      })}
    </ul>
    ${
      rest > 0
        ? html`<p class="small print-only">
            ${i18n.messages.otherPartners(rest, i18n.number(rest))}
          </p>`
        : nothing
    }`;
}
