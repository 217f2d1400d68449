import {html, nothing, type TemplateResult} from 'lit';
import {joinFacts} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderPageControl} from './page-control.js';
import {showsPart} from './shown-parts.js';
import {errorMessage} from './states.js';

type MoreControlHost = Pick<WidgetHost, 'i18n' | 'record' | 'hide' | 'warn'>;

interface MoreOptions {
  readonly shown: number;
  readonly total: number;
  /** Error of the last request for more. */
  readonly error?: unknown;
  /** URL that opens the next page, for crawlers and bookmarks. */
  readonly href?: string | undefined;
  showNext(): void;
}

/** Returns the label of a button that shows more entries, with the number of those shown if the widget shows counts. */
export function moreLabel(host: MoreControlHost, shown: number, total: number): string {
  const {messages, number} = host.i18n;
  if (!showsPart(host, 'count')) return messages.more;
  return joinFacts([messages.more, messages.shownOf(number(shown), number(total))]);
}

/** Renders the button that shows more entries. */
export function renderMore(
  host: MoreControlHost,
  {shown, total, error, href, showNext}: MoreOptions,
): TemplateResult {
  const label = moreLabel(host, shown, total);
  return html`<div class="more" data-rest=${total - shown}>
    ${error ? html`<p role="alert">${errorMessage(error, host.i18n)}</p>` : nothing}
    ${renderPageControl(label, showNext, href, {part: 'more', rel: 'next'})}
  </div>`;
}
