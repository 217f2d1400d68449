import {html, nothing} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Answer} from '../data/source.js';
import {link} from './link.js';

/** Renders source, licence, date, contact link and copy button of a widget. `prefix` is placed before them. */
export function renderFoot(
  {attribution, contact}: Answer,
  i18n: LocalizeController,
  more: unknown,
  /** Undefined if the selection is not stored in the URL. */
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
