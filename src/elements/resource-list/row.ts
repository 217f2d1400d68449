import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {periodWords} from '../../controllers/period-words.js';
import {formatBytes} from '../../i18n/measures.js';
import type {Attachment, Resource} from '../../model/records.js';
import {heading} from '../heading.js';
import {link} from '../link.js';
import {renderPicture} from '../picture.js';
import {kindName} from './labels.js';

export interface RowOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly level: number;
  readonly showPublisher: boolean;
  readonly isLit: boolean;
  link(resource: Resource): unknown;
  /** The reader points at the resource, or no longer at any. */
  point(resource: Resource | undefined): void;
}

/** One resource: kind, title, two lines of text, who, where, when, its files. */
export function renderRow(resource: Resource, options: RowOptions): TemplateResult {
  const {i18n, level, isLit} = options;
  const {type, section, abstract, lang, image} = resource;
  const text = i18n.text(abstract, lang);
  const kinds = [...new Set([type, section])].map(kind => kind && kindName(i18n, kind));
  const who = whoOf(resource, options.showPublisher);
  const facts = [
    ...(image ? [renderPicture(image, i18n)] : []),
    ...(resource.attachments ?? []).map(file => renderFile(file, resource, i18n)),
    ...factsOf(resource, i18n).map(fact => html`<span>${fact}</span>`),
  ];
  const point = (): void => options.point(resource);
  const leave = (): void => options.point(undefined);
  return html`<li
    class="row ${isLit ? 'lit' : ''}"
    part="row"
    @pointerenter=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    <article>
      ${heading(level, options.link(resource))}
      ${kinds.some(Boolean) ? html`<p class="kind">${kinds.filter(Boolean).join(' · ')}</p>` : nothing}
      ${text.value ? html`<p class="text" lang=${text.lang ?? nothing}>${text.value}</p>` : nothing}
      ${who ? html`<p class="who small">${who}</p>` : nothing}
      ${facts.length ? html`<div class="facts small" part="facts">${facts}</div>` : nothing}
    </article>
  </li>`;
}

function whoOf({authors, organisation, publisher}: Resource, showPublisher: boolean): string {
  const names = [...(authors ?? []), organisation, showPublisher ? publisher : undefined];
  return [...new Set(names)].filter(Boolean).join(', ');
}

/** Where, when, in which languages if the reader's is not the only one. */
function factsOf(resource: Resource, i18n: LocalizeController<'resourceList'>): string[] {
  const {commune, published, event, period, lang, languages = lang ? [lang] : []} = resource;
  const foreign = languages.some(language => i18n.text('-', language).lang);
  return [
    commune?.name ?? commune?.insee,
    periodWords(i18n, event),
    published ? i18n.date(published) : periodWords(i18n, event ? undefined : period),
    foreign && i18n.list(languages.map(i18n.languageName)),
  ].filter(fact => !!fact) as string[];
}

function renderFile(
  file: Attachment,
  resource: Resource,
  i18n: LocalizeController<'resourceList'>,
): TemplateResult {
  const {messages} = i18n;
  const {url, size, lang} = file;
  const own = i18n.text(file.title, lang ?? resource.lang).value;
  const title = own || i18n.text(resource.title).value || messages.untitled(String(resource.id));
  const type = fileType(file);
  const isForeign = lang && i18n.text('-', lang).lang;
  const facts = [type || messages.file, size === undefined ? '' : formatBytes(i18n.language, size)];
  const other = isForeign ? ` ${messages.inLanguage(i18n.languageName(lang))}` : '';
  const isOne = (resource.attachments?.length ?? 0) < 2;
  const words = html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 14h10"></path></svg
    ><span class=${isOne ? 'sr' : nothing}>${title}, </span
    >${facts.filter(Boolean).join(', ')}${other}`;
  return link(url, words, {part: 'file', class: 'file', hreflang: lang, download: true});
}

/** `PDF` of a media type, a file ending, or an address that has one; '' when none is a word for a reader. */
function fileType({type, url}: Attachment): string {
  const ending = /\.(\w{2,7})$/.exec(url.replace(/[?#].*/s, ''))?.[1];
  return (/^(?:.*\/)?(\w{2,5})$/.exec(type ?? '')?.[1] ?? ending ?? '').toUpperCase();
}
