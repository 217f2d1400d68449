import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import type {Picture, Portal, Resource} from '../../model/records.js';
import {joinFacts, type Text} from '../../model/text.js';
import {renderLink} from '../parts/link.js';
import {renderImage, isDeferred} from '../parts/picture.js';
import {hideParent, renderDeferredPictures} from '../parts/deferred-pictures.js';
import {renderAttachment} from './attachment.js';
import {kindName} from './labels.js';

export interface SheetOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly detailI18n: LocalizeController<'detail'>;
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

/** Renders the paragraphs of a text, with a note if it is in another language. */
function renderParagraphs(
  text: Text | undefined,
  ownLang: string | undefined,
  i18n: LocalizeController<'resourceList'>,
  className: string,
): unknown {
  const {value, lang} = i18n.text(text, ownLang);
  const paragraphs = value.split(/(?:\r?\n|\r)\s*[\r\n]/).filter(words => words.trim());
  if (paragraphs.length === 0) return nothing;
  return html`${
    lang ? html`<p class="small">${i18n.messages.inLanguage(i18n.languageName(lang))}</p>` : nothing
  }${paragraphs.map(words => html`<p class=${className} lang=${lang ?? nothing}>${words.trim()}</p>`)}`;
}

function renderFigure(picture: Picture, i18n: LocalizeController<'resourceList'>): TemplateResult {
  const {src, alt, credit} = picture;
  const caption = credit && `© ${credit}`;
  return html`<figure role="figure" aria-label=${caption || nothing}>
    ${
      isDeferred(src)
        ? renderDeferredPictures([{src, alt: i18n.text(alt)}], i18n)
        : renderImage(picture, i18n, hideParent)
    }${caption ? html`<figcaption class="small">${caption}</figcaption>` : nothing}
  </figure>`;
}

function fieldsOf(resource: Resource, options: SheetOptions): readonly SheetField[] {
  const {i18n, detailI18n, showsPublisher, portals} = options;
  const {messages} = i18n;
  const labels = detailI18n.messages;
  const {owners, designers, authors, organisation, period, event, published, commune} = resource;
  const {themes = [], scales = [], tags = [], tools = [], attachments = [], lang} = resource;
  const {languages = lang ? [lang] : [], created, updated, publisher, type, section} = resource;
  const joined = (values: readonly string[] | undefined): readonly string[] =>
    values?.length ? [joinFacts(values, ', ')] : [];
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
    [labels.owners, joined(owners)],
    [labels.designers, joined(designers)],
    [labels.authors(authors?.length ?? 0), joined(authors)],
    [labels.organisation, single(organisation)],
    [event?.start === event?.end ? labels.day : labels.dates, single(eventText)],
    [/^\d{4}$/.test(periodText) ? labels.year : labels.period, single(periodText)],
    [messages.facetCommune, single(i18n.placeName(commune?.name) || commune?.insee)],
    [messages.facetType, kind(type)],
    [messages.facetSection, kind(section)],
    [labels.themes(themes.length), inRecordLanguage(themes)],
    [labels.scales(scales.length), inRecordLanguage(scales)],
    [labels.tags(tags.length), inRecordLanguage(tags)],
    [labels.languages(languages.length), joined(languages.map(i18n.languageName))],
    ...toolFields(tools, detailI18n),
    [
      labels.files(attachments.length),
      attachments.map(file => renderAttachment(file, resource, i18n, true)),
    ],
    [labels.inPortals(portals.length), portals.map(portal => renderPortal(portal, i18n))],
    [messages.licence, single(resource.licence)],
    [labels.identifier, single(resource.identifier)],
    [labels.published, date(published)],
    [labels.created, date(created)],
    [labels.changed, date(updated)],
    // The name of a person: shown only if the page asks for it.
    [labels.publisher, showsPublisher ? single(publisher) : []],
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
    [messages.tools, others.length ? [joinFacts(others, ', ')] : []],
  ];
}

function renderPortal({id, title, url}: Portal, i18n: LocalizeController<'resourceList'>): unknown {
  const {value, lang} = i18n.text(title);
  const name = value || i18n.messages.untitled(String(id));
  if (url) return renderLink(url, name, {lang});
  return lang ? html`<span lang=${lang}>${name}</span>` : name;
}
