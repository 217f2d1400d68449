import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {periodWords} from '../../controllers/period-words.js';
import type {Picture, Portal, Resource} from '../../model/records.js';
import {inLine, type Text} from '../../model/text.js';
import {link} from '../link.js';
import {image, isSpared} from '../picture.js';
import {hideFailed, renderSpared} from '../shown-picture.js';
import {renderFile} from './file.js';
import {kindName} from './labels.js';

export interface SheetOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly words: LocalizeController<'detail'>;
  readonly showsPublisher: boolean;
  /** Portals of the resource that have been loaded. */
  readonly portals: readonly Portal[];
}

/** Label and values. Omitted if there are no values. */
type Label = readonly [name: string, values: readonly unknown[]];

/** Renders all details of a resource: picture, text and fields. */
export function renderSheet(resource: Resource, options: SheetOptions): TemplateResult {
  const {i18n} = options;
  const {abstract, body, lang} = resource;
  const labels = labelsOf(resource, options).filter(([, values]) => values.length > 0);
  return html`<div class="sheet">
    ${resource.image ? renderFigure(resource.image, i18n) : nothing}
    <div class="words">
      ${renderWords(abstract, lang, i18n, 'lead')} ${renderWords(body, lang, i18n, '')}
    </div>
    <dl>
      ${labels.map(
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
function renderWords(
  text: Text | undefined,
  ownLang: string | undefined,
  i18n: LocalizeController<'resourceList'>,
  kind: string,
): unknown {
  const {value, lang} = i18n.text(text, ownLang);
  const paragraphs = value.split(/(?:\r?\n|\r)\s*[\r\n]/).filter(words => words.trim());
  if (paragraphs.length === 0) return nothing;
  return html`${
    lang ? html`<p class="small">${i18n.messages.inLanguage(i18n.languageName(lang))}</p>` : nothing
  }${paragraphs.map(words => html`<p class=${kind} lang=${lang ?? nothing}>${words.trim()}</p>`)}`;
}

function renderFigure(picture: Picture, i18n: LocalizeController<'resourceList'>): TemplateResult {
  const {src, alt, credit} = picture;
  const caption = credit && `© ${credit}`;
  return html`<figure role="figure" aria-label=${caption || nothing}>
    ${
      isSpared(src)
        ? renderSpared([{src, alt: i18n.text(alt)}], i18n)
        : image(picture, i18n, hideFailed)
    }${caption ? html`<figcaption class="small">${caption}</figcaption>` : nothing}
  </figure>`;
}

function labelsOf(resource: Resource, options: SheetOptions): readonly Label[] {
  const {i18n, words, showsPublisher, portals} = options;
  const {messages} = i18n;
  const say = words.messages;
  const {owners, designers, authors, organisation, period, event, published, commune} = resource;
  const {themes = [], scales = [], tags = [], tools = [], attachments = [], lang} = resource;
  const {languages = lang ? [lang] : [], created, updated, publisher, type, section} = resource;
  const names = (values: readonly string[] | undefined): readonly string[] =>
    values?.length ? [inLine(values, ', ')] : [];
  const one = (value: string | undefined): readonly string[] => names(value ? [value] : []);
  const date = (value: string | undefined): readonly string[] => one(value && i18n.date(value));
  const kind = (value: string | undefined): readonly string[] =>
    one(value && kindName(i18n, value));
  /** Marks words with the record's language. */
  const spoken = (values: readonly string[]): readonly unknown[] => {
    const foreign = i18n.text('-', lang).lang;
    return names(values).map(value =>
      foreign ? html`<span lang=${foreign}>${value}</span>` : value,
    );
  };
  const [when, takesPlace] = [periodWords(i18n, period), periodWords(i18n, event)];
  return [
    [say.owners, names(owners)],
    [say.designers, names(designers)],
    [say.authors(authors?.length ?? 0), names(authors)],
    [say.organisation, one(organisation)],
    [event?.start === event?.end ? say.day : say.dates, one(takesPlace)],
    [/^\d{4}$/.test(when) ? say.year : say.period, one(when)],
    [messages.facetCommune, one(i18n.place(commune?.name) || commune?.insee)],
    [messages.facetType, kind(type)],
    [messages.facetSection, kind(section)],
    [say.themes(themes.length), spoken(themes)],
    [say.scales(scales.length), spoken(scales)],
    [say.tags(tags.length), spoken(tags)],
    [say.languages(languages.length), names(languages.map(i18n.languageName))],
    ...toolsOf(tools, words),
    [
      say.files(attachments.length),
      attachments.map(file => renderFile(file, resource, i18n, true)),
    ],
    [say.inPortals(portals.length), portals.map(portal => renderPortal(portal, i18n))],
    [messages.licence, one(resource.licence)],
    [say.identifier, one(resource.identifier)],
    [say.published, date(published)],
    [say.created, date(created)],
    [say.changed, date(updated)],
    // The name of a person: shown only if the page asks for it.
    [say.publisher, showsPublisher ? one(publisher) : []],
  ];
}

/** Returns the fields for the uses of a resource. Unknown values are shown unchanged. */
function toolsOf(
  tools: readonly string[],
  {messages}: LocalizeController<'detail'>,
): readonly Label[] {
  const known = ['consulting', 'discovery'] as const;
  const others = tools.filter(tool => !(known as readonly string[]).includes(tool));
  return [
    ...known
      .filter(tool => tools.includes(tool))
      .map((tool): Label => [messages[tool], [messages.yes]]),
    [messages.tools, others.length ? [inLine(others, ', ')] : []],
  ];
}

function renderPortal({id, title, url}: Portal, i18n: LocalizeController<'resourceList'>): unknown {
  const {value, lang} = i18n.text(title);
  const name = value || i18n.messages.untitled(String(id));
  if (url) return link(url, name, {lang});
  return lang ? html`<span lang=${lang}>${name}</span>` : name;
}
