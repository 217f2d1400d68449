import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import type {Resource} from '../../model/records.js';
import {joinFacts} from '../../model/text.js';
import {renderHeading} from '../parts/heading.js';
import {renderThumbnail} from '../parts/deferred-pictures.js';
import {renderAttachment} from './attachment.js';
import {kindName} from './labels.js';

export interface RowOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly headingLevel: number;
  readonly showPublisher: boolean;
  readonly isHighlighted: boolean;
  renderLink(resource: Resource): unknown;
  /** Renders the button that opens the details, and the details themselves. */
  renderDetail(resource: Resource): unknown;
  /** Highlights a resource here and in linked widgets, or none. */
  highlight(resource: Resource | undefined): void;
}

/** Renders one resource: kind, title, two lines of text, people, place, date and files. */
export function renderRow(resource: Resource, options: RowOptions): TemplateResult {
  const {i18n, headingLevel, isHighlighted} = options;
  const {abstract, lang, image, attachments = []} = resource;
  const text = i18n.text(abstract, lang);
  const people = peopleOf(resource, options.showPublisher);
  const facts = [
    ...(image ? [renderThumbnail(image, i18n)] : []),
    ...attachments.map(file => renderAttachment(file, resource, i18n, attachments.length > 1)),
    ...factsOf(resource, i18n).map(fact => html`<span>${fact}</span>`),
  ];
  const highlight = (): void => options.highlight(resource);
  const clearHighlight = (): void => options.highlight(undefined);
  return html`<li
    class="row ${isHighlighted ? 'lit' : ''}"
    part="row"
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    <article>
      ${renderHeading(headingLevel, options.renderLink(resource))} ${renderKind(resource, i18n)}
      ${text.value ? html`<p class="text" lang=${text.lang ?? nothing}>${text.value}</p>` : nothing}
      ${people ? html`<p class="who small">${people}</p>` : nothing}
      ${facts.length ? html`<div class="facts small" part="facts">${facts}</div>` : nothing}
      ${options.renderDetail(resource)}
    </article>
  </li>`;
}

/** Renders the type and section of a resource. */
export function renderKind(
  {type, section}: Resource,
  i18n: LocalizeController<'resourceList'>,
): unknown {
  const kinds = [...new Set([type, section])].map(kind => kind && kindName(i18n, kind));
  const words = joinFacts(kinds);
  return words ? html`<p class="kind">${words}</p>` : nothing;
}

function peopleOf({authors, organisation, publisher}: Resource, showPublisher: boolean): string {
  const names = [...(authors ?? []), organisation, showPublisher ? publisher : undefined];
  return joinFacts([...new Set(names)], ', ');
}

/** Returns place, dates, and languages if the user's is not the only one. */
function factsOf(resource: Resource, i18n: LocalizeController<'resourceList'>): string[] {
  const {commune, published, event, period, lang, languages = lang ? [lang] : []} = resource;
  const isForeign = languages.some(language => i18n.text('-', language).lang);
  return [
    i18n.placeName(commune?.name) || commune?.insee,
    formatPeriod(i18n, event),
    published ? i18n.date(published) : formatPeriod(i18n, event ? undefined : period),
    isForeign && i18n.list(languages.map(i18n.languageName)),
  ].filter(fact => !!fact) as string[];
}
