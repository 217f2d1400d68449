import {html, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';

/** The numbers that lead to the pages: the first, the last, those around the present one; 0 is a gap. */
export function pageNumbers(page: number, last: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = 1; number <= last; number++) {
    if (number === 1 || number === last || Math.abs(number - page) < 2) numbers.push(number);
    else if (numbers.at(-1) !== 0) numbers.push(0);
  }
  return numbers;
}

/** Previous, numbers, next. */
export function renderPages(
  page: number,
  last: number,
  {messages, number}: LocalizeController<'resourceList'>,
  go: (page: number) => void,
): TemplateResult {
  const step = (to: number, label: string) =>
    html`<li>
      <button class="button" type="button" ?disabled=${to < 1 || to > last} @click=${() => go(to)}>
        ${label}
      </button>
    </li>`;
  const leaf = (to: number) =>
    to === 0
      ? html`<li>…</li>`
      : html`<li>
          <button
            class="button"
            type="button"
            aria-label=${messages.page(number(to))}
            aria-current=${to === page ? 'page' : 'false'}
            @click=${() => go(to)}
          >
            ${number(to)}
          </button>
        </li>`;
  return html`<nav class="pages" part="pages" aria-label=${messages.pages}>
    <ul>
      ${step(page - 1, messages.previous)} ${pageNumbers(page, last).map(leaf)}
      ${step(page + 1, messages.next)}
    </ul>
  </nav>`;
}

/** The button that shows more, with how much there is. */
export function renderMore(
  shown: number,
  total: number,
  {messages, number}: LocalizeController<'resourceList'>,
  more: () => void,
): TemplateResult {
  return html`<button class="button" part="more" type="button" @click=${more}>
    ${messages.more} · ${messages.shownOf(number(shown), number(total))}
  </button>`;
}
