import {html, nothing} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sourceNameOf} from '../../../data/source.js';
import {RecordSelectEvent} from '../../../events/events.js';
import {type CollectionName, type PortalRecord, titleOf} from '../../../model/records.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {isPlainClick, renderLink} from '../link.js';

type RecordLinkHost = EventTarget & Pick<WidgetHost, 'collection' | 'i18n' | 'renderedRecords'>;

interface RecordLinkOptions {
  /** Content of the link. Default: the title. */
  readonly content?: unknown;
  /** Collection of the record. Default: the widget's. */
  readonly collection?: CollectionName;
  /** Shows the language of the title if it is not the user's. Default: true. */
  readonly showsLanguage?: boolean;
  /** Shows the origin of the record after its title. Default: true. */
  readonly showsOrigin?: boolean;
}

/** Renders a text, marked with its language if that is not the user's. */
export function renderText(
  i18n: LocalizeController,
  text: Parameters<LocalizeController['text']>[0],
  ownLang?: string,
): unknown {
  const {value, lang} = i18n.text(text, ownLang);
  return lang && value ? html`<span lang=${lang}>${value}</span>` : value;
}

/** Renders the title of a record, marked with its language if that is not the user's. */
export function renderRecordTitle(
  host: RecordLinkHost,
  record: PortalRecord,
  collection = host.collection,
): unknown {
  host.renderedRecords?.set(record, collection);
  const title = renderText(host.i18n, titleOf(record), (record as {lang?: string}).lang);
  return title || host.i18n.messages.untitled(String(record.id));
}

/** Renders a record's only link, on its title, or plain text if it has no valid URL. */
export function renderRecordLink(
  host: RecordLinkHost,
  record: PortalRecord,
  {collection, content, showsLanguage = true, showsOrigin = true}: RecordLinkOptions = {},
): unknown {
  const {url, lang} = record as {url?: string; lang?: string};
  const text = content ?? renderRecordTitle(host, record, collection);
  const origin = html`${
    showsLanguage ? renderLanguageNote(host.i18n, record) : nothing
  }${showsOrigin ? renderOrigin(record) : nothing}`;
  if (!url) return html`<span part="title">${text}</span>${origin}`;
  // The URL, since a title may be empty: `text` returns no language for an empty text.
  const hreflang = host.i18n.text(url, lang).lang;
  const onClick = (event: MouseEvent): void => selectRecord(host, record, event);
  return html`${renderLink(url, text, {part: 'link', hreflang, onClick})}${origin}`;
}

/** Dispatches `spass-record-select` for a click on a record's link. If it is cancelled, the page does the routing. */
export function selectRecord(host: EventTarget, record: PortalRecord, event: MouseEvent): void {
  if (!isPlainClick(event)) return;
  const selectEvent = new RecordSelectEvent(record);
  if (!host.dispatchEvent(selectEvent)) event.preventDefault();
}

/** Renders a visible note if the title is in another language than the user's. */
export function renderLanguageNote(i18n: LocalizeController, record: PortalRecord): unknown {
  const {value, lang} = i18n.text(titleOf(record), (record as {lang?: string}).lang);
  if (!lang || !value) return nothing;
  return html` <span class="small">${i18n.messages.inLanguage(i18n.languageName(lang))}</span>`;
}

/** Renders the origin of a record, if the widget shows several sources. */
function renderOrigin(record: PortalRecord): unknown {
  const origin = sourceNameOf(record);
  return origin === undefined ? nothing : html` <span class="origin small">${origin}</span>`;
}
