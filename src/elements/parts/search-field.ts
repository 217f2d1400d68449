import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {SearchInputController} from '../../controllers/search-input-controller.js';
import {MAX_SEARCH_LENGTH} from '../../model/query.js';
import type {WidgetHost} from '../base/widget-view.js';

interface SearchFieldOptions {
  readonly label: string;
  readonly placeholder?: string;
  /** Hint below the field, for example that the text is too short. */
  readonly hint?: string | undefined;
  readonly onFocus?: () => void;
}

type SearchHost = Pick<WidgetHost, 'i18n' | 'status'>;

/** Renders the search field of a list. Its ids are fixed: at most one per shadow root. */
export function renderSearchField(
  {i18n, status}: SearchHost,
  search: SearchInputController,
  {label, placeholder, hint: ownHint, onFocus}: SearchFieldOptions,
): TemplateResult {
  const limitText = i18n.messages.searchLimit(i18n.number(MAX_SEARCH_LENGTH));
  const hint = search.value.length < MAX_SEARCH_LENGTH ? ownHint : limitText;
  const handleInput = ({target}: Event): void => {
    const {value} = target as HTMLInputElement;
    // Browsers cut pasted text off without a word.
    if (value.length >= MAX_SEARCH_LENGTH) status.announce(limitText);
    search.setText(value);
  };
  const handleKeydown = (event: KeyboardEvent): void => {
    // An input method (Japanese, for instance) uses both keys itself.
    if (event.isComposing) return;
    if (event.key === 'Enter') search.submit();
    // Firefox does not clear a search field with Escape. As in `handleEscape`, which would make the list too large.
    if (event.key === 'Escape' && search.value) {
      event.preventDefault();
      event.stopPropagation();
      search.setText('');
    }
  };
  return html`<div class="search">
    <label for="q">${label}</label>
    <input
      class="field"
      part="search"
      id="q"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      maxlength=${MAX_SEARCH_LENGTH}
      placeholder=${placeholder ?? nothing}
      aria-describedby=${hint ? 'q-hint' : nothing}
      .value=${live(search.value)}
      @focus=${onFocus}
      @input=${handleInput}
      @keydown=${handleKeydown}
    />
    ${hint ? html`<p class="small" id="q-hint">${hint}</p>` : nothing}
  </div>`;
}
