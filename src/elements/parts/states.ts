import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {HttpError, LoadError} from '../../data/client/errors.js';
import type {QueryResult} from '../../data/source.js';

/** Returns an error message for the user. */
export function errorMessage(error: unknown, {messages, number}: LocalizeController): string {
  if (error instanceof HttpError && error.retryAfter !== undefined) {
    return messages.failedBusy(number(Math.ceil(error.retryAfter)));
  }
  switch (error instanceof LoadError ? error.kind : 'schema') {
    case 'network':
      return messages.failedNetwork;
    case 'timeout':
      return messages.failedTimeout;
    case 'unsupported':
      return messages.failedUnsupported;
    case 'schema':
      return messages.failedSchema;
    default:
      return messages.failedHttp;
  }
}

/**
 * Renders the loading state. The skeleton reserves the height of the data. Fallback content of the page comes first,
 * and the skeleton fills the rest of that height.
 */
export const renderLoading = (
  {messages}: LocalizeController,
  hasFallback: boolean,
  renderSkeleton: () => unknown,
): TemplateResult => html`
  <div class="waiting">
    <div><slot></slot></div>
    ${
      hasFallback
        ? html`<div class="skeleton room" aria-hidden="true" inert>${renderSkeleton()}</div>`
        : nothing
    }
    <div class="skeleton" aria-hidden="true" inert>${renderSkeleton()}</div>
  </div>
  <p class="sr">${messages.loading}</p>
`;

/** Renders the error state: message, fallback content of the page, and a button to try again. */
export const renderFailure = (
  message: string,
  {messages}: LocalizeController,
  retry: () => void,
): TemplateResult => html`
  <div class="failure">
    <p role="alert">${message}</p>
    <slot></slot>
    <button class="button" type="button" @click=${retry}>${messages.tryAgain}</button>
  </div>
`;

/** Returns a message with the age of a stale copy, or an empty string if the result is fresh. */
export function staleMessage({staleSince}: QueryResult, i18n: LocalizeController): string {
  if (staleSince === undefined) return '';
  const {stale, staleUnknown} = i18n.messages;
  return staleSince ? stale(i18n.localDate(staleSince)) : staleUnknown;
}

/** Renders notices about an incomplete result: a stale copy, or sources that are missing. */
export function renderNotices(
  result: QueryResult,
  i18n: LocalizeController,
  retry: () => void,
): unknown {
  const {failedSources: missing} = result;
  const {messages, list} = i18n;
  const {tryAgain} = messages;
  const staleText = staleMessage(result, i18n);
  return html`${staleText ? html`<p class="notice small">${staleText}</p>` : nothing}${
    missing?.length
      ? html`<p class="notice small">
          ${messages.missing(list(missing))}
          <button class="quiet" type="button" @click=${retry}>${tryAgain}</button>
        </p>`
      : nothing
  }`;
}
