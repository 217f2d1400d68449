import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {fold} from '../../../model/fold.js';

/** Commune that occurs in the data. `value` is the key used by the filter. */
export interface CommuneOption {
  readonly value: string;
  readonly name: string;
}

interface CommuneFinderOptions {
  choose(value: string): void;
  /** Announces a message that is also shown below the field. */
  announce(message: string): void;
}

/** Text field that finds a commune among those of the data. Its ids are fixed: at most one per shadow root. */
export class CommuneFinder {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'placeSearch'>;
  readonly #options: CommuneFinderOptions;
  #unknownName = '';

  constructor(
    host: ReactiveControllerHost,
    i18n: LocalizeController<'placeSearch'>,
    options: CommuneFinderOptions,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
  }

  render(communes: readonly CommuneOption[]): TemplateResult {
    const {findCommune, communeUnknown} = this.#i18n.messages;
    const names = valuesByName(communes);
    // Browsers report a selected suggestion without `inputType`, or as `insertReplacementText`.
    const handleInput = ({target, inputType}: InputEvent): void => {
      if (!inputType || inputType === 'insertReplacementText') {
        this.#submit(target as HTMLInputElement, names, false);
      }
    };
    const handleChange = ({target}: Event): void =>
      this.#submit(target as HTMLInputElement, names, true);
    // WebKit handles Enter in its suggestion list and fires no `change` event.
    const handleKeyup = ({key, target}: KeyboardEvent): void => {
      if (key === 'Enter') this.#submit(target as HTMLInputElement, names, false);
    };
    return html`
      <label class="small" for="commune">${findCommune}</label>
      <input
        class="field"
        id="commune"
        list="communes"
        autocomplete="off"
        aria-invalid=${this.#unknownName ? 'true' : nothing}
        aria-describedby=${this.#unknownName ? 'commune-unknown' : nothing}
        @input=${handleInput}
        @change=${handleChange}
        @keyup=${handleKeyup}
      />
      <datalist id="communes">
        ${[...names].map(([name]) => html`<option value=${name}></option>`)}
      </datalist>
      ${this.#unknownName ? html`<p class="small" id="commune-unknown">${communeUnknown(this.#unknownName)}</p>` : nothing}
    `;
  }

  #submit(
    input: HTMLInputElement,
    names: ReadonlyMap<string, string>,
    reportsUnknown: boolean,
  ): void {
    const typed = input.value.trim();
    const folded = fold(typed);
    const value = [...names].find(([name]) => fold(name) === folded)?.[1];
    if (value === undefined && !reportsUnknown) return;
    this.#unknownName = value === undefined ? typed : '';
    if (value !== undefined) {
      input.value = '';
      this.#options.choose(value);
    } else if (typed) this.#options.announce(this.#i18n.messages.communeUnknown(typed));
    this.#host.requestUpdate();
  }
}

/**
 * Maps display names to values, in the order of the data. Communes with the same name are distinguished by their code.
 */
function valuesByName(communes: readonly CommuneOption[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const {name} of communes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    communes.map(({name, value}) => [counts.get(name) === 1 ? name : `${name} (${value})`, value]),
  );
}
