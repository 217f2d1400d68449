import {html, nothing, type TemplateResult} from 'lit';
import {joinFacts} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import {isPlainClick} from './link.js';
import {showsPart} from './shown-parts.js';
import {errorMessage} from './states.js';

export interface PageControlOptions {
  readonly part?: string;
  readonly label?: string;
  readonly rel?: string;
  readonly isCurrent?: boolean;
}

/**
 * Renders a control that goes to a page: a link if the page has a URL, for crawlers and bookmarks, otherwise a button.
 */
export function renderPageControl(
  content: unknown,
  onClick: () => void,
  url: string | undefined,
  {part, label, rel, isCurrent}: PageControlOptions,
): TemplateResult {
  const current = isCurrent === undefined ? nothing : isCurrent ? 'page' : 'false';
  if (url === undefined)
    return html`<button
      class="button"
      part=${part ?? nothing}
      type="button"
      aria-label=${label ?? nothing}
      aria-current=${current}
      @click=${onClick}
    >
      ${content}
    </button>`;
  const handleClick = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onClick();
  };
  return html`<a
    class="button"
    part=${part ?? nothing}
    href=${url}
    rel=${rel ?? nothing}
    aria-label=${label ?? nothing}
    aria-current=${current}
    @click=${handleClick}
    >${content}</a
  >`;
}

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

/** Focuses a block and shows its start. Of a block higher than the window, `focus()` shows the middle or the end. */
export function focusStart(block: HTMLElement | null | undefined): void {
  block?.focus();
  if (block && block.offsetHeight > innerHeight) block.scrollIntoView();
}
