import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LinkedMapController} from '../../controllers/linked-map-controller.js';
import {LoadError} from '../../data/client/errors.js';
import type {QueryResult} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import {placeSearch} from '../../i18n/fr/place-search.js';
import {layers} from '../../i18n/fr/layers.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import {projectMap} from '../../i18n/fr/project-map.js';
import {projects} from '../../i18n/fr/projects.js';
import {formatDistance} from '../../i18n/format-measures.js';
import type {Bbox, Geo} from '../../model/geo.js';
import type {Project} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {oneOf, anyText} from '../base/attribute-converters.js';
import {cssLength, latLon, metres, zoomLevel} from '../base/map-attributes.js';
import type {LayeredMap} from '../parts/map-layer.js';
import {tilesValue} from '../parts/basemaps.js';
import {DataWidget} from '../base/data-widget.js';
import {PlaceSearch} from './place-search.js';
import {renderLegend, renderLayerErrors} from './legend.js';
import {ListPanel} from './list-panel.js';
import {MapRecords} from './map-records.js';
import type {PlaceIndex} from './place-index.js';
import {PlacePopup} from './place-popup.js';
import {styles} from './project-map.styles.js';
import {renderSkeleton} from './skeleton.js';
import {MapPanel} from './map-panel.js';

/** Source of a map without records of its own. */
const EMPTY_SOURCE = new ItemsSource({projects: []}, () => {});

/** Zoom at which the map shows a single place. */
const PLACE_ZOOM = 13;

/**
 * Projects on a map, with a list of those in view and of those without coordinates.
 *
 * Loads all the projects of its `api`, of the `<spass-portal>` around it, or its `items`. Each `<spass-layer>` inside
 * adds the records of another source. Outlines are included in the code of the map; tiles of a third party are
 * requested only with consent.
 *
 * @customElement spass-project-map
 * @slot - What is read before the data are there, and where they can't be had; and `<spass-layer>`s.
 * @slot heading - A heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - A reader opened a marker or followed a link; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - A reader clears a selection that leaves nothing; cancel to keep it.
 * @event {LoadEvent} spass-load - The projects are drawn; does not bubble.
 * @event {LoadErrorEvent} spass-error - They could not be loaded; does not bubble.
 * @csspart map - The map itself.
 * @csspart marker - A project's mark.
 * @csspart cluster - The mark of projects that lie too close together.
 * @csspart layer - The switch of a layer.
 * @csspart popup - What a marker opens.
 * @csspart list - The list beside the map.
 * @csspart link - A project's link.
 * @csspart title - The title of a project that has no link.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-map-water] - Sea and lakes.
 * @cssproperty [--spass-map-land] - Land.
 * @cssproperty [--spass-map-border] - Coasts and borders.
 */
export class SpassProjectMap extends DataWidget implements LayeredMap {
  static override styles = [DataWidget.styles, familyStyles, mapFrameStyles, styles];

