import {html, nothing, type TemplateResult} from 'lit';
import {DATA_BLOCK} from '../../controllers/source-controller.js';
import {latestValue, type LoadState} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {HttpError, LoadError} from '../../data/client/errors.js';
import {formatWait} from '../../i18n/format.js';
import type {QueryResult} from '../../data/source.js';
import {MAX_SEARCH_LENGTH} from '../../model/query.js';
import type {PortalRecord} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderFooter} from './footer.js';

/** Returns an error message for the user. */
export function errorMessage(error: unknown, {messages, language}: LocalizeController): string {
  if (error instanceof HttpError && error.retryAfter !== undefined) {
    return messages.failedBusy(formatWait(language, error.retryAfter));
  }
  if (isSearchTooLong(error)) return messages.failedSearch;
  const messageOf: Partial<Record<LoadError['kind'], string>> = {
    network: messages.failedNetwork,
    timeout: messages.failedTimeout,
    unsupported: messages.failedUnsupported,
    schema: messages.failedSchema,
  };
  return messageOf[error instanceof LoadError ? error.kind : 'schema'] ?? messages.failedHttp;
}

/** Statuses of servers that refuse a request for its length. */
const LENGTH_STATUSES = [400, 413, 414, 431];

/** True if a server has refused a search that is longer than any that the search field allows. */
const isSearchTooLong = (error: unknown): boolean =>
  error instanceof HttpError &&
  LENGTH_STATUSES.includes(error.status) &&
  (new URL(error.url, document.baseURI).searchParams.get('q') ?? '').length >= MAX_SEARCH_LENGTH;

/**
 * Renders the loading state: a sentence, and the skeleton, which reserves the height of the data. Fallback content of the
 * page stays above, within that height, with the sentence at the end of its line: neither moves when the code of the
 * widget brings its skeleton. A fallback that is higher takes the place of the skeleton.
 */
export const renderLoading = (
  host: Omit<FailureHost, 'status'>,
  hasFallback: boolean,
  renderSkeleton: () => unknown,
): TemplateResult => html`
  <div class="waiting">
    ${
      hasFallback
        ? html`<div class="skeleton room" aria-hidden="true" inert>${renderSkeleton()}</div>`
        : nothing
    }
    <div>
      <div><slot></slot></div>
      <p class=${hasFallback ? '' : 'sr'}>${named(host, host.i18n.messages.loading, '…')}</p>
    </div>
    <div class=${hasFallback ? 'beneath' : ''}>
      <div class="skeleton" aria-hidden="true" inert>${renderSkeleton()}</div>
    </div>
  </div>
`;

type FailureHost = Pick<WidgetHost, 'i18n' | 'status' | 'localName' | 'querySelector'>;

/**
 * True if another attempt may have another result: not with the same attributes, nor with the records that the page has
 * written in the tag.
 */
export const canChange = (host: Pick<FailureHost, 'querySelector'>, error?: unknown): boolean =>
  (error as Partial<LoadError> | undefined)?.kind !== 'unsupported' &&
  !host.querySelector(DATA_BLOCK);

interface FailureOptions {
  retry(): void;
  /** Drawing between the message and the button. */
  readonly drawing?: unknown;
  /** Content after the button. */
  readonly content?: unknown;
}

/** Renders an error message with a button to try again. If several widgets fail at once, only one announces it. */
export const renderRetry = (
  host: FailureHost,
  error: unknown,
  {retry, drawing = nothing, content = nothing}: FailureOptions,
): TemplateResult => html`
  <div class="failure">
    <p role=${host.status.alertsOf(error) ? 'alert' : nothing}>${errorMessage(error, host.i18n)}</p>
    ${drawing} ${canChange(host, error) ? renderRetryButton(host, retry) : nothing} ${content}
  </div>
`;

/** Renders a button to try again. Its accessible name contains the name of the widget. */
export function renderRetryButton(
  host: Omit<FailureHost, 'status'>,
  retry: () => void,
): TemplateResult {
  const {messages, colon} = host.i18n;
  const name = widgetName(host);
  return html`<button
    class="button retry"
    type="button"
    aria-label=${name ? `${messages.tryAgain}${colon}${name}` : nothing}
    @click=${retry}
  >
    ${messages.tryAgain}
  </button>`;
}

