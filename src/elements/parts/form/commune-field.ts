import {html, nothing} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sharedClient} from '../../../data/client/client.js';
import type {CommuneIndex} from '../../../model/geo/commune-index.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {describedBy, type FieldDescription, renderField} from './field.js';

/** Field for the name of a commune, found in the table that `places` names. */
export class CommuneField {
  readonly #host: WidgetHost;
  readonly #i18n: LocalizeController<'contribute'>;
  readonly #choose: (commune: Geo & {readonly name: string}) => void;
  #error = '';
  #request: AbortController | undefined;

  constructor(
    host: WidgetHost,
    i18n: LocalizeController<'contribute'>,
    choose: (commune: Geo & {readonly name: string}) => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#choose = choose;
  }

  clearError(): void {
    this.#error = '';
  }

  async load(signal: AbortSignal): Promise<CommuneIndex> {
    const {loadCommunes} = await import('../../../data/decorators/commune-located-source.js');
    return loadCommunes(this.#host.places, sharedClient, signal);
  }

  /** Renders nothing without a table of communes. */
  render(): unknown {
    if (!this.#host.places) return nothing;
    const {messages} = this.#i18n;
    const field: FieldDescription = {
      id: 'commune',
      label: messages.commune,
      hint: messages.communeHint,
      error: this.#error,
    };
    const onChange = ({target}: Event): void => void this.#find((target as HTMLInputElement).value);
    return renderField(
      field,
      this.#i18n,
      html`<input
        class="field"
        id=${field.id}
        autocomplete="off"
        aria-describedby=${describedBy(field)}
        aria-invalid=${this.#error ? 'true' : nothing}
        @change=${onChange}
      />`,
    );
  }

  async #find(text: string): Promise<void> {
    const name = text.trim();
    const {messages} = this.#i18n;
    this.#request?.abort();
    this.#error = '';
    this.#host.requestUpdate();
    if (!name) return;
    const request = (this.#request = new AbortController());
    try {
      const communes = await this.load(request.signal);
      if (this.#request !== request) return;
      const place = communes.find({name});
      if (typeof place === 'object') this.#choose(place);
      else
        this.#showError(
          place === 'ambiguous' ? messages.communeTwice(name) : messages.communeMissing(name),
        );
    } catch (error) {
      if (this.#request !== request) return;
      this.#host.warn(error instanceof Error ? error.message : String(error));
      this.#showError(messages.failedNetwork);
    }
  }

  #showError(message: string): void {
    this.#error = message;
    this.#host.status.announce(message);
    this.#host.requestUpdate();
  }
}
