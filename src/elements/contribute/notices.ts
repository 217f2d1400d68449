import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../data/contributions/send-contribution.js';
import type {NamedPlace} from '../../model/geo/geo.js';
import {placeOf} from '../../model/geo/shape-of.js';
import type {Contribution, Picture} from '../../model/records.js';
import {linkEmail, safeLink} from '../../model/schemas/safe-urls.js';
import {joinFacts, type LocalizedText} from '../../model/text.js';
import {actionLabel} from '../parts/records/record-labels.js';
import {hideParent, renderDeferredPictures} from '../parts/pictures/deferred-pictures.js';
import {renderButton, renderHeading} from '../parts/elements.js';
import {renderLink} from '../parts/link.js';
import {isDeferred, renderImage} from '../parts/pictures/picture.js';
import type {ContributeI18n} from './form-errors.js';
import {shortName} from './contribution-map.js';
import type {SubmissionState} from './submission-controller.js';

/** Data controller (GDPR art. 13), as given by the page. */
export interface DataController {
  readonly name: LocalizedText;
  /** URL, e-mail address or text. */
  readonly contact: string;
  /** Retention period, as text. */
  readonly retention: string;
  /** URL of the privacy policy. */
  readonly policy: string;
}

/** Renders a sentence with the name of the data controller, marked with its language if that is not the user's. */
function renderController({value, lang}: LocalizedText, sentence: string): unknown {
  if (!lang) return sentence;
  const [before, after] = sentence.split(value);
  return html`${before}<span lang=${lang}>${value}</span>${after}`;
}

/** Renders the privacy notice: data collected, controller, purpose and retention (GDPR art. 13). */
export function renderPrivacyNotice(
  {name, contact, retention, policy}: DataController,
  {messages}: ContributeI18n,
): TemplateResult {
  const url = linkEmail(contact);
  const href = safeLink(url, document.baseURI);
  const isUrl = /^[a-z]+:|^\/|^\.\.?\//i.test(url);
  const policyUrl = policy ? safeLink(policy, document.baseURI) : undefined;
  return html`<div class="privacy" id="privacy" role="group" aria-labelledby="privacy-title">
    <p class="small" id="privacy-title"><strong>${messages.privacy}</strong></p>
    <p class="small">${messages.privacyWhy} ${messages.privacyWhat}</p>
    <p class="small">
      ${name.value ? renderController(name, messages.privacyWho(name.value)) : nothing}
      ${retention ? messages.privacyTerm(retention) : nothing}
      ${
        contact
          ? html`${messages.privacyContact}
            ${href && isUrl ? renderLink(href, contact) : contact.replace(/[^.!?…]$/, '$&.')}`
          : nothing
      }
    </p>
    ${policyUrl ? html`<p class="small">${renderLink(policyUrl, messages.privacyPolicy)}</p>` : nothing}
  </div>`;
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
    ${renderReceipt(receipt, messages)} ${renderButton(messages.another, onReset)}
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
  isKept: boolean,
  {messages}: ContributeI18n,
  handlers: {readonly retry: () => void; readonly edit: () => void; readonly delete: () => void},
): TemplateResult {
  const message =
    state.status !== 'waiting'
      ? messages.sendingNow
      : state.reason === 'offline'
        ? messages.waitingOffline
        : messages.waitingServer;
  return html`<div class="notice unsent" id="waiting" tabindex="-1">
    <p>${message}</p>
    ${
      state.status === 'waiting'
        ? html`<p>
              ${isKept ? `${messages.keptOnDevice} ${messages.waitAnywhere}` : messages.waitHere}
            </p>
            ${renderButton(messages.sendAgain, handlers.retry)}`
        : nothing
    }
    ${renderButton(messages.editAgain, handlers.edit)}
    ${isKept ? renderButton(messages.deleteKept, handlers.delete) : nothing}
  </div>`;
}

interface PublishedOptions {
  readonly i18n: ContributeI18n;
  readonly headingLevel: number;
  /** Number of entries to render. */
  readonly visibleCount: number;
  showOnMap(place: NamedPlace): void;
  showMore(): void;
}

/** Renders the published contributions, newest first. */
export function renderPublished(
  contributions: readonly Contribution[],
  options: PublishedOptions,
): TemplateResult {
  const {i18n, headingLevel, visibleCount, showMore} = options;
  const {messages, number} = i18n;
  if (contributions.length === 0) return html`<p class="small none">${messages.noneYet}</p>`;
  const count = messages.publishedCount(contributions.length, number(contributions.length));
  return html`
    ${renderHeading(headingLevel, count)}
    <ul class="list" part="list">
      ${contributions.slice(0, visibleCount).map((one, index) => renderEntry(one, index, options))}
    </ul>
    ${
      visibleCount < contributions.length
        ? renderButton(
            joinFacts([
              messages.more,
              messages.shownOf(number(visibleCount), number(contributions.length)),
            ]),
            showMore,
          )
        : nothing
    }
  `;
}

function renderEntry(
  contribution: Contribution,
  index: number,
  {i18n, showOnMap}: PublishedOptions,
): TemplateResult {
  const {messages} = i18n;
  const {text, photos = [], name, created, reply} = contribution;
  const geo = placeOf(contribution);
  const answer = i18n.text(reply);
  const {value, lang} = i18n.text(text);
  const title = shortName(contribution, i18n);
  const facts = [name, created && i18n.date(created)].filter(Boolean);
  return html`<li id="entry-${index}" tabindex="-1">
    ${value ? html`<p class="words" dir="auto" lang=${lang ?? nothing}>${value}</p>` : nothing}
    ${photos.length ? html`<div class="pictures">${photos.map(photo => renderPhoto(photo, i18n))}</div>` : nothing}
    <p class="small facts">
      ${facts.map(fact => html`<bdi>${fact}</bdi>`)}
      ${
        geo
          ? html`<button
              class="quiet"
              type="button"
              @click=${() => showOnMap({...geo, name: title})}
            >
              ${actionLabel(messages.seeOnMap, title, i18n)}
            </button>`
          : nothing
      }
    </p>
    ${
      answer.value
        ? html`<div class="reply">
            <p class="small">${messages.replyByTeam}</p>
            <p class="words" dir="auto" lang=${answer.lang ?? nothing}>${answer.value}</p>
          </div>`
        : nothing
    }
  </li>`;
}

function renderPhoto(photo: Picture, i18n: ContributeI18n): TemplateResult {
  const {src, alt, credit} = photo;
  if (isDeferred(src)) return renderDeferredPictures([{src, alt: i18n.text(alt)}], i18n);
  return html`<span class="picture"
    >${renderImage(photo, i18n, {onError: hideParent})}${
      credit ? html`<span class="small">© ${credit}</span>` : nothing
    }</span
  >`;
}
