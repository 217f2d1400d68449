import {html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {EngineController} from '../../controllers/engine-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {ViewRecords} from '../../controllers/view-records.js';
import {ViewerController} from '../../controllers/viewer-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
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
import {Background} from '../map-background.js';
import type {LayeredMap} from '../map-layer.js';
import {renderControls} from '../map-controls.js';
import {tilesWords} from '../map-tiles.js';
import {DataWidget} from '../widget.js';
import {PlacePicking} from '../place-picking.js';
import {renderFacade} from './facade.js';
import {Finding} from './finding.js';
import {groupsOf} from './groups.js';
import {Layers} from './layers.js';
import {renderLegend, renderMissing} from './legend.js';
import {Nearness} from './nearness.js';
import {renderPlaceList} from './place-list.js';
import type {Places} from './places.js';
import {PlacePopup} from './popup.js';
import {styles} from './project-map.styles.js';
import {renderSkeleton} from './skeleton.js';
import {ShownRecords} from './shown-records.js';

/** What a map has that is there for its layers alone. */
const NO_PROJECTS = new ItemsSource({projects: []}, () => {});

/** From where the map looks at one place. */
const PLACE_ZOOM = 13;

/**
 * Projects on a map, with the list that is its equal: the places in view, then those that have none. Each
 * `<spass-layer>` inside adds records of another source.
 *
 * Reads all the projects of its `api`, of the `<spass-portal>` around it, or its `items`. The outlines it draws
 * come with the map's engine; a third party's tiles only once a reader has agreed.
 *
 * @customElement spass-project-map
 * @slot - What is read before the data are there, and where they can't be had; and `<spass-layer>`s.
 * @slot heading - A heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - A reader opened a marker or followed a link; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
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

  /** The background: `none`, `ign`, `ign-ortho`, `osm-be`, or a template with `{z}`, `{x}`, `{y}`. */
  @property({converter: tilesWords}) tiles = 'none';
  /** The credit of a background given by a template. */
  @property({converter: words}) attribution = '';
  /** `ask` before a third party's tiles; `granted` or `denied` where the page has its own consent. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Where the map starts, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** How near the map starts, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** `data`: the map goes to what it shows; `none`: it stays. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /** Only projects that have a record of a layer within so many metres. */
  @property({converter: metres}) near?: number | undefined;
  /** Leaves the list out, where the page shows the same projects in another. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;
  /** Height of the map, a CSS length or pixels. */
  @property({converter: cssLength}) height = '';
  /** `visible`: the engine comes when the map nears the screen; `click`: when a reader asks for it. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  @query('.map') private _map!: HTMLElement | null;
  @query('.stage') private _stage!: HTMLElement | null;
  @query('.list') private _list!: HTMLElement | null;
  @query('.consent button') private _consent!: HTMLElement | null;

  @state() private _asked = false;

  protected override readonly collection = 'projects';
  protected override readonly i18n = new LocalizeController(this, {
    finding,
    layers,
    map,
    places,
    projects,
    projectMap,
  });
  readonly #projects = new ViewRecords<Project>(
    this,
    (ask, most) => this.loadRecords('projects', ask, 'all', most),
    () => this.question,
  );
  /** Only where a project's family is its portal's. */
  readonly #portals = this.loadRecords(
    'portals',
    () => (this.#shown.needPortals ? {lang: this.i18n.language} : undefined),
    'all',
  );
  readonly #layers: Layers = new Layers(this, this.i18n, {
    zoom: () => this.#zoom,
    view: () => this.#box,
    measures: () => this.near !== undefined,
    projects: () => shownValue(this.#projects.state)?.items,
  });
  readonly #nearness: Nearness = new Nearness(this, {
    distance: () => this.near,
    state: () => this.#projects.state,
    layers: this.#layers,
  });
  readonly #shown: ShownRecords = new ShownRecords(this.i18n, {
    projects: () => (this.i18n.isReady ? shownValue(this.#nearness.state)?.items : undefined),
    portals: () => shownValue(this.#portals.state)?.items,
    layers: () => this.#layers.shown,
    home: () => this.#projects.home,
  });
  readonly #background = new Background(this);
  readonly #finding = new Finding(this, this.i18n, {
    go: (center, zoom) => this.#go(center, zoom),
    announce: sentence => this.announce(sentence),
  });
  readonly #engine = new EngineController(
    this,
    () => ({
      container: this._map,
      points: this.#shown.places,
      labels: this.#shown.labels,
      tiles: this.#background.shown,
      center: this.center,
      zoom: this.zoom,
      fit: this.fit,
      load: this._asked ? 'asked' : this.load === 'click' ? 'wait' : 'visible',
    }),
    {
      activated: index => this.#open(index),
      pointed: index => this.#point(index, true),
      stacked: indices => this.#popup.openStack(indices),
      viewed: ({bbox, center, zoom}) => {
        this.#picking.viewed(center);
        this.#viewed(bbox, zoom);
      },
      escaped: () => (this.#picking.isAsking ? this.#picking.cancel() : this.#popup.close()),
      placed: place => this.#picking.placed(place),
    },
  );
  readonly #picking = new PlacePicking(this);
  readonly #popup: PlacePopup = new PlacePopup(this, {
    shown: this.#shown,
    engine: this.#engine,
    i18n: this.i18n,
    selection: () => this.selection,
    link: record => this.renderLink(record),
  });
  /** How many entries more than at first the list has of each group. */
  #extra = new Map<string, number>();
  #zoom: number | undefined;
  /** What the map looks at, and whether what is there is to be told. */
  #box: Bbox | undefined;
  #tells = false;
  /** Whether what is pointed at is pointed at here. */
  #points = false;

  constructor() {
    super();
    new ViewerController(this, () => this.selection, {
      show: place => void this.#visit(place),
      ask: answer => {
        this.#picking.ask(answer);
        void this.#visit(undefined).then(() => {
          // Without a map there is nothing to choose on.
          if (!this.#engine.view) this.#picking.cancel();
        });
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#redraw);
  }

  override disconnectedCallback(): void {
    // Nothing will tell any more that the pointer has left.
    if (this.#points) this.#point(undefined);
    this.#picking.cancel();
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#projects.pending,
      ...this.#layers.pending,
      ...this.#nearness.pending,
      ...this.#engine.pending,
    ];
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.projects(total, this.i18n.number(total));
  }

  protected override async drawn(answer: Answer): Promise<number> {
    if (this.near !== undefined) await this.loadComplete;
    return shownValue(this.#nearness.state)?.total ?? answer.total;
  }

  override async reload(): Promise<void> {
    await Promise.all([super.reload(), ...this.#layers.all.map(({element}) => element.reload())]);
  }

  /** @internal A layer has come, changed or gone. */
  layerChanged(): void {
    this.requestUpdate();
  }

  /** Whether there is nothing to show but what the layers bring. */
  get #isForLayers(): boolean {
    return !this.items && !this.api && super.openedSource instanceof LoadError && this.#layers.any;
  }

  protected override get openedSource() {
    return this.#isForLayers ? NO_PROJECTS : super.openedSource;
  }

  protected override get hasFallback(): boolean {
    return [...this.children].some(child => !child.slot && child.localName !== 'spass-layer');
  }

  protected override updated(): void {
    if (this.near !== undefined && this.#projects.state.status === 'ready' && !this.#layers.any)
      this.warn(
        `near="${this.near}" measures from the records of a <spass-layer>, and there is none`,
      );
    if (this._stage) this._stage.style.blockSize = this.height;
    const {places} = this.#shown;
    this.#engine.view?.highlight(places?.indexOf(this.selection.pointed));
    // The focus doesn't go with a popup.
    if (this.#popup.draw()) this._map?.focus({preventScroll: true});
  }

  // Acts

  #open(index: number): void {
    const select = new RecordSelectEvent(this.#shown.at(index));
    if (this.dispatchEvent(select)) this.#popup.open(index);
  }

  #point(index: number | undefined, onMap = false): void {
    this.#points = index !== undefined;
    const ref = index === undefined ? undefined : this.#shown.places?.refTo(index);
    this.selection.setPointed(ref, this);
    if (ref && onMap) void this.updateComplete.then(() => this.#reveal());
  }

  /** Brings the entry of what is pointed at into the list's own view; the page doesn't move. */
  #reveal(): void {
    const list = this._list;
    const entry = list?.querySelector('.pointed')?.getBoundingClientRect();
    if (!list || !entry || list.scrollHeight <= list.clientHeight) return;
    const {top, bottom} = list.getBoundingClientRect();
    list.scrollTop += Math.min(0, entry.top - top) || Math.max(0, entry.bottom - bottom);
  }

  #seeOnMap(index: number): void {
    this.#engine.view?.show(index, false);
    this._map?.scrollIntoView({block: 'nearest'});
    this.#open(index);
  }

  #viewed(box: Bbox, zoom: number): void {
    if (box.join() !== this.#box?.join()) this.#extra.clear();
    this.#box = box;
    this.#projects.look(box);
    this.#zoom = zoom;
    if (!this.#tells) return;
    this.#tells = false;
    void this.updateComplete.then(() => this.announce(this.#title));
  }

  /** Goes where the reader wants to look, and says what is there. */
  #go(center: Geo, zoom: number): void {
    this._asked = this.#tells = true;
    this.#engine.go(center, zoom);
  }

  #ask(provider: string): void {
    const request = new ConsentRequestEvent(provider);
    if (this.dispatchEvent(request)) void this.#agree(provider);
  }

  /** Takes up an answer, or takes it back; the focus goes to the button for the way round. */
  async #agree(provider: string | undefined): Promise<void> {
    this.#background.agree(provider);
    await this.updateComplete;
    this._consent?.focus();
  }

  async #more(group: string, entries: Element, total: number): Promise<void> {
    const before = entries.children.length;
    this.#extra.set(group, (this.#extra.get(group) ?? 0) + this.pageSize);
    this.requestUpdate();
    await this.updateComplete;
    const {messages, number} = this.i18n;
    const shown = entries.children.length;
    const added = shown - before;
    this.announce(messages.added(added, number(added), number(shown), number(total)));
    const next = entries.children[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else this.keepFocus();
  }

  /** What is in the markers and clusters of the view; without a map, all that has a place. */
  get #inView(): ArrayLike<number> {
    const {places} = this.#shown;
    return (places && (this.#engine.inView(places) ?? places.located)) ?? [];
  }

  get #title(): string {
    const {messages, number} = this.i18n;
    const count = this.#shown.places?.countOf(this.#inView) ?? 0;
    // Without a view, and with layers, the groups say how many they are.
    return this.#engine.view || this.#layers.any
      ? messages.inView(number(count))
      : messages.projects(count, number(count));
  }

  /** Why there is no project. */
  #renderEmptiness(): unknown {
    const {language, list, messages} = this.i18n;
    const all = shownValue(this.#projects.state)?.total;
    if (this.near === undefined || !all || !this.#nearness.isMeasured)
      return this.renderEmpty(messages.noProjects, messages.noProjectsYet);
    const names = list(this.#layers.all.map(({name}) => name));
    const {near} = this;
    return html`${messages.noProjectNear(formatDistance(language, near), names)}
    ${this.renderWayOut()}`;
  }

  /** Whether distances are asked for that can't be told. */
  get #isUnmeasured(): boolean {
    return this.near !== undefined && this.#layers.any && !this.#nearness.isMeasured;
  }

  readonly #retryView = (): void => {
    this.keepFocus();
    void this.#projects.retry();
  };

  readonly #retryLayers = (): void => {
    this.keepFocus();
    for (const {element} of this.#layers.failed) element.retry();
  };

  /** Takes the reader to the map, and to a place that another widget tells of. */
  async #visit(place: Geo | undefined): Promise<void> {
    this._asked = true;
    if (place) this.#go(place, PLACE_ZOOM);
    else this.#engine.retry();
    this.scrollIntoView({block: 'nearest'});
    await this.loadComplete;
    if (this.#engine.view) this._map?.focus({preventScroll: true});
    else this._list?.focus({preventScroll: true});
  }

  // Drawing

  protected override renderContent(): unknown {
    return this.renderState(
      this.#nearness.state,
      answer => this.#renderMap(answer, this.#shown.places as Places),
      () => renderSkeleton(this.noList ? 0 : this.pageSize),
    );
  }

  #renderMap({cappedAt, total, thinned}: Answer<Project>, places: Places): TemplateResult {
    const {messages, number} = this.i18n;
    const {view} = this.#engine;
    return html`
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${
        total || this.#isForLayers
          ? nothing
          : html`<p class="notice">${this.#renderEmptiness()}</p>`
      }
      ${this.#renderViewFailure()}
      ${renderMissing(this.#layers.failed, this.#isUnmeasured, this.i18n, this.#retryLayers)}
      ${this.#engine.status === 'failed' || thinned ? nothing : this.#finding.render(places)}
      ${renderLegend(this.#layers.all, this.i18n)}
      <div class="layout">
        <div class="stage">
          ${
            this.noList
              ? nothing
              : html`<button class="button skip" type="button" @click=${this.#skip}>
                  ${messages.skipMap}
                </button>`
          }
          <div class="map" part="map"></div>
          ${
            view
              ? html`${renderControls(messages, view, this)} ${this.#background.renderCredit()}
                ${this.#picking.render(messages)}`
              : this.#renderFacade(places)
          }
        </div>
        ${
          view
            ? this.#background.renderConsent(
                messages,
                provider => this.#ask(provider),
                () => void this.#agree(undefined),
              )
            : nothing
        }
        ${this.noList ? nothing : this.#renderList(places, thinned)}
      </div>
    `;
  }

  /** What went wrong with the records of the view; those at hand are there all the same. */
  #renderViewFailure(): unknown {
    const {failure} = this.#projects;
    if (failure === undefined) return nothing;
    return html`<p class="notice small" role="alert">
      ${this.failure(failure)}
      <button class="quiet" type="button" @click=${this.#retryView}>
        ${this.i18n.messages.tryAgain}
      </button>
    </p>`;
  }

  protected override renderFoot(answer: Answer): unknown {
    const others = this.#layers.shown.flatMap(({element}) => element.answer?.attribution ?? []);
    return super.renderFoot({...answer, attribution: [answer.attribution ?? [], others].flat()});
  }

  readonly #skip = (): void => this._list?.focus();

  #renderFacade(places: Places): TemplateResult {
    const hasFailed = this.#engine.status === 'failed';
    const ask = (): void => {
      this._asked = true;
      this.#engine.retry();
      this.keepFocus();
      void this.loadComplete.then(() => this.#enterMap());
    };
    const waits = this.load === 'click' && !this._asked;
    return renderFacade(
      this.i18n.messages,
      places,
      hasFailed,
      hasFailed || waits ? ask : undefined,
    );
  }

  /** Where the reader was waiting for the map, they are on it when it is there. */
  #enterMap(): void {
    const isWaiting = this.renderRoot.querySelector('[role=status]:focus');
    if (isWaiting && this.#engine.view) this._map?.focus({preventScroll: true});
  }

  #renderList(places: Places, thinned: number | undefined): TemplateResult {
    return renderPlaceList({
      title: this.#title,
      groups: groupsOf({
        places,
        thinned,
        layers: this.#layers,
        isForLayers: this.#isForLayers,
        inView: this.#inView,
        i18n: this.i18n,
        shown: key => this.pageSize + (this.#extra.get(key) ?? 0),
        more: (key, entries, total) => void this.#more(key, entries, total),
      }),
      pointed: places.indexOf(this.selection.pointed),
      chosen: places.indexOf(this.selection.chosen),
      level: this.level,
      i18n: this.i18n,
      colon: this.colon,
      records: this.#shown,
      link: record => this.renderLink(record),
      point: index => this.#point(index),
      seeOnMap: this.#engine.view && (index => this.#seeOnMap(index)),
    });
  }
}
