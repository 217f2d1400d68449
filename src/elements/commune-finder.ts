import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import {fold} from '../model/fold.js';

/** Commune that occurs in the data. `value` is the key used by the filter. */
export interface CommuneChoice {
  readonly value: string;
  readonly name: string;
}

interface Options {
  choose(value: string): void;
  /** Announces a message that is also shown below the field. */
  announce(sentence: string): void;
}

/** Text field that finds a commune among those of the data. Its ids are fixed: at most one per shadow root. */
export class CommuneFinder {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'finding'>;
  readonly #options: Options;
  #unknown = '';

  constructor(host: ReactiveControllerHost, i18n: LocalizeController<'finding'>, options: Options) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
  }

  render(communes: readonly CommuneChoice[]): TemplateResult {
    const {findCommune, communeUnknown} = this.#i18n.messages;
    const names = namesOf(communes);
    // Browsers report a selected suggestion without `inputType`, or as `insertReplacementText`.
    const pick = ({target, inputType}: InputEvent): void => {
      if (!inputType || inputType === 'insertReplacementText') {
        this.#find(target as HTMLInputElement, names, false);
      }
    };
    const find = ({target}: Event): void => this.#find(target as HTMLInputElement, names, true);
    // WebKit handles Enter in its suggestion list and fires no `change` event.
    const enter = ({key, target}: KeyboardEvent): void => {
      if (key === 'Enter') this.#find(target as HTMLInputElement, names, false);
    };
    return html`
      <label class="small" for="commune">${findCommune}</label>
      <input
        class="field"
        id="commune"
        list="communes"
        autocomplete="off"
        aria-invalid=${this.#unknown ? 'true' : nothing}
        aria-describedby=${this.#unknown ? 'commune-unknown' : nothing}
        @input=${pick}
        @change=${find}
        @keyup=${enter}
      />
      <datalist id="communes">
        ${[...names].map(([name]) => html`<option value=${name}></option>`)}
      </datalist>
      ${this.#unknown ? html`<p class="small" id="commune-unknown">${communeUnknown(this.#unknown)}</p>` : nothing}
    `;
  }

  #find(input: HTMLInputElement, names: ReadonlyMap<string, string>, tells: boolean): void {
    const typed = input.value.trim();
    const wanted = fold(typed);
    const found = [...names].find(([name]) => fold(name) === wanted)?.[1];
    if (found === undefined && !tells) return;
    this.#unknown = found === undefined ? typed : '';
    if (found !== undefined) {
      input.value = '';
      this.#options.choose(found);
    } else if (typed) this.#options.announce(this.#i18n.messages.communeUnknown(typed));
    this.#host.requestUpdate();
  }
}

/**
 * Maps display names to values, in the order of the data. Communes with the same name are distinguished by their code.
 */
function namesOf(communes: readonly CommuneChoice[]): Map<string, string> {
  const times = new Map<string, number>();
  for (const {name} of communes) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    communes.map(({name, value}) => [times.get(name) === 1 ? name : `${name} (${value})`, value]),
  );
}
