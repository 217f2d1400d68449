import {css, html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {formatBytes} from '../../../i18n/format-measures.js';
import type {Attachment, Id} from '../../../model/records.js';
import type {Text} from '../../../model/text.js';
import {renderLink} from '../link.js';

interface AttachmentOwner {
  readonly id: Id;
  readonly title?: Text | undefined;
  readonly lang?: string | undefined;
}

/**
 * Renders the link to an attachment with type, size and language.
 *
 * @param showsTitle False hides the title visually. Screen readers always read it.
 */
export function renderAttachment(
  file: Attachment,
  {id, title: recordTitle, lang: recordLang}: AttachmentOwner,
  i18n: LocalizeController,
  showsTitle: boolean,
): TemplateResult {
  const {messages} = i18n;
  const {url, size, lang} = file;
  const ownTitle = i18n.text(file.title, lang ?? recordLang);
  const title = ownTitle.value ? ownTitle : i18n.text(recordTitle);
  const type = fileType(file);
  const isForeign = lang && i18n.text('-', lang).lang;
  const facts = [type || messages.file, size === undefined ? '' : formatBytes(i18n.language, size)];
  const languageNote = isForeign ? ` ${messages.inLanguage(i18n.languageName(lang))}` : '';
  const content = html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 14h10"></path></svg
    ><span class=${showsTitle ? nothing : 'sr'} lang=${title.lang ?? nothing}
      >${title.value || messages.untitled(String(id))}, </span
    >${facts.filter(Boolean).join(', ')}${languageNote}`;
  return renderLink(url, content, {part: 'file', class: 'file', hreflang: lang, download: true});
}

/** Returns `PDF` for a media type, a file extension or a URL with one; an empty string if none is readable. */
function fileType({type, url}: Attachment): string {
  const extension = /\.(\w{2,7})$/.exec(url.replace(/[?#].*/s, ''))?.[1];
  return (/^(?:.*\/)?(\w{2,5})$/.exec(type ?? '')?.[1] ?? extension ?? '').toUpperCase();
}

/** Mark and target size of the links to attachments. */
export const attachmentStyles = css`
  .file svg {
    flex: none;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline-end: 0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .file {
    overflow-wrap: anywhere;
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.125em;
  }
`;
