import {css, html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import type {Portal, Resource} from '../../model/records.js';
import {contactFields} from '../parts/records/contact.js';
import {renderLink} from '../parts/link.js';
import {renderParagraphs} from '../parts/paragraphs.js';
import {renderFigure} from '../parts/pictures/deferred-pictures.js';
import {renderAttachment} from '../parts/records/attachment.js';
import {joinNames, kindName} from './row.js';

export interface SheetOptions {
  readonly i18n: LocalizeController<'contact' | 'detail' | 'resourceList'>;
  readonly showsPublisher: boolean;
  /** Portals of the resource that have been loaded. */
  readonly portals: readonly Portal[];
}

/** Label and values. Omitted if there are no values. */
type SheetField = readonly [name: string, values: readonly unknown[]];

/** Renders all details of a resource: picture, text and fields. */
export function renderSheet(resource: Resource, options: SheetOptions): TemplateResult {
  const {i18n} = options;
  const {abstract, body, lang} = resource;
  const fields = fieldsOf(resource, options).filter(([, values]) => values.length > 0);
  return html`<div class="sheet">
    ${resource.image ? renderFigure(resource.image, i18n) : nothing}
    <div class="words">
      ${renderParagraphs(abstract, lang, i18n, 'lead')} ${renderParagraphs(body, lang, i18n, '')}
    </div>
    <dl>
      ${fields.map(
        ([name, values]) =>
          html`<div>
            <dt>${name}</dt>
            ${values.map(value => html`<dd>${value}</dd>`)}
          </div>`,
      )}
    </dl>
  </div>`;
}

function fieldsOf(resource: Resource, options: SheetOptions): readonly SheetField[] {
  const {i18n, showsPublisher, portals} = options;
  const {messages} = i18n;
  const {owners, designers, authors, organisation, period, event, published, commune} = resource;
  const {themes = [], scales = [], tags = [], tools = [], attachments = [], lang} = resource;
  const {languages = lang ? [lang] : [], created, updated, publisher, type, section} = resource;
  const joined = (values: readonly string[] | undefined): readonly string[] =>
    values?.length ? [joinNames(values)] : [];
  const single = (value: string | undefined): readonly string[] => joined(value ? [value] : []);
  const date = (value: string | undefined): readonly string[] => single(value && i18n.date(value));
  const kind = (value: string | undefined): readonly string[] =>
    single(value && kindName(i18n, value));
  /** Marks words with the record's language. */
  const inRecordLanguage = (values: readonly string[]): readonly unknown[] => {
    const foreign = i18n.text('-', lang).lang;
    return joined(values).map(value =>
      foreign ? html`<span lang=${foreign}>${value}</span>` : value,
    );
  };
  const [periodText, eventText] = [formatPeriod(i18n, period), formatPeriod(i18n, event)];
  return [
    [messages.owners, joined(owners)],
    [messages.designers, joined(designers)],
    [messages.authors(authors?.length ?? 0), joined(authors)],
    [messages.organisation, single(organisation)],
    [event?.start === event?.end ? messages.day : messages.dates, single(eventText)],
    [/^\d{4}$/.test(periodText) ? messages.year : messages.period, single(periodText)],
    [messages.facetCommune, single(i18n.placeName(commune?.name) || commune?.insee)],
    ...contactFields(resource, i18n).map(([label, content]): SheetField => [label, [content]]),
    [messages.facetType, kind(type)],
    [messages.facetSection, kind(section)],
    [messages.themes(themes.length), inRecordLanguage(themes)],
    [messages.scales(scales.length), inRecordLanguage(scales)],
    [messages.tags(tags.length), inRecordLanguage(tags)],
    [messages.languages(languages.length), joined(languages.map(i18n.languageName))],
    ...toolFields(tools, i18n),
    [
      messages.files(attachments.length),
      attachments.map(file => renderAttachment(file, resource, i18n, true)),
    ],
    [messages.inPortals(portals.length), portals.map(portal => renderPortal(portal, i18n))],
    [messages.licence, inRecordLanguage(resource.licence ? [resource.licence] : [])],
    [messages.identifier, single(resource.identifier)],
    ...Object.entries(resource.extra ?? {}).map(([name, value]): SheetField => [
      name,
      joined([value].flat().filter(Boolean)),
    ]),
    [messages.published, date(published)],
    [messages.created, date(created)],
    [messages.changed, date(updated)],
    // The name of a person: shown only if the page asks for it.
    [messages.publisher, showsPublisher ? single(publisher) : []],
  ];
}

/** Returns the fields for the uses of a resource. Unknown values are shown unchanged. */
function toolFields(
  tools: readonly string[],
  {messages}: LocalizeController<'detail'>,
): readonly SheetField[] {
  const known = ['consulting', 'discovery'] as const;
  const others = tools.filter(tool => !(known as readonly string[]).includes(tool));
  return [
    ...known
      .filter(tool => tools.includes(tool))
      .map((tool): SheetField => [messages[tool], [messages.yes]]),
    [messages.tools, others.length ? [joinNames(others)] : []],
  ];
}

function renderPortal({id, title, url}: Portal, i18n: LocalizeController<'resourceList'>): unknown {
  const {value, lang} = i18n.text(title);
  const name = value || i18n.messages.untitled(String(id));
  if (url) return renderLink(url, name, {lang});
  return lang ? html`<span lang=${lang}>${name}</span>` : name;
}

/** Details outside or in a row. Labels are above their values; from a width of 34em in two columns. */
export const sheetStyles = css`
  .detail > .title {
    font-size: 1.375em;
  }
  .apart {
    margin-block-end: 1.5em;
  }
  section.apart {
    padding: 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  section.apart > .close {
    float: inline-end;
    margin-inline-start: 1em;
  }
  .notice.apart {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .notice.apart > p {
    flex: 1 1 16em;
  }
  .row .detail {
    grid-column: 1 / -1;
    margin-block-start: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_edge);
  }
  .opener[aria-expanded='true'] {
    font-weight: 600;
  }
  .origin-link {
    margin-block-start: 1em;
  }
  .sheet {
    container-type: inline-size;
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
    clear: both;
  }
  .words:not(:has(*)) {
    display: none;
  }
  .words {
    display: grid;
    gap: 0.75em;
    max-inline-size: 66ch;
  }
  .words > p {
    white-space: pre-line;
  }
  .words > .lead {
    font-size: 1.0625em;
  }
  .sheet figure[hidden] {
    display: none;
  }
  .sheet img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 24em;
    object-fit: contain;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .sheet dl {
    border-block-start: 1px solid var(--_line);
  }
  .sheet dl > div {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    break-inside: avoid;
  }
  .sheet dt {
    font-weight: 600;
  }
  .sheet dd a {
    display: inline-block;
    min-block-size: 24px;
  }
  @container (width >= 34em) {
    .sheet dl > div {
      display: grid;
      grid-template-columns: 12em minmax(0, 1fr);
      column-gap: 1.5em;
    }
    .sheet dd {
      grid-column: 2;
    }
  }
`;
