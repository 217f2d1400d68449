import {html, nothing} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {renderLink} from './link.js';

/** Renders source, licence, date, contact link and copy button of a widget. `prefix` is placed before them. */
export function renderFooter(
  {attribution, contact}: QueryResult,
  i18n: LocalizeController,
  prefix: unknown,
  /** Undefined if the selection is not stored in the URL. */
  copyLink: (() => void) | undefined,
): unknown {
  const {messages, colon} = i18n;
  const credits = [attribution ?? []].flat().flatMap(({text, url, licence, updated}) => {
    const source = text ?? url;
    return [
      source &&
        html`<span>${messages.source}${colon}${url ? renderLink(url, source) : source}</span>`,
      licence && html`<span>${messages.licence}${colon}${licence}</span>`,
      updated && html`<span>${messages.updated(i18n.date(updated))}</span>`,
    ];
  });
  const parts = [
    ...credits,
    contact && renderLink(contact, messages.reportError),
    copyLink &&
      html`<button class="quiet" type="button" @click=${copyLink}>${messages.copyLink}</button>`,
  ].filter(Boolean);
  if (parts.length === 0 && prefix === nothing) return nothing;
  return html`<div class="foot small" part="foot">${prefix}${parts}</div>`;
}
