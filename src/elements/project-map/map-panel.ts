import {html, nothing, type TemplateResult} from 'lit';
import {MapEngineController} from '../../controllers/map-engine-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import type {MapListener} from '../../map/map-view.js';
import type {Bbox, Geo, NamedPlace} from '../../model/geo/geo.js';
import type {PaperMapContent, WidgetHost} from '../base/widget-view.js';
import {type BasemapAttributes, BasemapController} from '../parts/map/basemap-controller.js';
import {MAP_TOOLBAR, renderMapControls} from '../parts/map/map-controls.js';
import {MapFacade} from '../parts/map/map-facade.js';
import type {PlaceIndex} from './place-index.js';
import type {ShownRecords} from './shown-records.js';

/** First zooms at which the map warns that its ground is much coarser than the screen: its outlines, the regional sheet. */
const [COARSE_ZOOM, COARSE_SHEET_ZOOM] = [10, 10.5] as const;
/** Deepest zoom at which outlines show where a place is, by the places around it. */
const MAX_OUTLINE_ZOOM = 12;

export interface MapPanelHost extends WidgetHost, BasemapAttributes {
  readonly geocoder: '' | 'ban';
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
  readonly fit: 'data' | 'none';
  readonly load: string;
  readonly noList: boolean;
  readonly loadComplete: Promise<void>;
}

/** View that the reader has asked for, with its name if it is a place. */
export type RequestedView = Pick<NamedPlace, 'name'>;

interface MapPanelHandlers extends Pick<
  MapListener,
  'onActivate' | 'onHighlight' | 'onStackActivate'
> {
  /** The viewport has changed; to `requested` if the reader has asked for it. */
  onViewChange(box: Bbox, zoom: number, requested: RequestedView | undefined): void;
  /** The reader has used the button that skips the map, and goes to the list. */
  onSkip(): void;
}

/** Map with its controls, or the placeholder shown before it has loaded. */
export class MapPanel {
  readonly engine: MapEngineController;
  readonly #host: MapPanelHost;
  readonly #i18n: LocalizeController<'map'>;
  readonly #handlers: MapPanelHandlers;
  readonly #background: BasemapController;
  readonly #facade: MapFacade;
  /** True once the reader has requested the map. */
  #isRequested = false;
  /** View to announce after the next movement. */
  #announced: RequestedView | undefined;
  #zoom = 0;
  #hadFilter = false;

