import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {ViewerController} from '../../controllers/viewer-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import {finding} from '../../i18n/fr/finding.js';
import {layers} from '../../i18n/fr/layers.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import {projectMap} from '../../i18n/fr/project-map.js';
import {projects} from '../../i18n/fr/projects.js';
import {formatDistance} from '../../i18n/measures.js';
import type {Bbox, Geo} from '../../model/geo.js';
import type {Project} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {oneOf, words} from '../attributes.js';
import {cssLength, latLon, metres, zoomLevel} from '../map-attributes.js';
import type {LayeredMap} from '../map-layer.js';
import {tilesWords} from '../map-tiles.js';
import {DataWidget} from '../widget.js';
import {Finding} from './finding.js';
import {renderLegend, renderMissing} from './legend.js';
import {Listing} from './listing.js';
import {MapRecords} from './map-records.js';
import type {Places} from './places.js';
import {PlacePopup} from './popup.js';
import {styles} from './project-map.styles.js';
import {renderSkeleton} from './skeleton.js';
import {Stage} from './stage.js';

/** Source of a map without records of its own. */
const NO_PROJECTS = new ItemsSource({projects: []}, () => {});

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
  @property({converter: tilesWords}) tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: words}) attribution = '';
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

  protected override readonly collection = 'projects';
  protected override readonly i18n = new LocalizeController(this, {
    finding,
    layers,
    map,
    places,
    projects,
    projectMap,
  });
  readonly #records = new MapRecords(this, this.i18n, {
    projects: (ask, most) => this.loadRecords('projects', ask, 'all', most),
    portals: ask => this.loadRecords('portals', ask, 'all'),
    question: () => this.question,
    distance: () => this.near,
  });
  readonly #finding = new Finding(this, this.i18n, {
    go: (center, zoom) => this.#stage.go(center, zoom),
    announce: sentence => this.announce(sentence),
  });
  readonly #stage: Stage = new Stage(this, this.i18n, this.#records.shown, {
    activated: index => this.#open(index),
    pointed: index => this.#list.point(index, true),
    stacked: indices => this.#popup.openStack(indices),
    escaped: () => this.#popup.close(),
    viewed: (box, zoom, isAsked) => this.#viewed(box, zoom, isAsked),
    skip: () => this.#list.focus(),
    keepFocus: () => this.keepFocus(),
  });
  readonly #popup: PlacePopup = new PlacePopup(this, {
    shown: this.#records.shown,
    engine: this.#stage.engine,
    i18n: this.i18n,
    selection: () => this.selection,
    link: record => this.renderLink(record),
  });
  readonly #list: Listing = new Listing(this, {
    records: this.#records,
    stage: this.#stage,
    i18n: this.i18n,
    selection: () => this.selection,
    pageSize: () => this.pageSize,
    link: record => this.renderLink(record),
    announce: sentence => this.announce(sentence),
    keepFocus: () => this.keepFocus(),
    seen: index => {
      this.#stage.show(index);
      this.#open(index);
    },
  });

  constructor() {
    super();
    new ViewerController(this, () => this.selection, {
      show: place => void this.#visit(place),
      ask: answer => {
        this.#stage.ask(answer);
        void this.#visit();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#redraw);
  }

  override disconnectedCallback(): void {
    this.#list.leave();
    this.#stage.leave();
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#records.pending, ...this.#stage.engine.pending];
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.projects(total, this.i18n.number(total));
  }

  protected override async drawn(answer: Answer): Promise<number> {
    if (this.near !== undefined) await this.loadComplete;
    return shownValue(this.#records.state)?.total ?? answer.total;
  }

  override async reload(): Promise<void> {
    const {layers} = this.#records;
    await Promise.all([super.reload(), ...layers.all.map(({element}) => element.reload())]);
  }

  /** @internal Called when a layer has been added, changed or removed. */
  layerChanged(): void {
    this.requestUpdate();
  }

  /** True if only the layers provide records. */
  get #isForLayers(): boolean {
    const isWithout = !this.items && !this.api && super.openedSource instanceof LoadError;
    return isWithout && this.#records.layers.any;
  }

  protected override get openedSource() {
    return this.#isForLayers ? NO_PROJECTS : super.openedSource;
  }

  protected override get hasFallback(): boolean {
    return [...this.children].some(child => !child.slot && child.localName !== 'spass-layer');
  }

  protected override updated(): void {
    if (this.#records.hasNoMeasure)
      this.warn(
        `near="${String(this.near)}" measures from the records of a <spass-layer>, and there is none`,
      );
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) stage.style.blockSize = this.height;
    const {places} = this.#records.shown;
    this.#stage.engine.view?.highlight(places?.indexOf(this.selection.pointed));
    // A popup that is removed loses the focus.
    if (this.#popup.draw()) this.#stage.focus();
  }

  // User actions

  #open(index: number): void {
    const select = new RecordSelectEvent(this.#records.shown.at(index));
    if (this.dispatchEvent(select)) this.#popup.open(index);
  }

  #viewed(box: Bbox, zoom: number, isAsked: boolean): void {
    if (this.#records.look(box, zoom)) this.#list.close();
    if (isAsked) void this.updateComplete.then(() => this.announce(this.#list.title));
  }

  /** Moves the focus to the map, and the map to a place given by another widget. */
  async #visit(place?: Geo): Promise<void> {
    if (place) this.#stage.go(place, PLACE_ZOOM);
    if (await this.#stage.enter()) return;
    this.#list.focus({preventScroll: true});
    // Without a map, no place can be picked.
    this.#stage.leave();
  }

  readonly #retryView = (): void => {
    this.keepFocus();
    void this.#records.retryView();
  };

  readonly #retryLayers = (): void => {
    this.keepFocus();
    for (const {element} of this.#records.layers.failed) element.retry();
  };

  // Rendering

  protected override renderContent(): unknown {
    const {shown, state} = this.#records;
    return this.renderState(
      state,
      answer => this.#renderMap(answer, shown.places as Places),
      () => renderSkeleton(this.noList ? 0 : this.pageSize),
    );
  }

  #renderMap(answer: Answer<Project>, places: Places): TemplateResult {
    const {cappedAt, total, thinned} = answer;
    const {messages, number} = this.i18n;
    const {layers, isUnmeasured} = this.#records;
    const isForLayers = this.#isForLayers;
    const {level, colon} = this;
    return html`
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${total || isForLayers ? nothing : html`<p class="notice">${this.#renderEmptiness()}</p>`}
      ${this.#renderViewFailure()}
      ${renderMissing(layers.failed, isUnmeasured, this.i18n, this.#retryLayers)}
      ${this.#stage.engine.status === 'failed' || thinned ? nothing : this.#finding.render(places)}
      ${renderLegend(layers.all, this.i18n)}
      <div class="layout">
        ${this.#stage.render(places)}
        ${this.noList ? nothing : this.#list.render({places, own: answer, isForLayers, level, colon})}
      </div>
    `;
  }

  /** Renders the reason for an empty map. */
  #renderEmptiness(): unknown {
    const {language, list, messages} = this.i18n;
    const {isNoneNear, layers} = this.#records;
    if (!isNoneNear) return this.renderEmpty(messages.noProjects, messages.noProjectsYet);
    const names = list(layers.all.map(({name}) => name));
    return html`${messages.noProjectNear(formatDistance(language, this.near ?? 0), names)}
    ${this.renderWayOut()}`;
  }

  #renderViewFailure(): unknown {
    const {viewFailure} = this.#records;
    if (viewFailure === undefined) return nothing;
    return html`<p class="notice small" role="alert">
      ${this.failure(viewFailure)}
      <button class="quiet" type="button" @click=${this.#retryView}>
        ${this.i18n.messages.tryAgain}
      </button>
    </p>`;
  }

  protected override renderFoot(answer: Answer): unknown {
    const {shown} = this.#records.layers;
    const others = shown.flatMap(({element}) => element.answer?.attribution ?? []);
    return super.renderFoot({...answer, attribution: [answer.attribution ?? [], others].flat()});
  }
}
