import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {directory} from '../../i18n/fr/projects.js';
import {fold} from '../../model/fold.js';
import type {Partner, Project} from '../../model/records.js';
import {FACT_SEPARATOR, translationsOf} from '../../model/text.js';

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
function renderRole({role, isLead}: ProjectPartner, i18n: PartnerI18n): unknown {
  if (isLead) return html`<strong>${i18n.messages.lead}</strong>`;
  const {value, lang} = i18n.text(role);
  return value.trim() ? html`<span lang=${lang ?? nothing}>${value}</span>` : nothing;
}

/** Renders the first partners as a list, with role and country. Paper has a sentence about the others. */
export function renderPartners(
  partners: readonly ProjectPartner[],
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
