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
  /** The map looks somewhere; `isAsked` where the reader wanted to be taken there. */
  viewed(box: Bbox, zoom: number, isAsked: boolean): void;
  /** The reader would rather have the list. */
  skip(): void;
  keepFocus(): void;
}

/** The map itself with what lies on it, and what stands for it as long as there is none. */
export class Stage {
  readonly engine: EngineController;
  readonly #host: Host;
  readonly #i18n: LocalizeController<'map'>;
  readonly #acts: Acts;
  readonly #background: Background;
  readonly #picking: PlacePicking;
  /** Whether the reader has asked for the map. */
  #isAsked = false;
  /** Whether what is there is to be told when the map has moved. */
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

  /** What is in the markers and clusters of the view; without a map, all that has a place. */
  inView(places: Places | undefined): ArrayLike<number> {
    return (places && (this.engine.inView(places) ?? places.located)) ?? [];
  }

  /** Goes where the reader wants to look; what is there is told when the map has moved. */
  go(center: Geo, zoom: number): void {
    this.#isAsked = this.#tells = true;
    this.engine.go(center, zoom);
  }

  /** Brings the map for a reader who comes from elsewhere; answers whether it is there. */
  async enter(): Promise<boolean> {
    this.#isAsked = true;
    this.engine.retry();
    this.#host.scrollIntoView({block: 'nearest'});
    await this.#host.loadComplete;
    if (this.engine.view) this.focus();
    return this.engine.view !== undefined;
  }

  /** Has the reader choose a place. */
  ask(answer: (place: Geo | undefined) => void): void {
    this.#picking.ask(answer);
  }

  /** Nothing is being chosen any more. */
  leave(): void {
    this.#picking.cancel();
  }

  focus(): void {
    this.#map?.focus({preventScroll: true});
  }

  /** Shows one place, where the reader can see the map. */
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

  /** Where the reader was waiting for the map, they are on it when it is there. */
  #enterWaiting(): void {
    const isWaiting = this.#host.renderRoot.querySelector('[role=status]:focus');
    if (isWaiting && this.engine.view) this.focus();
  }

  #askConsent(provider: string): void {
    const request = new ConsentRequestEvent(provider);
    if (this.#host.dispatchEvent(request)) void this.#agree(provider);
  }

  /** Takes up an answer, or takes it back; the focus goes to the button for the way round. */
  async #agree(provider: string | undefined): Promise<void> {
    this.#background.agree(provider);
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.consent button')?.focus();
  }

  get #map(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.map');
  }
}
