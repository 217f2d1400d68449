import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {errorMessage} from './states.js';

interface MoreOptions {
  readonly shown: number;
  readonly total: number;
  /** Error of the last request for more. */
  readonly error?: unknown;
  showNext(): void;
}

/** Renders the button that shows more entries, with the number of those shown. */
export function renderMore(
  i18n: LocalizeController,
  {shown, total, error, showNext}: MoreOptions,
): TemplateResult {
  const {messages, number} = i18n;
  return html`<div class="more">
    ${error ? html`<p role="alert">${errorMessage(error, i18n)}</p>` : nothing}
    <button class="button" part="more" type="button" @click=${showNext}>
      ${messages.more} · ${messages.shownOf(number(shown), number(total))}
    </button>
  </div>`;
}