/** Returns the name of a widget for messages: its heading in the page, or else the name of its kind. */
function widgetName(host: Omit<FailureHost, 'status'>): string | undefined {
  const names: Readonly<Record<string, unknown>> = host.i18n.messages;
  return (
    host.querySelector(':scope>[slot=heading]')?.textContent.trim() ||
    (names as Readonly<Record<string, string | undefined>>)[host.localName]
  );
}

/** Adds the name of a widget to a sentence, before its end: several of one page may say the same. */
function named(host: Omit<FailureHost, 'status'>, sentence: string, end: string): string {
  const name = widgetName(host);
  return sentence.replace(end, (name ? host.i18n.colon + name : '') + end);
}

/** Returns the sentence of a widget without data, with its name. */
export const noDataMessage = (host: FailureHost): string =>
  named(host, host.i18n.messages.noData, '.');

/**
 * Renders the error state: message, the skeleton as an outline of the missing content, a button to try again, and
 * fallback content of the page.
 */
export const renderFailure = (
  host: FailureHost,
  error: unknown,
  retry: () => void,
  renderSkeleton?: () => unknown,
): TemplateResult =>
  renderRetry(host, error, {
    retry,
    drawing:
      renderSkeleton &&
      html`<div class="skeleton drawing" aria-hidden="true" inert>${renderSkeleton()}</div>`,
    content: html`<div><slot></slot></div>`,
  });

/** Returns a message with the age of a stale copy, or an empty string if the result is fresh. */
export function staleMessage({staleSince}: QueryResult, i18n: LocalizeController): string {
  if (staleSince === undefined) return '';
  const {stale, staleUnknown} = i18n.messages;
  return staleSince ? stale(i18n.localDate(staleSince)) : staleUnknown;
}

/** Renders notices about an incomplete result: a stale copy, or sources that are missing. */
export function renderNotices(host: FailureHost, result: QueryResult, retry: () => void): unknown {
  const {failedSources: missing} = result;
  const {i18n} = host;
  const texts = [
    staleMessage(result, i18n),
    missing?.length && i18n.messages.missing(i18n.list(missing)),
  ];
  return texts.map(text => (text ? renderNotice(host, text, retry) : nothing));
}

/**
 * Renders a line above a result of which a part is old or missing, with a button to load that again.
 *
 * @param error Reason, if screen readers are to announce the line as an error.
 */
export const renderNotice = (
  host: FailureHost,
  text: string,
  retry: () => void,
  error?: unknown,
): TemplateResult =>
  html`<p class="notice">
    <span role=${error && host.status.alertsOf(error) ? 'alert' : nothing}>${text}</span>
    ${renderRetryButton(host, retry)}
  </p>`;

interface StateOptions<R extends PortalRecord> {
  /** Renders the footer. Default: source, licence and date. */
  readonly renderFooter?: (result: QueryResult<R>) => unknown;
  /** True if there is content of the page until data is rendered. Default: the host's. */
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
  const retry = (): void => void retryLoad(host);
  const result = i18n.isReady ? latestValue(state) : undefined;
  if (result)
    return html`
      ${renderNotices(host, result, retry)}
      <div class="body" aria-busy=${state.status === 'loading'}>${renderResult(result)}</div>
      ${renderEnd ? renderEnd(result) : renderFooter(host, result)}
    `;
  if (state.status === 'failed' && i18n.isReady)
    return renderFailure(host, state.error, retry, renderSkeleton);
  return renderLoading(host, hasFallback, renderSkeleton);
}

/**
 * Loads again after an error. The focus moves to the status line, which announces the load and its result; if the load
 * fails again, it returns to the button.
 *
 * @param start Starts the load. Default: loads everything.
 */
export async function retryLoad(
  host: Pick<WidgetHost, 'records' | 'status' | 'loadComplete'>,
  start: () => unknown = () => host.records.retry(),
): Promise<void> {
  host.status.startRetry();
  start();
  await host.loadComplete;
  host.status.endRetry();
}
