import {html, nothing, type TemplateResult} from 'lit';
import {renderButton} from '../elements.js';
import {LoadController} from '../../../controllers/load-controller.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sharedClient} from '../../../data/client/client.js';
import {type FoundAddress, findAddresses} from '../../../data/geocoding.js';
import {ConsentRequestEvent} from '../../../events/events.js';
import {addressSearch} from '../../../i18n/fr/on-demand.js';
import {records} from '../../../i18n/fr/widgets.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {renderLink} from '../link.js';
import {errorMessage} from '../states.js';

/** Operator of the geocoder, as it is named for basemaps. */
const PROVIDER = 'IGN';
const POLICY_URL = 'https://www.ign.fr/politique-confidentialite-et-donnees-personnelles';
const MIN_LENGTH = 3;
const MAX_LENGTH = 200;
/** Zoom at which an address is shown, by its kind. */
const ZOOMS: ReadonlyMap<string, number> = new Map([
  ['street', 15],
  ['locality', 14],
  ['municipality', 12],
]);
const ADDRESS_ZOOM = 16;

/** Element with a search for addresses. */
export interface AddressHost extends WidgetHost {
  readonly geocoder: '' | 'ban';
  readonly consent: string;
}

/** Called with the place of an address, the zoom at which a map shows it, and the address as the geocoder writes it. */
export type ChooseAddress = (place: Geo, zoom: number, label: string) => void;

/**
 * Search for a French address. Nothing is sent before the reader has agreed, nor while they are typing. Uses no
 * `<form>`, so that it can be placed inside one.
 */
export class AddressSearch {
  readonly #host: AddressHost;
  readonly #i18n: LocalizeController<'addressSearch'>;
  readonly #onChoose: ChooseAddress;
  readonly #load: LoadController<readonly [string, number], readonly FoundAddress[]>;
  #hasAccepted = false;
  /** Last search, and its number: the same words can be searched again. */
  #request: readonly [text: string, count: number] | undefined;
  #isTooShort = false;
  #chosen: FoundAddress | undefined;

  constructor(host: AddressHost, onChoose: ChooseAddress) {
    this.#host = host;
    this.#i18n = host.i18n.withSections({addressSearch, records});
    this.#onChoose = onChoose;
    this.#load = new LoadController<readonly [string, number], readonly FoundAddress[]>(host, {
      args: () => this.#request,
      load: ([text], signal) => findAddresses(text, sharedClient, signal),
      onLoadEnd: ({status}) => {
        if (status === 'ready') this.#handleResult();
      },
    });
  }

  get pending(): Promise<void>[] {
    return this.#load.pending;
  }

  render(): unknown {
    const {consent} = this.#host;
    if (consent === 'denied' || !this.#i18n.isReady) return nothing;
    return consent === 'granted' || this.#hasAccepted ? this.#renderForm() : this.#renderConsent();
  }

  #renderConsent(): TemplateResult {
    const {messages} = this.#i18n;
    return html`<div class="address">
      ${renderButton(messages.addressAsk, this.#requestConsent)}
      <p class="small">
        ${messages.addressWarning} ${renderLink(POLICY_URL, messages.addressPolicy)}
      </p>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const {messages} = this.#i18n;
    const hint = this.#isTooShort ? messages.addressShort : undefined;
    return html`<div class="address" role="search">
      <label for="address">${messages.addressLabel}</label>
      <span class="query">
        <input
          class="field"
          id="address"
          name="address"
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          maxlength=${MAX_LENGTH}
          aria-describedby=${hint ? 'address-hint' : nothing}
          @keydown=${this.#handleKey}
        />
        <button
          class="button"
          type="button"
          aria-busy=${this.#load.isPending}
          @click=${this.#search}
        >
          ${messages.addressSubmit}
        </button>
      </span>
      ${hint ? html`<p class="small" id="address-hint" role="alert">${hint}</p>` : nothing}
      ${this.#renderResult()}
    </div>`;
  }

  #renderResult(): unknown {
    const {state} = this.#load;
    if (state.status === 'failed')
      return html`<p class="small" role="alert">${errorMessage(state.error, this.#host.i18n)}</p>`;
    if (state.status !== 'ready') return nothing;
    const {messages} = this.#i18n;
    if (state.value.length === 0)
      return html`<p class="small">${messages.addressUnknown(this.#request?.[0] ?? '')}</p>`;
    return html`<ul class="addresses" aria-label=${messages.addressResults}>
      ${state.value.map(
        address =>
          html`<li>
            <button
              class="quiet"
              type="button"
              aria-pressed=${address === this.#chosen}
              @click=${() => this.#choose(address)}
            >
              ${address.label}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  readonly #requestConsent = (): void => {
    if (!this.#host.dispatchEvent(new ConsentRequestEvent(PROVIDER))) return;
    this.#hasAccepted = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('#address')?.focus(),
    );
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    // Enter also confirms a word of an input method (Japanese, for instance), which is no search.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.#search();
  };

  readonly #search = (): void => {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('#address');
    const text = (field?.value ?? '').trim();
    this.#isTooShort = text.length < MIN_LENGTH;
    this.#chosen = undefined;
    this.#request = this.#isTooShort ? undefined : [text, (this.#request?.[1] ?? 0) + 1];
    this.#host.requestUpdate();
  };

  /** Moves to the only address, or announces how many there are to choose from. */
  #handleResult(): void {
    const {state} = this.#load;
    const addresses = state.status === 'ready' ? state.value : [];
    const [first] = addresses;
    const {messages, number} = this.#i18n;
    if (!first) this.#host.status.announce(messages.addressUnknown(this.#request?.[0] ?? ''));
    else if (addresses.length === 1) this.#choose(first);
    else
      this.#host.status.announce(
        messages.addressesFound(addresses.length, number(addresses.length)),
      );
  }

  #choose(address: FoundAddress): void {
    this.#chosen = address;
    this.#onChoose(address.geo, ZOOMS.get(address.kind) ?? ADDRESS_ZOOM, address.label);
    this.#host.requestUpdate();
  }
}
