import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../data/contributing.js';
import {safeLink} from '../../data/links.js';
import {heading} from '../heading.js';
import {link} from '../link.js';
import type {SendingState} from './sending.js';
import type {Words} from './words.js';

/** Data controller (GDPR art. 13), as given by the page. */
export interface Keeper {
  readonly name: string;
  /** URL, e-mail address or text. */
  readonly contact: string;
  /** Retention period, as text. */
  readonly term: string;
  /** URL of the privacy policy. */
  readonly policy: string;
}

/** Renders the privacy notice: data collected, controller, purpose and retention (GDPR art. 13). */
export function renderPrivacy(
  {name, contact, term, policy}: Keeper,
  {messages}: Words,
): TemplateResult {
  const address = /^[^\s@:/]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : contact;
  const href = safeLink(address, document.baseURI);
  const isAddress = /^[a-z]+:|^\/|^\.\.?\//i.test(address);
  const rules = policy ? safeLink(policy, document.baseURI) : undefined;
  return html`<section class="privacy" id="privacy" aria-labelledby="privacy-title">
    <p class="small" id="privacy-title"><strong>${messages.privacy}</strong></p>
    <p class="small">${messages.privacyWhat} ${messages.privacyWhy}</p>
    <p class="small">
      ${name ? messages.privacyWho(name) : nothing} ${term ? messages.privacyTerm(term) : nothing}
    </p>
    <p class="small">${messages.privacyRights}</p>
    ${
      contact
        ? html`<p class="small">
            ${messages.privacyContact} ${href && isAddress ? link(href, contact) : contact}
          </p>`
        : nothing
    }
    ${rules ? html`<p class="small">${link(rules, messages.privacyPolicy)}</p>` : nothing}
  </section>`;
}

/** Renders the confirmation that a contribution has arrived. */
export function renderThanks(
  receipt: Receipt,
  level: number,
  {messages}: Words,
  again: () => void,
): TemplateResult {
  return html`<div class="thanks" id="thanks" tabindex="-1">
    ${heading(level, messages.thanks)}
    <p>${messages.thanksNext}</p>
    ${renderReceipt(receipt, messages)}
    <button class="button" type="button" @click=${again}>${messages.another}</button>
  </div>`;
}

/** Renders the reference of a contribution and the link at which its author can see it again. */
export const renderReceipt = (
  {id, address}: Receipt,
  messages: Words['messages'],
): TemplateResult =>
  html`<p>${messages.reference(id)}</p>
    ${
      address
        ? html`<p>${link(address, messages.receiptLink)}</p>
            <p class="small">${messages.receiptHint}</p>`
        : nothing
    }`;

/** Renders the reason why a contribution is not sent yet, with buttons to retry and to edit. */
export function renderWaiting(
  state: SendingState,
  isKept: boolean,
  {messages}: Words,
  acts: {readonly now: () => void; readonly edit: () => void},
): TemplateResult {
  const sentence =
    state.status !== 'waiting'
      ? messages.sendingNow
      : state.why === 'offline'
        ? messages.waitingOffline
        : messages.waitingServer;
  return html`<div class="notice waiting" id="waiting" tabindex="-1">
    <p>${sentence}</p>
    ${
      state.status === 'waiting'
        ? html`<p>${isKept ? messages.waitAnywhere : messages.waitHere}</p>
            <button class="button" type="button" @click=${acts.now}>${messages.sendAgain}</button>`
        : nothing
    }
    <button class="button" type="button" @click=${acts.edit}>${messages.editAgain}</button>
  </div>`;
}
