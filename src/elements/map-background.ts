import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {safeLink} from '../data/links.js';
import type {Messages} from '../i18n/messages.js';
import type {ArchiveNews, Credit} from '../map/map-view.js';
import {link} from './link.js';
import {type TileChoice, tileChoice} from './map-tiles.js';
import {warnOnce} from './warn.js';

interface Settings {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
}

type Host = ReactiveControllerHost & Element & Settings;

/** Source of the outlines that are shown without tiles. */
const NATURAL_EARTH: Credit = {text: 'Natural Earth'};

/** Basemap of a map, and the user's consent to its provider. */
export class Background {
  readonly #host: Host;
  #key: string | undefined;
  #choice: TileChoice | undefined;
  /** Provider that the user has consented to. Another provider needs a new consent. */
  #agreed: string | undefined;
  #consent: string | undefined;
  /** Attribution read from the archive; undefined until the archive is shown. */
  #credit: Credit | undefined;
  #trouble: 'failed' | 'gaps' | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Basemap set by the attributes. The same object until they change: the map engine compares basemaps by identity. */
  get choice(): TileChoice | undefined {
    const {tiles, attribution} = this.#host;
    const key = `${tiles}\n${attribution}`;
    if (key !== this.#key) {
      this.#forget();
      const choice = tileChoice(tiles, attribution, news => {
        if (this.#choice === choice) this.#hear(news);
      });
      this.#choice = choice;
    }
    this.#key = key;
    return this.#choice;
  }

  /** Basemap that may be requested: undefined while consent is missing. */
  get shown(): TileChoice | undefined {
    const {choice} = this;
    const {consent} = this.#host;
    // A change of the `consent` attribute resets the user's choice.
    if (consent !== this.#consent) this.#agreed = undefined;
    this.#consent = consent;
    const isAllowed =
      consent === 'granted' || (consent !== 'denied' && choice?.provider === this.#agreed);
    if (!choice?.isThirdParty || isAllowed) return choice;
    this.#forget();
    return undefined;
  }

  #forget(): void {
    this.#credit = this.#trouble = undefined;
  }

  #hear(news: ArchiveNews): void {
    if (news.status === 'shown') {
      this.#credit = news.credit;
    } else {
      this.#trouble = news.status;
      warnOnce(this.#host, news.reason);
    }
    this.#host.requestUpdate();
  }

  agree(provider: string | undefined): void {
    this.#agreed = provider;
    this.#host.requestUpdate();
  }

  /** Renders errors of the basemap, the consent question, and the button that withdraws consent. */
  renderConsent(
    messages: Messages<'map'>,
    ask: (provider: string) => void,
    withdraw: () => void,
  ): unknown {
    const question = this.#renderQuestion(messages, ask, withdraw);
    const trouble = {failed: messages.groundFailed, gaps: messages.groundGaps};
    if (!this.#trouble && !question) return nothing;
    return html`<div class="consent">
      ${
        this.#trouble
          ? html`<p class="ground small" role="alert">${trouble[this.#trouble]}</p>`
          : nothing
      }
      ${question}
    </div>`;
  }

  #renderQuestion(
    messages: Messages<'map'>,
    ask: (provider: string) => void,
    withdraw: () => void,
  ): TemplateResult | undefined {
    const {choice, shown} = this;
    if (!choice?.isThirdParty || this.#host.consent === 'denied') return undefined;
    const {provider, policyUrl} = choice;
    const button = (words: string, act: () => void): TemplateResult =>
      html`<button class="button" type="button" @click=${act}>${words}</button>`;
    if (shown)
      return this.#host.consent === 'granted' ? undefined : button(messages.tilesHide, withdraw);
    return html`${button(messages.tilesAsk(provider), () => ask(provider))}
      <p class="small">
        ${messages.tilesWarning(provider)}
        ${policyUrl ? link(policyUrl, messages.tilesPolicy) : nothing}
      </p>`;
  }

  /** Renders the attribution of the visible basemap. */
  renderCredit(): TemplateResult {
    const {text, url} = this.#credited();
    return html`<p class="credit small">${url ? link(url, text) : text}</p>`;
  }

  #credited(): Credit {
    const {shown} = this;
    if (!shown) return NATURAL_EARTH;
    const {attribution, attributionUrl} = shown;
    if (!('archive' in shown)) return {text: attribution, url: attributionUrl};
    // Until the archive is shown, only the outlines are visible.
    if (!this.#credit) return NATURAL_EARTH;
    if (this.#host.attribution) return {text: attribution, url: attributionUrl};
    const {text, url} = this.#credit;
    return {text, url: url && safeLink(url)};
  }
}
