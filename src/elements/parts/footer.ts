import {html, nothing} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderLink} from './link.js';
import {renderText} from './records/record-link.js';

type FooterHost = Pick<
  WidgetHost,
  'i18n' | 'status' | 'syncUrl' | 'hide' | 'records' | 'closest' | 'requestUpdate'
>;

/** Attribution of data, and the URL for reporting errors in them. */
export type Credits = Pick<QueryResult, 'attribution' | 'contact'>;

/** Surrounding `<spass-portal>`, which shows the credits of the widgets that use its source. */
export interface CreditsOwner extends Element {
  addCredits(widget: unknown, credits: Credits): Promise<void>;
}

/** Renders source, licence, date and contact link. */
export const renderCredits = (
  i18n: LocalizeController,
  {attribution, contact}: Credits,
): readonly unknown[] => {
  const {messages, colon} = i18n;
  const credits = [attribution ?? []].flat().flatMap(({text, url, licence, updated, lang}) => {
    const source = renderText(i18n, text, lang) || url;
    const licenceName = renderText(i18n, licence, lang);
    return [
      source &&
        html`<span>${messages.source}${colon}${url ? renderLink(url, source) : source}</span>`,
      licenceName &&
        html`<span><span class="sr">${messages.licence}${colon}</span>${licenceName}</span>`,
      updated && html`<span>${messages.updated(i18n.date(updated))}</span>`,
    ];
  });
  return [...credits, contact && renderLink(contact, messages.reportError)].filter(Boolean);
};

/**
 * Renders the credits and the copy button of a widget. A widget that uses the source of a `<spass-portal>` leaves the
 * credits to it. `prefix` is placed before them.
 */
export function renderFooter(
  host: FooterHost,
  {attribution, contact}: QueryResult,
  prefix: unknown = nothing,
): unknown {
  const {i18n, syncUrl, records} = host;
  // Not `hidesPart`, which is not in the main script.
  const hasDetails = !host.hide.includes('foot-details');
  const credits = {attribution, contact: hasDetails ? contact : undefined};
  const owner = records.usesPortal && host.closest<CreditsOwner>('spass-portal');
  // Without the code of that footer, the widget has its own.
  if (owner)
    owner.addCredits(host, credits).catch(() => {
      records.usesPortal = false;
      host.requestUpdate();
    });
  const copy = async (): Promise<void> => {
    const {linkCopied, linkNotCopied} = i18n.messages;
    try {
      await navigator.clipboard.writeText(location.href);
      host.status.announce(linkCopied);
    } catch {
      host.status.announce(linkNotCopied);
    }
  };
  const parts = owner ? [] : [...renderCredits(i18n, credits)];
  if (hasDetails && syncUrl)
    parts.push(
      html`<button class="quiet" type="button" @click=${copy}>${i18n.messages.copyLink}</button>`,
    );
  if (parts.length === 0 && prefix === nothing) return nothing;
  return html`<div class="foot small" part="foot">${prefix}${parts}</div>`;
}
