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

/** Who drew the outlines. */
const NATURAL_EARTH: Credit = {text: 'Natural Earth'};

/** The background that a map is told to have, and whether its reader has agreed to it. */
export class Background {
  readonly #host: Host;
  #key: string | undefined;
  #choice: TileChoice | undefined;
  /** Whose tiles the reader has agreed to: another provider has to be asked for again. */
  #agreed: string | undefined;
  #consent: string | undefined;
  /** What an archive says of itself; none as long as none is drawn. */
  #credit: Credit | undefined;
  #trouble: 'failed' | 'gaps' | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The same object as long as the attributes are the same: the engine tells backgrounds apart by that. */
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

  /** What may be fetched. */
  get shown(): TileChoice | undefined {
    const {choice} = this;
    const {consent} = this.#host;
    // What a reader said before the page spoke for them no longer counts.
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

  /** What is missing of the background, the question that comes before a third party's, and the way back. */
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

  /** Who drew what is seen. */
  renderCredit(): TemplateResult {
    const {text, url} = this.#credited();
    return html`<p class="credit small">${url ? link(url, text) : text}</p>`;
  }

  #credited(): Credit {
    const {shown} = this;
    if (!shown) return NATURAL_EARTH;
    const {attribution, attributionUrl} = shown;
    if (!('archive' in shown)) return {text: attribution, url: attributionUrl};
    // Until it is drawn the outlines are what is seen.
    if (!this.#credit) return NATURAL_EARTH;
    if (this.#host.attribution) return {text: attribution, url: attributionUrl};
    const {text, url} = this.#credit;
    return {text, url: url && safeLink(url)};
  }
}
