import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';

/** Navigation to the pages of a list. */
export interface PageNavigation {
  goToPage(page: number): void;
  /** Returns the URL that opens a page; undefined if pages are not stored in the URL. */
  href(page: number): string | undefined;
}

interface PageControlOptions {
  readonly part?: string;
  readonly label?: string;
  readonly rel?: string;
  readonly isCurrent?: boolean;
}

/**
 * Renders a control that goes to a page: a link if the page has a URL, for crawlers and bookmarks, otherwise a button.
 */
function renderPageControl(
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
    // Modified clicks open the URL, for example in a new tab.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
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

/** Returns the page numbers to show: the first, the last, and those around the current one. 0 stands for a gap. */
export function pageNumbers(page: number, last: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = 1; number <= last; number++) {
    if (number === 1 || number === last || Math.abs(number - page) < 2) numbers.push(number);
    else if (numbers.at(-1) !== 0) numbers.push(0);
  }
  return numbers;
}

/** Renders previous, page numbers and next. */
export function renderPagination(
  page: number,
  last: number,
  {messages, number}: LocalizeController<'resourceList'>,
  {goToPage, href}: PageNavigation,
): TemplateResult {
  const renderPageLink = (target: number, content: string, options: PageControlOptions) =>
    renderPageControl(content, () => goToPage(target), href(target), options);
  const renderStep = (to: number, words: string, rel: string) =>
    html`<li>
      ${
        to < 1 || to > last
          ? html`<button class="button" type="button" disabled>${words}</button>`
          : renderPageLink(to, words, {rel})
      }
    </li>`;
  const renderPageNumber = (to: number) =>
    to === 0
      ? html`<li>…</li>`
      : html`<li>
          ${renderPageLink(to, number(to), {label: messages.page(number(to)), isCurrent: to === page})}
        </li>`;
  return html`<nav class="pages" part="pages" aria-label=${messages.pages}>
    <ul>
      ${renderStep(page - 1, messages.previous, 'prev')}
      ${pageNumbers(page, last).map(renderPageNumber)}
      ${renderStep(page + 1, messages.next, 'next')}
    </ul>
  </nav>`;
}

/** Renders the "more" button with the number of records; a link if the next page has a URL. */
export function renderMoreButton(
  shown: number,
  total: number,
  {messages, number}: LocalizeController<'resourceList'>,
  onClick: () => void,
  url?: string,
): TemplateResult {
  const content = html`${messages.more} · ${messages.shownOf(number(shown), number(total))}`;
  return renderPageControl(content, onClick, url, {part: 'more', rel: 'next'});
}
