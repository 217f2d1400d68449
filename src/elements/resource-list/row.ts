import {css, html, nothing, type TemplateResult} from 'lit';
import {formatPeriod} from '../../controllers/format-period.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {sourceNameOf} from '../../data/source.js';
import type {Resource} from '../../model/records.js';
import {isSameRef} from '../../controllers/selection-controller.js';
import {FACT_SEPARATOR, joinFacts} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {EntryHighlight} from '../parts/entry-highlight.js';
import {renderHeading} from '../parts/elements.js';
import {renderLongText} from '../parts/long-text.js';
import {seriesFacts} from '../parts/pictures/dated-pictures.js';
import {hasName, codeAsWords, recordName} from '../parts/records/record-labels.js';
import {renderAttachment} from '../parts/records/attachment.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {pictureOf, renderResourceMark, resourceMarkStyles} from '../parts/records/resource-mark.js';
import type {RecordTemplateController} from '../parts/templates/record-template-controller.js';

interface RowHost extends WidgetHost {
  readonly showPublisher: boolean;
}

export interface RowOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly headingLevel: number;
  readonly templates: RecordTemplateController;
  readonly highlight: EntryHighlight;
  /** Renders the button that opens the details, and the details themselves. */
  renderDetail(resource: Resource): unknown;
}

/** Renders one resource: picture or mark, title, kind, people, place, date, files and text. */
export function renderRow(host: RowHost, resource: Resource, options: RowOptions): TemplateResult {
  const {i18n, headingLevel, templates} = options;
  const {abstract, lang, attachments = []} = resource;
  const text = i18n.text(abstract, lang);
  const credit = pictureOf(resource)?.credit;
  const facts = [
    ...(credit ? [html`<span class="credit">© ${credit}</span>`] : []),
    ...factsOf(resource, i18n).map(renderWords),
    ...attachments.map(file => renderAttachment(file, resource, i18n, attachments.length > 1)),
  ];
  const ref = {collection: 'resources', id: resource.id} as const;
  const highlight = (): void => options.highlight(ref);
  const clearHighlight = (): void => options.highlight();
  return html`<li
    class="row ${isSameRef(host.selection.highlighted, ref) ? 'lit' : ''}"
    part="row"
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    <article>
      ${
        templates.render(resource, i18n, headingLevel) ??
        html`${renderResourceMark(resource, i18n)}
          ${renderHeading(headingLevel, renderRecordLink(host, resource, {showsOrigin: false}))}
          <p class="kind dotted small">
            ${[kindsOf(resource, i18n), peopleOf(resource, host), sourceNameOf(resource)].map(renderWords)}
          </p>
          ${facts.length ? html`<div class="facts dotted small" part="facts">${facts}</div>` : nothing}
          <div class="about">
            ${text.value ? renderLongText(text, recordName(resource, i18n), i18n) : nothing}
          </div>`
      }
      ${options.renderDetail(resource)}
    </article>
  </li>`;
}

const renderWords = (words: string | undefined): unknown => words && html`<span>${words}</span> `;

const kindsOf = ({type, section}: Resource, i18n: LocalizeController<'resourceList'>): string =>
  joinFacts([...new Set([type, section])].map(kind => kind && kindName(i18n, kind)));

/** Joins names by commas; by dots if one has a comma itself, as in a bibliography: `Perret, Auguste`. */
export const joinNames = (names: readonly (string | undefined)[]): string =>
  joinFacts(names, names.some(name => name?.includes(',')) ? FACT_SEPARATOR : ', ');

function peopleOf({authors, organisation, publisher}: Resource, {showPublisher}: RowHost): string {
  const names = [...(authors ?? []), organisation, showPublisher ? publisher : undefined];
  return joinNames([...new Set(names)]);
}

/**
 * Returns the place, unless the title has it, the date of the event, else of the publication, and languages: several, or
 * another one than the user's that is not noted beside the title.
 */
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
  const title = recordName(resource, i18n);
  const isNoted = title.lang === languages.join();
  const place = i18n.placeName(commune?.name ?? commune?.insee);
  return [
    !hasName(title.value, place) && place,
    // Two dates side by side would need labels, which the details have.
    formatPeriod(i18n, event) || (published ? i18n.date(published) : formatPeriod(i18n, period)),
    pictures && pictures.length > 1 && seriesFacts(pictures, i18n),
    isForeign && !isNoted && i18n.list(languages.map(i18n.languageName)),
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

/** Returns the label of a section or type: of unknown ones themselves, codes as words. */
export function kindName({messages}: LocalizeController<'resourceList'>, kind: string): string {
  // As a type, `projet` is an ordinary label, not the name of the family.
  if (kind === 'projet') return messages.facetProject;
  return isKnownKind(kind) ? messages[kind] : codeAsWords(kind);
}

/** One resource per line, beside its mark; from a width of 48em its text is beside its title. */
export const rowStyles = [
  resourceMarkStyles,
  css`
    /* Room for pictures only in a list that has one: drawings are narrower, and records of unknown types have none. */
    .results {
      --_mark: 0em;
      container-type: inline-size;
    }
    .results:has(.mark > [d]) {
      --_mark: 2em;
    }
    .results:has(.mark + .mark) {
      --_mark: clamp(3em, 9cqi, 4em);
    }
    .row {
      border-block-end: 1px solid var(--_line);
    }
    .row > * {
      padding-block: var(--spass-list-gap, 1.125em);
    }
    /* Without any control above the list. */
    .results:first-child .row:first-child > * {
      padding-block-start: 0;
    }
    /* A template of the page has the whole row. */
    .row > :has(> .mark) {
      display: grid;
      grid-template: auto auto auto 1fr / var(--_mark) minmax(0, 1fr);
      column-gap: min(1em, var(--_mark));
    }
    .row .mark ~ * {
      grid-column: 2 / -1;
    }
    .row .mark {
      grid-area: 1 / 1 / span 4;
    }
    .title a {
      padding-block: 0.125em;
    }
    /* Its ring does not cross the line below. */
    .title a:focus-visible {
      padding: 0;
    }
    .about {
      max-inline-size: 66ch;
    }
    .text {
      color: var(--_muted);
    }
    .opener {
      place-self: start;
    }
    /* Extends the tint into the margins. The outline replaces it in forced-colors mode. */
    .lit {
      background-color: var(--_tint);
      box-shadow:
        -0.75em 0 var(--_tint),
        0.75em 0 var(--_tint);
      outline: 1px solid transparent;
    }
    @container (width >= 48em) {
      .row > :has(> .mark) {
        grid-template-columns: var(--_mark) minmax(0, 5fr) minmax(0, 7fr);
      }
      .row .mark ~ :not(img, .detail) {
        grid-column: 2;
      }
      .row .mark ~ .about {
        grid-area: 1 / 3 / span 4;
        margin-inline-start: 1em;
      }
    }
    /* Buttons with one text are a column at the end, not a line below each title. */
    @media not print {
      @container (width >= 52em) {
        .row .mark ~ .opener {
          grid-area: 1 / 3;
          margin-inline-start: auto;
        }
        .about:has(~ .opener) {
          padding-inline-end: 8em;
        }
      }
    }
  `,
];