  constructor(
    host: MapPanelHost,
    i18n: LocalizeController<'map'>,
    shown: ShownRecords,
    handlers: MapPanelHandlers,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#handlers = handlers;
    this.#background = new BasemapController(host);
    this.#facade = new MapFacade(host, () => ({
      center: host.center,
      zoom: host.zoom,
      hasBasemap: this.#background.allowedBasemap !== undefined,
      letters: shown.mapMessages.letters,
    }));
    new RovingFocusController(host, MAP_TOOLBAR);
    this.engine = new MapEngineController(
      host,
      () => ({
        container: this.#mapElement,
        points: shown.places,
        labels: shown.mapMessages,
        tiles: this.#background.allowedBasemap,
        center: host.center,
        zoom: host.zoom,
        fit: host.fit,
        overlays: () => host.renderRoot.querySelectorAll('.controls, .consent, .credit'),
        load: this.#isRequested ? 'immediate' : host.load === 'click' ? 'on-request' : 'visible',
      }),
      {
        ...handlers,
        onViewChange: ({bbox, zoom}) => {
          this.#zoom = zoom;
          // The marks of an opened cluster may be in a part of the map that is out of sight.
          if (this.#mapElement?.querySelector('button:focus-visible')) this.#scrollIntoView();
          const announced = this.#announced;
          this.#announced = undefined;
          handlers.onViewChange(bbox, zoom, announced);
        },
      },
    );
  }

  /** Ground of the map on paper: the tiles of an archive that are on the screen, else the outlines. */
  get paperGround(): Pick<PaperMapContent, 'basemap' | 'basemapCredit' | 'needsFineGround'> {
    const {allowedBasemap} = this.#background;
    const basemap = this.engine.view?.basemap;
    if (basemap) return {basemap, basemapCredit: this.#background.visibleCredit({text: ''}).text};
    return {needsFineGround: allowedBasemap !== undefined && 'archive' in allowedBasemap};
  }

  /** Removes the mark of a place once the reader has cleared the selection. */
  handleUpdate(): void {
    const hasFilter = Object.values(this.#host.selection.filter).some(Boolean);
    if (this.#hadFilter && !hasFilter) this.engine.view?.clearPlace();
    this.#hadFilter = hasFilter;
  }

  /** Returns the indices in the view of the map; before it has loaded, the indices of all located records. */
  indicesInView(places: PlaceIndex | undefined): ArrayLike<number> {
    return (places && (this.engine.visibleIndices(places) ?? places.located)) ?? [];
  }

  /** Loads the map, also outside the screen; with a place, moves it there. Nothing is announced. */
  open(center?: Geo, zoom = 0): void {
    this.#isRequested = true;
    if (center) this.engine.moveTo(center, zoom);
    else this.engine.retry();
  }

  /** Moves the map to a place that the reader has searched for, marks it, and announces the content of the view. */
  moveTo(place: NamedPlace, zoom: number): void {
    this.#isRequested = true;
    this.#announced = place;
    const maxZoom = this.#background.allowedBasemap ? zoom : MAX_OUTLINE_ZOOM;
    this.engine.moveTo(place, Math.min(zoom, maxZoom));
  }

  /**
   * Shows all places and announces their number. The control that was used may be removed.
   *
   * @param keepsOutliers Shows also those that the default view leaves out.
   */
  showAll(keepsOutliers = false): void {
    this.#announced = {};
    this.#host.status.keepFocus();
    this.engine.view?.fitAll(keepsOutliers);
  }

  /** Loads the map and focuses it. Returns true if it is available. */
  async loadAndFocus(): Promise<boolean> {
    this.#isRequested = true;
    this.engine.retry();
    this.#scrollIntoView();
    await this.#host.loadComplete;
    // Widgets above that have loaded in the meantime have moved it.
    this.#scrollIntoView();
    if (this.engine.view) this.focus();
    return this.engine.view !== undefined;
  }

  focus(): void {
    this.#mapElement?.focus({preventScroll: true});
  }

  /** Shows a record and scrolls the map into view. */
  showRecord(index: number): void {
    this.engine.view?.showRecord(index, false);
    this.#scrollIntoView();
  }

  /** Scrolls to the map itself: its list may be higher than the window. */
  #scrollIntoView(): void {
    (this.#mapElement ?? this.#host).scrollIntoView({block: 'nearest'});
  }

  render(places: PlaceIndex): TemplateResult {
    const {messages} = this.#i18n;
    const {view} = this.engine;
    return html`
      <div class="stage">
        ${
          this.#host.noList
            ? nothing
            : html`<button
                class="button skip"
                type="button"
                @click=${() => this.#handlers.onSkip()}
              >
                ${messages.skipMap}
              </button>`
        }
        <div class="map" part="map"></div>
        ${
          view
            ? html`${renderMapControls(messages, view, this.#host)} ${this.#renderCredit()}`
            : this.#renderFacade(places)
        }
      </div>
      ${view || this.#isExpected ? this.#background.renderConsent(messages) : nothing}
    `;
  }

  #renderCredit(): TemplateResult {
    const {simplified} = this.#i18n.messages;
    const {groundCredit} = this.engine;
    const isCoarse =
      groundCredit &&
      this.#zoom >= COARSE_SHEET_ZOOM &&
      this.#background.visibleCredit(groundCredit) === groundCredit;
    return this.#background.renderCredit(
      groundCredit,
      this.#zoom < COARSE_ZOOM ? '' : simplified,
      isCoarse ? html`<span class="note">${simplified}</span>` : nothing,
    );
  }

  /** True if the map will load without a click. Content below it is rendered before, so that nothing moves. */
  get #isExpected(): boolean {
    const isWaiting = this.#host.load === 'click' && !this.#isRequested;
    return !isWaiting && this.engine.status !== 'failed';
  }

  /** Renders coasts and borders alone, as a drawing of a map that has failed to load. */
  renderGround(): TemplateResult {
    return this.#facade.renderGround();
  }

  #renderFacade(places: PlaceIndex): TemplateResult {
    const hasFailed = this.engine.status === 'failed';
    const request = (): void => {
      this.#isRequested = true;
      this.engine.retry();
      this.#host.status.keepFocus();
      void this.#host.loadComplete.then(() => this.#focusIfWaiting());
    };
    return this.#facade.render(this.#i18n.messages, {
      points: places,
      hasFailed,
      onRequest: this.#isExpected ? undefined : request,
    });
  }

  /** Focuses the map if the reader has been waiting for it. */
  #focusIfWaiting(): void {
    const isWaiting = this.#host.renderRoot.querySelector('[role=status]:focus');
    if (isWaiting && this.engine.view) this.focus();
  }

  get #mapElement(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.map');
  }
}
