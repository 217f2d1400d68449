import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Messages} from '../i18n/messages.js';
import {link} from './link.js';
import {type TileChoice, tileChoice} from './map-tiles.js';

interface Settings {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
}

/** Who drew the outlines. */
const NATURAL_EARTH = {attribution: 'Natural Earth', attributionUrl: undefined};

/** The background that a map is told to have, and whether its reader has agreed to it. */
export class Background {
  readonly #host: ReactiveControllerHost & Settings;
  #key: string | undefined;
  #choice: TileChoice | undefined;
  /** Whose tiles the reader has agreed to: another provider has to be asked for again. */
  #agreed: string | undefined;
  #consent: string | undefined;

  constructor(host: ReactiveControllerHost & Settings) {
    this.#host = host;
  }

  /** The same object as long as the attributes are the same: the engine tells backgrounds apart by that. */
  get choice(): TileChoice | undefined {
    const {tiles, attribution} = this.#host;
    const key = `${tiles}\n${attribution}`;
    if (key !== this.#key) this.#choice = tileChoice(tiles, attribution);
    this.#key = key;
    return this.#choice;
  }

  /** What may be fetched. */
  get shown(): TileChoice | undefined {
    const {choice} = this;
    const {consent} = this.#host;
    // What a reader said before the page spoke for them no longer counts.
    if (consent !== this.#consent) this.#agreed = undefined;
    this.#consent = consent;
    const isAllowed =
      consent === 'granted' || (consent !== 'denied' && choice?.provider === this.#agreed);
    return !choice?.isThirdParty || isAllowed ? choice : undefined;
  }

  agree(provider: string | undefined): void {
    this.#agreed = provider;
    this.#host.requestUpdate();
  }

  /** The question that comes before a third party's tiles, and the way back. */
  renderConsent(
    messages: Messages<'map'>,
    ask: (provider: string) => void,
    withdraw: () => void,
  ): unknown {
    const {choice, shown} = this;
    if (!choice?.isThirdParty || this.#host.consent === 'denied') return nothing;
    const {provider, policyUrl} = choice;
    const button = (words: string, act: () => void): TemplateResult =>
      html`<button class="button" type="button" @click=${act}>${words}</button>`;
    if (shown) {
      if (this.#host.consent === 'granted') return nothing;
      return html`<div class="consent">${button(messages.tilesHide, withdraw)}</div>`;
    }
    return html`<div class="consent">
      ${button(messages.tilesAsk(provider), () => ask(provider))}
      <p class="small">
        ${messages.tilesWarning(provider)}
        ${policyUrl ? link(policyUrl, messages.tilesPolicy) : nothing}
      </p>
    </div>`;
  }

  /** Who drew what is seen. */
  renderCredit(): TemplateResult {
    const {shown} = this;
    const {attribution, attributionUrl} = shown ?? NATURAL_EARTH;
    return html`<p class="credit small">
      ${attributionUrl ? link(attributionUrl, attribution) : attribution}
    </p>`;
  }
}
