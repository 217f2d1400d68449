import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {bindSpaces} from '../../i18n/no-break.js';
import type {LocalizedText} from '../../model/text.js';
import {actionLabel} from './records/record-labels.js';

/** Maximum number of characters of a text that is shown whole. */
const MAX_SHORT_TEXT = 320;
/** Number of characters shown of a longer text, at most: up to the end of a word. */
const MAX_START = 240;

/** Returns the length of the start of a text, up to the end of a word. */
function startLength(text: string): number {
  const end = text.lastIndexOf(' ', MAX_START);
  return end > MAX_START / 2 ? end : MAX_START;
}

/** Shows or hides the rest of a text. */
function toggleRest({currentTarget}: Event): void {
  const button = currentTarget as HTMLElement;
  const isOpen = button.previousElementSibling?.classList.toggle('open') ?? false;
  button.setAttribute('aria-expanded', String(isOpen));
}

/**
 * Renders the text of a record. The rest of a long text is shown on request, and always printed. Texts are not cut after
 * a number of lines: enlarged or spaced text would lose words (WCAG 1.4.4, 1.4.12).
 *
 * @param name Name of the record, for the button.
 */
export function renderLongText(
  text: LocalizedText,
  name: LocalizedText,
  i18n: LocalizeController,
): TemplateResult {
  const {lang} = text;
  const value = bindSpaces(text.value);
  if (value.length <= MAX_SHORT_TEXT)
    return html`<p class="text" lang=${lang ?? nothing}>${value}</p>`;
  const length = startLength(value);
  return html`<p class="text">
    <span lang=${lang ?? nothing}>${value.slice(0, length)}</span
    ><span class="remainder" lang=${lang ?? nothing}>${value.slice(length)}</span>
    <button class="quiet" type="button" aria-expanded="false" @click=${toggleRest}>
      ${actionLabel(i18n.messages.readMore, name, i18n)}
    </button>
  </p>`;
}
