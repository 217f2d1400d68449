import {html, nothing} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Answer} from '../data/source.js';
import {link} from './link.js';

/** Source, licence and date of what is shown, and what can be done about it; `more` comes before them. */
export function renderFoot(
  {attribution, contact}: Answer,
  i18n: LocalizeController,
  more: unknown,
  /** Undefined where the page's address says nothing of the selection. */
  copyLink: (() => void) | undefined,
): unknown {
  const {messages, colon} = i18n;
  const credits = [attribution ?? []].flat().flatMap(({text, url, licence, updated}) => {
    const source = text ?? url;
    return [
      source && html`<span>${messages.source}${colon}${url ? link(url, source) : source}</span>`,
      licence && html`<span>${messages.licence}${colon}${licence}</span>`,
      updated && html`<span>${messages.updated(i18n.date(updated))}</span>`,
    ];
  });
  const parts = [
    ...credits,
    contact && link(contact, messages.reportError),
    copyLink &&
      html`<button class="quiet" type="button" @click=${copyLink}>${messages.copyLink}</button>`,
  ].filter(Boolean);
  if (parts.length === 0 && more === nothing) return nothing;
  return html`<div class="foot small" part="foot">${more}${parts}</div>`;
}
