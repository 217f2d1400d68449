import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../data/contributions/send-contribution.js';
import {safeLink} from '../../model/safe-urls.js';
import {renderHeading} from '../parts/heading.js';
import {renderLink} from '../parts/link.js';
import type {SubmissionState} from './submission-controller.js';
import type {ContributeI18n} from './contribute-i18n.js';

/** Data controller (GDPR art. 13), as given by the page. */
export interface DataController {
  readonly name: string;
  /** URL, e-mail address or text. */
  readonly contact: string;
  /** Retention period, as text. */
  readonly retention: string;
  /** URL of the privacy policy. */
  readonly policy: string;
}

/** Renders the privacy notice: data collected, controller, purpose and retention (GDPR art. 13). */
export function renderPrivacyNotice(
  {name, contact, retention, policy}: DataController,
  {messages}: ContributeI18n,
): TemplateResult {
  const url = /^[^\s@:/]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : contact;
  const href = safeLink(url, document.baseURI);
  const isUrl = /^[a-z]+:|^\/|^\.\.?\//i.test(url);
  const policyUrl = policy ? safeLink(policy, document.baseURI) : undefined;
  return html`<section class="privacy" id="privacy" aria-labelledby="privacy-title">
    <p class="small" id="privacy-title"><strong>${messages.privacy}</strong></p>
    <p class="small">${messages.privacyWhat} ${messages.privacyWhy}</p>
    <p class="small">
      ${name ? messages.privacyWho(name) : nothing}
      ${retention ? messages.privacyTerm(retention) : nothing}
    </p>
    <p class="small">${messages.privacyRights}</p>
    ${
      contact
        ? html`<p class="small">
            ${messages.privacyContact} ${href && isUrl ? renderLink(href, contact) : contact}
          </p>`
        : nothing
    }
    ${policyUrl ? html`<p class="small">${renderLink(policyUrl, messages.privacyPolicy)}</p>` : nothing}
  </section>`;
}

/** Renders the confirmation that a contribution has arrived. */
export function renderConfirmation(
  receipt: Receipt,
  headingLevel: number,
  {messages}: ContributeI18n,
  onReset: () => void,
): TemplateResult {
  return html`<div class="thanks" id="thanks" tabindex="-1">
    ${renderHeading(headingLevel, messages.thanks)}
    <p>${messages.thanksNext}</p>
    ${renderReceipt(receipt, messages)}
    <button class="button" type="button" @click=${onReset}>${messages.another}</button>
  </div>`;
}

/** Renders the reference of a contribution and the link at which its author can see it again. */
export const renderReceipt = (
  {id, url: address}: Receipt,
  messages: ContributeI18n['messages'],
): TemplateResult =>
  html`<p>${messages.reference(id)}</p>
    ${
      address
        ? html`<p>${renderLink(address, messages.receiptLink)}</p>
            <p class="small">${messages.receiptHint}</p>`
        : nothing
    }`;

/** Renders the reason why a contribution is not sent yet, with buttons to retry and to edit. */
export function renderSubmissionStatus(
  state: SubmissionState,
  isStored: boolean,
  {messages}: ContributeI18n,
  handlers: {readonly retry: () => void; readonly edit: () => void},
): TemplateResult {
  const message =
    state.status !== 'waiting'
      ? messages.sendingNow
      : state.reason === 'offline'
        ? messages.waitingOffline
        : messages.waitingServer;
  return html`<div class="notice waiting" id="waiting" tabindex="-1">
    <p>${message}</p>
    ${
      state.status === 'waiting'
        ? html`<p>${isStored ? messages.waitAnywhere : messages.waitHere}</p>
            <button class="button" type="button" @click=${handlers.retry}>
              ${messages.sendAgain}
            </button>`
        : nothing
    }
    <button class="button" type="button" @click=${handlers.edit}>${messages.editAgain}</button>
  </div>`;
}
