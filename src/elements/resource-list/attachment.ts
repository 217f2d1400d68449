import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatBytes} from '../../i18n/format-measures.js';
import type {Attachment, Resource} from '../../model/records.js';
import {renderLink} from '../parts/link.js';

/**
 * Renders the link to an attachment with type, size and language.
 *
 * @param showsTitle False hides the title visually. Screen readers always read it.
 */
export function renderAttachment(
  file: Attachment,
  resource: Resource,
  i18n: LocalizeController<'resourceList'>,
  showsTitle: boolean,
): TemplateResult {
  const {messages} = i18n;
  const {url, size, lang} = file;
  const ownTitle = i18n.text(file.title, lang ?? resource.lang);
  const title = ownTitle.value ? ownTitle : i18n.text(resource.title);
  const type = fileType(file);
  const isForeign = lang && i18n.text('-', lang).lang;
  const facts = [type || messages.file, size === undefined ? '' : formatBytes(i18n.language, size)];
  const languageNote = isForeign ? ` ${messages.inLanguage(i18n.languageName(lang))}` : '';
  const content = html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 14h10"></path></svg
    ><span class=${showsTitle ? nothing : 'sr'} lang=${title.lang ?? nothing}
      >${title.value || messages.untitled(String(resource.id))}, </span
    >${facts.filter(Boolean).join(', ')}${languageNote}`;
  return renderLink(url, content, {part: 'file', class: 'file', hreflang: lang, download: true});
}

/** Returns `PDF` for a media type, a file extension or a URL with one; an empty string if none is readable. */
function fileType({type, url}: Attachment): string {
  const extension = /\.(\w{2,7})$/.exec(url.replace(/[?#].*/s, ''))?.[1];
  return (/^(?:.*\/)?(\w{2,5})$/.exec(type ?? '')?.[1] ?? extension ?? '').toUpperCase();
}
