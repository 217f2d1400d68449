import {css, html, nothing, type TemplateResult} from 'lit';
import {formatPeriod} from '../../controllers/format-period.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Resource} from '../../model/records.js';
import {joinFacts} from '../../model/text.js';
import {renderThumbnail} from '../parts/pictures/deferred-pictures.js';
import {renderHeading} from '../parts/heading.js';
import {renderLongText} from '../parts/long-text.js';
import {seriesFacts} from '../parts/pictures/series-facts.js';
import {renderAttachment} from '../parts/records/attachment.js';
import {recordName} from '../parts/records/record-name.js';

export interface RowOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly headingLevel: number;
  readonly showPublisher: boolean;
  readonly isHighlighted: boolean;
  renderLink(resource: Resource): unknown;
  /** Renders a resource by the template of the page; undefined without one. */
  renderTemplate(resource: Resource): unknown;
  /** Renders the button that opens the details, and the details themselves. */
  renderDetail(resource: Resource): unknown;
  /** Highlights a resource here and in linked widgets, or none. */
  highlight(resource: Resource | undefined): void;
}

/** Renders one resource: kind, title, text, people, place, date and files. */
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
      ${
        options.renderTemplate(resource) ??
        html`${renderHeading(headingLevel, options.renderLink(resource))}
        ${renderKind(resource, i18n)}
        ${text.value ? renderLongText(text, recordName(resource, i18n), i18n) : nothing}
        ${people ? html`<p class="who small">${people}</p>` : nothing}
        ${facts.length ? html`<div class="facts small" part="facts">${facts}</div>` : nothing}`
      }
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
  const {
    commune,
    published,
    event,
    period,
    pictures,
    lang,
    languages = lang ? [lang] : [],
  } = resource;
  const isForeign = languages.some(language => i18n.text('-', language).lang);
  return [
    i18n.placeName(commune?.name) || commune?.insee,
    formatPeriod(i18n, event),
    published ? i18n.date(published) : formatPeriod(i18n, event ? undefined : period),
    pictures && pictures.length > 1 && seriesFacts(pictures, i18n),
    isForeign && i18n.list(languages.map(i18n.languageName)),
  ].filter(fact => !!fact) as string[];
}

const KNOWN_KINDS = [
  'observatoire',
  'mediatheque',
  'actualite',
  'missions',
  'action',
  'apropos',
  'marqueur',
  'demarche',
  'document',
  'site',
  'mission',
] as const;

const isKnownKind = (value: string): value is (typeof KNOWN_KINDS)[number] =>
  (KNOWN_KINDS as readonly string[]).includes(value);

/** Returns the label of a section or type. Unknown ones are returned unchanged. */
export function kindName({messages}: LocalizeController<'resourceList'>, kind: string): string {
  // As a type, `projet` is an ordinary label, not the name of the family.
  if (kind === 'projet') return messages.facetProject;
  return isKnownKind(kind) ? messages[kind] : kind;
}

/** One resource per line; from a container width of 40em its facts are beside it. */
export const rowStyles = css`
  .row {
    border-block-end: 1px solid var(--_line);
    transition: background var(--_motion);
  }
  .row > * {
    display: flex;
    flex-direction: column;
    padding-block: var(--spass-list-gap, 1.125em);
  }
  .row .kind {
    order: -1;
  }
  .title a {
    padding-block: 0.125em;
  }
  .text,
  .who {
    max-inline-size: 66ch;
  }
  .text {
    margin-block-start: 0.375em;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .who {
    margin-block-start: 0.25em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    margin-block-start: 0.375em;
    /* Breaks words longer than the column, which would widen the page. */
    overflow-wrap: anywhere;
  }
  .facts img {
    display: block;
    inline-size: 6em;
    block-size: 4em;
    object-fit: cover;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .opener {
    place-self: start;
    margin-inline: -0.25em;
  }
  /* Extends the tint into the margins. The outline replaces it in forced-colors mode. */
  .lit {
    background-color: var(--_tint);
    box-shadow:
      -0.75em 0 var(--_tint),
      0.75em 0 var(--_tint);
    outline: 1px solid transparent;
    outline-offset: 0.25em;
  }
  @container (min-width: 40em) {
    .row > * {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 2em;
    }
    .row > * > * {
      grid-column: 1;
    }
    .row .facts {
      grid-area: 1 / 2 / span 6;
      flex-direction: column;
      align-items: end;
      align-self: start;
      gap: 0.125em;
      max-inline-size: 14em;
      margin-block-start: 1.5em;
      text-align: end;
    }
  }
`;
