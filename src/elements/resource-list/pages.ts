import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';

/** Navigation to the pages of a list. */
export interface Turning {
  go(page: number): void;
  /** Returns the URL that opens a page; undefined if pages are not stored in the URL. */
  href(page: number): string | undefined;
}

interface Control {
  readonly part?: string;
  readonly label?: string;
  readonly rel?: string;
  readonly isCurrent?: boolean;
}

/**
 * Renders a control that goes to a page: a link if the page has a URL, for crawlers and bookmarks, otherwise a button.
 */
function control(
  words: unknown,
  turn: () => void,
  address: string | undefined,
  {part, label, rel, isCurrent}: Control,
): TemplateResult {
  const current = isCurrent === undefined ? nothing : isCurrent ? 'page' : 'false';
  if (address === undefined)
    return html`<button
      class="button"
      part=${part ?? nothing}
      type="button"
      aria-label=${label ?? nothing}
      aria-current=${current}
      @click=${turn}
    >
      ${words}
    </button>`;
  const follow = (click: MouseEvent): void => {
    // Modified clicks open the URL, for example in a new tab.
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button > 0) return;
    click.preventDefault();
    turn();
  };
  return html`<a
    class="button"
    part=${part ?? nothing}
    href=${address}
    rel=${rel ?? nothing}
    aria-label=${label ?? nothing}
    aria-current=${current}
    @click=${follow}
    >${words}</a
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
export function renderPages(
  page: number,
  last: number,
  {messages, number}: LocalizeController<'resourceList'>,
  {go, href}: Turning,
): TemplateResult {
  const lead = (to: number, words: string, how: Control) =>
    control(words, () => go(to), href(to), how);
  const step = (to: number, words: string, rel: string) =>
    html`<li>
      ${
        to < 1 || to > last
          ? html`<button class="button" type="button" disabled>${words}</button>`
          : lead(to, words, {rel})
      }
    </li>`;
  const leaf = (to: number) =>
    to === 0
      ? html`<li>…</li>`
      : html`<li>
          ${lead(to, number(to), {label: messages.page(number(to)), isCurrent: to === page})}
        </li>`;
  return html`<nav class="pages" part="pages" aria-label=${messages.pages}>
    <ul>
      ${step(page - 1, messages.previous, 'prev')} ${pageNumbers(page, last).map(leaf)}
      ${step(page + 1, messages.next, 'next')}
    </ul>
  </nav>`;
}

/** Renders the "more" button with the number of records; a link if the next page has a URL. */
export function renderMore(
  shown: number,
  total: number,
  {messages, number}: LocalizeController<'resourceList'>,
  more: () => void,
  address?: string,
): TemplateResult {
  const words = html`${messages.more} · ${messages.shownOf(number(shown), number(total))}`;
  return control(words, more, address, {part: 'more', rel: 'next'});
}
