import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {fold} from '../../../model/fold.js';
import {memo} from '../../../model/memo.js';

/** Maximum number of suggestions. */
const MAX_SUGGESTIONS = 50;

/** Commune that occurs in the data. `value` is the key used by the filter. */
export interface CommuneOption {
  readonly value: string;
  readonly label: string;
}

/** Commune with the name that distinguishes it from all others. */
interface NamedCommune {
  readonly value: string;
  readonly name: string;
  /** Folded name. */
  readonly key: string;
}

interface CommuneFinderOptions {
  choose(value: string): void;
  /** Announces a message that is also shown below the field. */
  announce(message: string): void;
  /** Returns a promise that resolves when the communes are known; undefined if they are. */
  collecting?(): Promise<void> | undefined;
}

/** Text field that finds a commune that the data name. Its ids are fixed: at most one per shadow root. */
export class CommuneFinder {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'placeSearch'>;
  readonly #options: CommuneFinderOptions;
  #unknownName = '';
  #typedText = '';
  #communes: readonly CommuneOption[] = [];
  readonly #named = memo(
    () => [this.#communes],
    () => nameCommunes(this.#communes),
  );
  readonly #suggestions = memo(
    () => [this.#communes, this.#typedText],
    () => this.#suggest(),
  );

  constructor(
    host: ReactiveControllerHost,
    i18n: LocalizeController<'placeSearch'>,
    options: CommuneFinderOptions,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
  }

  /** @param communes Communes of the data; the same array as long as none has changed. */
  render(communes: readonly CommuneOption[]): TemplateResult {
    this.#communes = communes;
    const {findCommune, communeUnknown} = this.#i18n.messages;
    // Browsers report a selected suggestion without `inputType`, or as `insertReplacementText`.
    const handleInput = ({target, inputType}: InputEvent): void => {
      const input = target as HTMLInputElement;
      if (!inputType || inputType === 'insertReplacementText') this.#submit(input, false);
      this.#typedText = input.value;
      this.#host.requestUpdate();
    };
    const handleChange = ({target}: Event): void => this.#submit(target as HTMLInputElement, true);
    // WebKit handles Enter in its suggestion list and fires no `change` event.
    const handleKeyup = ({key, target}: KeyboardEvent): void => {
      if (key === 'Enter') this.#submit(target as HTMLInputElement, false);
    };
    return html`
      <label for="commune">${findCommune}</label>
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
        ${this.#suggestions().map(({name}) => html`<option value=${name}></option>`)}
      </datalist>
      ${this.#unknownName ? html`<p class="small" id="commune-unknown">${communeUnknown(this.#unknownName)}</p>` : nothing}
    `;
  }

  /**
   * Returns the first communes with a name that contains the text, those that start with it first. Without a text,
   * returns all if there are few, else none: a `<datalist>` with the communes of a country would be most of the page.
   */
  #suggest(): readonly NamedCommune[] {
    const text = fold(this.#typedText.trim());
    if (!text && this.#communes.length > MAX_SUGGESTIONS) return [];
    const communes = this.#named();
    const starting = communes.filter(({key}) => key.startsWith(text));
    const containing =
      starting.length < MAX_SUGGESTIONS ? communes.filter(({key}) => key.includes(text, 1)) : [];
    return [...new Set([...starting, ...containing])].slice(0, MAX_SUGGESTIONS);
  }

  #submit(input: HTMLInputElement, reportsUnknown: boolean): void {
    const collecting = this.#options.collecting?.();
    if (collecting) {
      void collecting.then(() => this.#submit(input, reportsUnknown));
      return;
    }
    const typed = input.value.trim();
    const key = fold(typed);
    const value = this.#named().find(commune => commune.key === key)?.value;
    if (value === undefined && !reportsUnknown) return;
    this.#unknownName = value === undefined ? typed : '';
    if (value !== undefined) {
      input.value = this.#typedText = '';
      this.#options.choose(value);
    } else if (typed) this.#options.announce(this.#i18n.messages.communeUnknown(typed));
    this.#host.requestUpdate();
  }
}

/**
 * Returns the communes with their display names, in the order of the data. Communes with the same name are
 * distinguished by their code.
 */
function nameCommunes(communes: readonly CommuneOption[]): readonly NamedCommune[] {
  const counts = new Map<string, number>();
  for (const {label} of communes) counts.set(label, (counts.get(label) ?? 0) + 1);
  return communes.map(({label, value}) => {
    const name = counts.get(label) === 1 ? label : `${label} (${value})`;
    return {value, name, key: fold(name)};
  });
}
