import {html, nothing} from 'lit';
import type {Filter} from '../../model/query.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderButton} from './elements.js';
import {canChange, noDataMessage, renderRetryButton, retryLoad} from './states.js';

type FilterHost = Pick<WidgetHost, 'i18n' | 'selection' | 'status' | 'applyFilter'>;

/**
 * Returns the parts of the empty state: a sentence and one way out. After a selection without a match, that is a button
 * to clear it; without data, the content of the page, or a button to load again.
 */
export function emptyParts(
  host: WidgetHost,
  noMatchText: string,
  noDataText = noDataMessage(host),
  applyFilter = (filter: Filter): boolean => host.applyFilter(filter),
): readonly [text: string, wayOut: unknown] {
  const {i18n, selection, status} = host;
  const clearButton = renderClearButton({i18n, selection, status, applyFilter});
  return clearButton === nothing ? [noDataText, renderWayOut(host)] : [noMatchText, clearButton];
}

/** Renders the empty state: a sentence and one way out. */
export function renderEmpty(...options: Parameters<typeof emptyParts>): unknown {
  const [text, wayOut] = emptyParts(...options);
  return html`${text} ${wayOut}`;
}

/** Renders the content of the page, or without any a button to load again. Records written in the page need neither. */
export function renderWayOut(host: WidgetHost): unknown {
  if (host.hasFallback) return html`<slot></slot>`;
  return host.items || !canChange(host)
    ? nothing
    : renderRetryButton(host, () => void retryLoad(host));
}

/** Renders a button that clears the selection, if there is one. */
export function renderClearButton(host: FilterHost): unknown {
  if (Object.values(host.selection.filter).every(value => !value)) return nothing;
  const clear = (): void => {
    host.status.keepFocus();
    host.applyFilter({});
  };
  return renderButton(host.i18n.messages.clearAll, clear);
}
