import {html, nothing} from 'lit';
import type {QueryResult} from '../../data/source.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderLink} from './link.js';
import {renderText} from './records/record-link.js';

type FooterHost = Pick<WidgetHost, 'i18n' | 'status' | 'syncUrl' | 'hide'>;

/** Renders source, licence, date, contact link and copy button of a widget. `prefix` is placed before them. */
export function renderFooter(
  host: FooterHost,
  {attribution, contact}: QueryResult,
  prefix: unknown = nothing,
): unknown {
  const {i18n, syncUrl} = host;
  const {messages, colon} = i18n;
  const credits = [attribution ?? []].flat().flatMap(({text, url, licence, updated, lang}) => {
    const source = renderText(i18n, text, lang) || url;
    const licenceName = renderText(i18n, licence, lang);
    return [
      source &&
        html`<span>${messages.source}${colon}${url ? renderLink(url, source) : source}</span>`,
      licenceName && html`<span>${messages.licence}${colon}${licenceName}</span>`,
      updated && html`<span>${messages.updated(i18n.date(updated))}</span>`,
    ];
  });
  // Not `hidesPart`, which is not in the main script.
  const hasDetails = !host.hide.includes('foot-details');
  const copy = (): void => void copyLink(host);
  const parts = [
    ...credits,
    hasDetails && contact && renderLink(contact, messages.reportError),
    hasDetails &&
      syncUrl &&
      html`<button class="quiet" type="button" @click=${copy}>${messages.copyLink}</button>`,
  ].filter(Boolean);
  if (parts.length === 0 && prefix === nothing) return nothing;
  return html`<div class="foot small" part="foot">${prefix}${parts}</div>`;
}

async function copyLink({i18n, status}: FooterHost): Promise<void> {
  const {linkCopied, linkNotCopied} = i18n.messages;
  try {
    await navigator.clipboard.writeText(location.href);
    status.announce(linkCopied);
  } catch {
    status.announce(linkNotCopied);
  }
}
