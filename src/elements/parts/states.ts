import {html, nothing, type TemplateResult} from 'lit';
import {latestValue, type LoadState} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {HttpError, LoadError} from '../../data/client/errors.js';
import {formatWait} from '../../i18n/format.js';
import type {QueryResult} from '../../data/source.js';
import type {PortalRecord} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderFooter} from './footer.js';

/** Returns an error message for the user. */
export function errorMessage(error: unknown, {messages, language}: LocalizeController): string {
  if (error instanceof HttpError && error.retryAfter !== undefined) {
    return messages.failedBusy(formatWait(language, error.retryAfter));
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

/** Renders an error message with a button to try again. `content` is placed between them. */
export const renderRetry = (
  message: string,
  {messages}: LocalizeController,
  retry: () => void,
  content: unknown = nothing,
): TemplateResult => html`
  <div class="failure">
    <p role="alert">${message}</p>
    ${content}
    <button class="button" type="button" @click=${retry}>${messages.tryAgain}</button>
  </div>
`;

/** Renders the error state: message, fallback content of the page, and a button to try again. */
export const renderFailure = (
  message: string,
  i18n: LocalizeController,
  retry: () => void,
): TemplateResult => renderRetry(message, i18n, retry, html`<slot></slot>`);

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

interface StateOptions<R extends PortalRecord> {
  /** Renders the footer. Default: source, licence and date. */
  readonly renderFooter?: (result: QueryResult<R>) => unknown;
  /** True if there is content of the page until data is rendered. Default: that of the host. */
  readonly hasFallback?: boolean;
}

/**
 * Renders the state of a load, with notices and the footer. `renderResult` is called with the result, or with the
 * previous one while the next is loading.
 */
export function renderState<R extends PortalRecord>(
  host: WidgetHost,
  state: LoadState<QueryResult<R>>,
  renderResult: (result: QueryResult<R>) => unknown,
  renderSkeleton: () => unknown,
  {renderFooter: renderEnd, hasFallback = host.hasFallback}: StateOptions<R> = {},
): unknown {
  const {i18n} = host;
  const retry = (): void => retryLoad(host);
  const result = i18n.isReady ? latestValue(state) : undefined;
  if (result)
    return html`
      ${renderNotices(result, i18n, retry)}
      <div class="body" aria-busy=${state.status === 'loading'}>${renderResult(result)}</div>
      ${renderEnd ? renderEnd(result) : renderFooter(host, result)}
    `;
  if (state.status === 'failed' && i18n.isReady)
    return renderFailure(errorMessage(state.error, i18n), i18n, retry);
  return renderLoading(i18n, hasFallback, renderSkeleton);
}

/** Loads everything again after an error, and keeps the focus in the widget. */
export function retryLoad({records, status}: Pick<WidgetHost, 'records' | 'status'>): void {
  status.keepFocus();
  records.retry();
}

type FilterHost = Pick<WidgetHost, 'i18n' | 'selection' | 'status' | 'applyFilter'>;

/** Renders the empty state: no data yet, or no match for the user's selection with a button to clear it. */
export function renderEmpty(
  host: FilterHost,
  noMatchText: string,
  noDataText = host.i18n.messages.noData,
): unknown {
  const clearButton = renderClearButton(host);
  return clearButton === nothing ? noDataText : html`${noMatchText} ${clearButton}`;
}

/** Renders a button that clears the selection, if there is one. */
export function renderClearButton(host: FilterHost): unknown {
  if (Object.values(host.selection.filter).every(value => !value)) return nothing;
  const clear = (): void => {
    host.status.keepFocus();
    host.applyFilter({});
  };
  return html`<button class="button" type="button" @click=${clear}>
    ${host.i18n.messages.clearAll}
  </button>`;
}
