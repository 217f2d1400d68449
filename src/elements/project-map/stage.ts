import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {EngineController} from '../../controllers/engine-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import type {Bbox, Geo} from '../../model/geo.js';
import {Background} from '../map-background.js';
import {renderControls} from '../map-controls.js';
import {PlacePicking} from '../place-picking.js';
import {renderFacade} from './facade.js';
import type {Places} from './places.js';
import type {ShownRecords} from './shown-records.js';

interface Host extends LitElement {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
  readonly fit: 'data' | 'none';
  readonly load: string;
  readonly noList: boolean;
  readonly loadComplete: Promise<void>;
}

interface Acts {
  activated(index: number): void;
  pointed(index: number | undefined): void;
  stacked(indices: readonly number[]): void;
  escaped(): void;
  /** The viewport has changed. `isRequested` is true if the reader has searched for it. */
  viewed(box: Bbox, zoom: number, isAsked: boolean): void;
  /** The reader wants to skip the map and go to the list. */
  skip(): void;
  keepFocus(): void;
}

/** Map with its controls, or the placeholder shown before it has loaded. */
export class Stage {
  readonly engine: EngineController;
  readonly #host: Host;
  readonly #i18n: LocalizeController<'map'>;
  readonly #acts: Acts;
  readonly #background: Background;
  readonly #picking: PlacePicking;
  /** True once the reader has requested the map. */
  #isAsked = false;
  /** True if the content of the view is to be announced after the next movement. */
  #tells = false;

  constructor(host: Host, i18n: LocalizeController<'map'>, shown: ShownRecords, acts: Acts) {
    this.#host = host;
    this.#i18n = i18n;
    this.#acts = acts;
    this.#background = new Background(host);
    this.#picking = new PlacePicking(host);
    this.engine = new EngineController(
      host,
      () => ({
        container: this.#map,
        points: shown.places,
        labels: shown.labels,
        tiles: this.#background.shown,
        center: host.center,
        zoom: host.zoom,
        fit: host.fit,
        load: this.#isAsked ? 'asked' : host.load === 'click' ? 'wait' : 'visible',
      }),
      {
        activated: index => acts.activated(index),
        pointed: index => acts.pointed(index),
        stacked: indices => acts.stacked(indices),
        viewed: ({bbox, center, zoom}) => {
          this.#picking.viewed(center);
          const tells = this.#tells;
          this.#tells = false;
          acts.viewed(bbox, zoom, tells);
        },
        escaped: () => (this.#picking.isAsking ? this.#picking.cancel() : acts.escaped()),
        placed: place => this.#picking.placed(place),
      },
    );
  }

  /** Returns the indices in the view of the map; before it has loaded, those of all located records. */
  inView(places: Places | undefined): ArrayLike<number> {
    return (places && (this.engine.inView(places) ?? places.located)) ?? [];
  }

  /** Moves the map to a place that the reader has searched for, and announces its content. */
  go(center: Geo, zoom: number): void {
    this.#isAsked = this.#tells = true;
    this.engine.go(center, zoom);
  }

  /** Loads the map and focuses it. Returns true if it is available. */
  async enter(): Promise<boolean> {
    this.#isAsked = true;
    this.engine.retry();
    this.#host.scrollIntoView({block: 'nearest'});
    await this.#host.loadComplete;
    if (this.engine.view) this.focus();
    return this.engine.view !== undefined;
  }

  /** Lets the reader pick a place. */
  ask(answer: (place: Geo | undefined) => void): void {
    this.#picking.ask(answer);
  }

  /** Cancels the picking of a place. */
  leave(): void {
    this.#picking.cancel();
  }

  focus(): void {
    this.#map?.focus({preventScroll: true});
  }

  /** Shows a record and scrolls the map into view. */
  show(index: number): void {
    this.engine.view?.show(index, false);
    this.#map?.scrollIntoView({block: 'nearest'});
  }

  render(places: Places): TemplateResult {
    const {messages} = this.#i18n;
    const {view} = this.engine;
    return html`
      <div class="stage">
        ${
          this.#host.noList
            ? nothing
            : html`<button class="button skip" type="button" @click=${() => this.#acts.skip()}>
                ${messages.skipMap}
              </button>`
        }
        <div class="map" part="map"></div>
        ${
          view
            ? html`${renderControls(messages, view, this.#host)} ${this.#background.renderCredit()}
              ${this.#picking.render(messages)}`
            : this.#renderFacade(places)
        }
      </div>
      ${
        view
          ? this.#background.renderConsent(
              messages,
              provider => this.#askConsent(provider),
              () => void this.#agree(undefined),
            )
          : nothing
      }
    `;
  }

  #renderFacade(places: Places): TemplateResult {
    const hasFailed = this.engine.status === 'failed';
    const ask = (): void => {
      this.#isAsked = true;
      this.engine.retry();
      this.#acts.keepFocus();
      void this.#host.loadComplete.then(() => this.#enterWaiting());
    };
    const waits = this.#host.load === 'click' && !this.#isAsked;
    return renderFacade(
      this.#i18n.messages,
      places,
      hasFailed,
      hasFailed || waits ? ask : undefined,
    );
  }

  /** Focuses the map if the reader has been waiting for it. */
  #enterWaiting(): void {
    const isWaiting = this.#host.renderRoot.querySelector('[role=status]:focus');
    if (isWaiting && this.engine.view) this.focus();
  }

  #askConsent(provider: string): void {
    const request = new ConsentRequestEvent(provider);
    if (this.#host.dispatchEvent(request)) void this.#agree(provider);
  }

  /** Grants consent, or withdraws it if `provider` is undefined. Focuses the button for the opposite. */
  async #agree(provider: string | undefined): Promise<void> {
    this.#background.agree(provider);
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.consent button')?.focus();
  }

  get #map(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.map');
  }
}
