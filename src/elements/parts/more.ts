import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {renderPageControl} from './page-control.js';
import {errorMessage} from './states.js';

interface MoreOptions {
  readonly shown: number;
  readonly total: number;
  /** Error of the last request for more. */
  readonly error?: unknown;
  /** Shows how many entries there are. Default: true. */
  readonly isCounted?: boolean;
  /** URL that opens the next page, for crawlers and bookmarks. */
  readonly href?: string | undefined;
  showNext(): void;
}

/** Renders the button that shows more entries, with the number of those shown. */
export function renderMore(
  i18n: LocalizeController,
  {shown, total, error, isCounted = true, href, showNext}: MoreOptions,
): TemplateResult {
  const {messages, number} = i18n;
  const counts = isCounted ? ` · ${messages.shownOf(number(shown), number(total))}` : '';
  const content = `${messages.more}${counts}`;
  return html`<div class="more">
    ${error ? html`<p role="alert">${errorMessage(error, i18n)}</p>` : nothing}
    ${renderPageControl(content, showNext, href, {part: 'more', rel: 'next'})}
  </div>`;
}
