import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {SearchInputController} from '../../controllers/search-input-controller.js';

interface SearchFieldOptions {
  readonly label: string;
  readonly placeholder?: string;
  /** Hint below the field, for example that the text is too short. */
  readonly hint?: string | undefined;
}

/** Renders the search field of a list. Its ids are fixed: at most one per shadow root. */
export function renderSearchField(
  search: SearchInputController,
  {label, placeholder, hint}: SearchFieldOptions,
): TemplateResult {
  const handleInput = ({target}: Event): void => search.setText((target as HTMLInputElement).value);
  const handleKeydown = ({key, isComposing}: KeyboardEvent): void => {
    if (key === 'Enter' && !isComposing) search.submit();
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
      placeholder=${placeholder ?? nothing}
      aria-describedby=${hint ? 'q-hint' : nothing}
      .value=${live(search.value)}
      @input=${handleInput}
      @keydown=${handleKeydown}
    />
    ${hint ? html`<p class="small" id="q-hint">${hint}</p>` : nothing}
  </div>`;
}