  /** Basemap: `none`, `ign`, `ign-ortho`, `osm-be`, a URL template with `{z}`, `{x}`, `{y}`, or a `.pmtiles` file. */
  @property({converter: tilesValue}) tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` the user, or `granted` or `denied` by the page. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Fitting of the map: `data` moves it to its records; `none` leaves it. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /** Distance in metres: only projects that have a record of a layer within it. */
  @property({converter: metres}) near?: number | undefined;
  /** Hides the list, for pages that show the same projects in another one. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;
  /** Height of the map, as CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Loading of the map engine: `visible` when the map is near the screen; `click` on request. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  /** @internal */
  override readonly collection = 'projects';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {
    placeSearch,
    layers,
    map,
    places,
    projects,
    projectMap,
  });
  readonly #records = new MapRecords(this, this.i18n, {
    loadProjects: (ask, most) => this.loadRecords('projects', ask, 'all', most),
    loadPortals: ask => this.loadRecords('portals', ask, 'all'),
    query: () => this.query,
    distance: () => this.near,
  });
  readonly #placeSearch = new PlaceSearch(this, this.i18n, {
    moveTo: (center, zoom) => this.#mapPanel.moveTo(center, zoom),
    announce: sentence => this.announce(sentence),
  });
  readonly #mapPanel: MapPanel = new MapPanel(this, this.i18n, this.#records.shown, {
    onActivate: index => this.#openPopup(index),
    onHighlight: index => this.#listPanel.highlight(index, true),
    onStackActivate: indices => this.#popup.openStack(indices),
    onEscape: () => this.#popup.close(),
    onViewChange: (box, zoom, isAsked) => this.#handleViewChange(box, zoom, isAsked),
    onSkip: () => this.#listPanel.focus(),
    keepFocus: () => this.keepFocus(),
  });
  readonly #popup: PlacePopup = new PlacePopup(this, {
    shown: this.#records.shown,
    engine: this.#mapPanel.engine,
    i18n: this.i18n,
    selection: () => this.selection,
    renderLink: record => this.renderLink(record),
  });
  readonly #listPanel: ListPanel = new ListPanel(this, {
    records: this.#records,
    mapPanel: this.#mapPanel,
    i18n: this.i18n,
    selection: () => this.selection,
    pageSize: () => this.pageSize,
    renderLink: record => this.renderLink(record),
    announce: sentence => this.announce(sentence),
    keepFocus: () => this.keepFocus(),
    showOnMap: index => {
      this.#mapPanel.showRecord(index);
      this.#openPopup(index);
    },
  });

  constructor() {
    super();
    new LinkedMapController(this, () => this.selection, {
      showPlace: place => void this.#goToMap(place),
      pickPlace: answer => {
        this.#mapPanel.pickPlace(answer);
        void this.#goToMap();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#handleFullscreenChange);
  }

  override disconnectedCallback(): void {
    this.#listPanel.clearHighlight();
    this.#mapPanel.cancelPicking();
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.#handleFullscreenChange);
  }

  readonly #handleFullscreenChange = (): void => this.requestUpdate();

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#records.pending, ...this.#mapPanel.engine.pending];
  }

  protected override summary({total}: QueryResult): string {
    return this.i18n.messages.projects(total, this.i18n.number(total));
  }

  protected override async countRendered(answer: QueryResult): Promise<number> {
    if (this.near !== undefined) await this.loadComplete;
    return latestValue(this.#records.state)?.total ?? answer.total;
  }

  override async reload(): Promise<void> {
    const {layers} = this.#records;
    await Promise.all([super.reload(), ...layers.all.map(({element}) => element.reload())]);
  }

  /** @internal Called when a layer has been added, changed or removed. */
  handleLayerChange(): void {
    this.requestUpdate();
  }

  /** True if only the layers provide records. */
  get #hasOnlyLayers(): boolean {
    const lacksSource = !this.items && !this.api && super.openedSource instanceof LoadError;
    return lacksSource && this.#records.layers.hasLayers;
  }

  protected override get openedSource() {
    return this.#hasOnlyLayers ? EMPTY_SOURCE : super.openedSource;
  }

  /** @internal */
  override get hasFallback(): boolean {
    return [...this.children].some(child => !child.slot && child.localName !== 'spass-layer');
  }

  protected override updated(): void {
    if (this.#records.lacksLayersForDistance)
      this.warn(
        `near="${String(this.near)}" measures from the records of a <spass-layer>, and there is none`,
      );
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) stage.style.blockSize = this.height;
    const {places} = this.#records.shown;
    this.#mapPanel.engine.view?.highlight(places?.indexOf(this.selection.highlighted));
    // A popup that is removed loses the focus.
    if (this.#popup.update()) this.#mapPanel.focus();
  }

  // User actions

  #openPopup(index: number): void {
    const event = new RecordSelectEvent(this.#records.shown.at(index));
    if (this.dispatchEvent(event)) this.#popup.open(index);
  }

  #handleViewChange(box: Bbox, zoom: number, isRequested: boolean): void {
    if (this.#records.setViewport(box, zoom)) this.#listPanel.collapse();
    if (isRequested) void this.updateComplete.then(() => this.announce(this.#listPanel.title));
  }

  /** Moves the focus to the map, and the map to a place given by another widget. */
  async #goToMap(place?: Geo): Promise<void> {
    if (place) this.#mapPanel.moveTo(place, PLACE_ZOOM);
    if (await this.#mapPanel.loadAndFocus()) return;
    this.#listPanel.focus({preventScroll: true});
    // Without a map, no place can be picked.
    this.#mapPanel.cancelPicking();
  }

  readonly #reloadViewport = (): void => {
    this.keepFocus();
    void this.#records.reloadViewport();
  };

  readonly #retryLayers = (): void => {
    this.keepFocus();
    for (const {data} of this.#records.layers.failed) data.retry();
  };

  // Rendering

  protected override renderContent(): unknown {
    const {shown, state} = this.#records;
    return this.renderState(
      state,
      answer => this.#renderMap(answer, shown.places as PlaceIndex),
      () => renderSkeleton(this.noList ? 0 : this.pageSize),
    );
  }

  #renderMap(answer: QueryResult<Project>, places: PlaceIndex): TemplateResult {
    const {cappedAt, total, thinned} = answer;
    const {messages, number} = this.i18n;
    const {layers, isDistanceUnavailable} = this.#records;
    const hasOnlyLayers = this.#hasOnlyLayers;
    const {level, colon} = this;
    return html`
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${total || hasOnlyLayers ? nothing : html`<p class="notice">${this.#renderEmptyMessage()}</p>`}
      ${this.#renderViewportError()}
      ${renderLayerErrors(layers.failed, isDistanceUnavailable, this.i18n, this.#retryLayers)}
      ${this.#mapPanel.engine.status === 'failed' || thinned ? nothing : this.#placeSearch.render(places)}
      ${renderLegend(layers.all, this.i18n)}
      <div class="layout">
        ${this.#mapPanel.render(places)}
        ${this.noList ? nothing : this.#listPanel.render({places, ownResult: answer, hasOnlyLayers, level, colon})}
      </div>
    `;
  }

  /** Renders the reason for an empty map. */
  #renderEmptyMessage(): unknown {
    const {language, list, messages} = this.i18n;
    const {hasNoneWithinDistance, layers} = this.#records;
    if (!hasNoneWithinDistance)
      return this.renderEmpty(messages.noProjects, messages.noProjectsYet);
    const names = list(layers.all.map(({name}) => name));
    return html`${messages.noProjectNear(formatDistance(language, this.near ?? 0), names)}
    ${this.renderClearButton()}`;
  }

  #renderViewportError(): unknown {
    const {viewportError} = this.#records;
    if (viewportError === undefined) return nothing;
    return html`<p class="notice small" role="alert">
      ${this.errorMessage(viewportError)}
      <button class="quiet" type="button" @click=${this.#reloadViewport}>
        ${this.i18n.messages.tryAgain}
      </button>
    </p>`;
  }

  protected override renderFooter(answer: QueryResult): unknown {
    const {visible} = this.#records.layers;
    const others = visible.flatMap(({data}) => data.result?.attribution ?? []);
    return super.renderFooter({...answer, attribution: [answer.attribution ?? [], others].flat()});
  }
}
