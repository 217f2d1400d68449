import {html, nothing, render, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {PositionController} from '../../controllers/position-controller.js';
import type {Answer} from '../../data/source.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import type {MapLabels} from '../../map/map-view.js';
import {type Geo, middleOf} from '../../model/geo.js';
import {type Family, FAMILIES, type Project} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf, words} from '../attributes.js';
import {CommuneFinder} from '../commune-finder.js';
import {DataWidget} from '../widget.js';
import {cssLength, latLon, zoomLevel} from './attributes.js';
import {Background} from './background.js';
import {renderControls} from './controls.js';
import {EngineController} from './engine-controller.js';
import {renderFacade} from './facade.js';
import {memo} from './memo.js';
import {renderPlaceList} from './place-list.js';
import {Places} from './places.js';
import {createPopup, renderPopup} from './popup.js';
import {styles} from './project-map.styles.js';
import {tilesWords} from './tiles.js';

const COLLECTION = 'projects';
/** From where the map looks at a commune, and at what is near the reader. */
const COMMUNE_ZOOM = 13;
const NEAR_ZOOM = 11;
/** With more projects, the communes are looked up only when the reader asks for one. */
const MANY = 2000;

/**
 * Projects on a map, with the list that is its equal: the places in view, then those that have none.
 *
 * Reads all the projects of its `api`, of the `<spass-portal>` around it, or its `items`. The outlines it draws
 * come with the map's engine; a third party's tiles only once a reader has agreed.
 *
 * @customElement spass-project-map
 * @slot - What is read before the data are there, and where they can't be had.
 * @slot heading - A heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - A reader opened a marker or followed a link; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
 * @event {LoadEvent} spass-load - The projects are drawn; does not bubble.
 * @event {LoadErrorEvent} spass-error - They could not be loaded; does not bubble.
 * @csspart map - The map itself.
 * @csspart marker - A project's mark.
 * @csspart cluster - The mark of projects that lie too close together.
 * @csspart popup - What a marker opens.
 * @csspart list - The list beside the map.
 * @csspart link - A project's link.
 * @csspart title - The title of a project that has no link.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-map-water] - Sea and lakes.
 * @cssproperty [--spass-map-land] - Land.
 * @cssproperty [--spass-map-border] - Coasts and borders.
 */
export class SpassProjectMap extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles];

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
  /** Leaves the list out, where the page shows the same projects in another. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;
  /** Height of the map, a CSS length or pixels. */
  @property({converter: cssLength}) height = '';
  /** `visible`: the engine comes when the map nears the screen; `click`: when a reader asks for it. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  @query('.map') private _map!: HTMLElement | null;
  @query('.list') private _list!: HTMLElement | null;
  @query('.consent button') private _consent!: HTMLElement | null;

  @state() private _extra = 0;
  @state() private _asked = false;
  /** Whether the reader has been in the field for communes. */
  @state() private _finds = false;

  protected override readonly collection = COLLECTION;
  readonly #projects = this.loadRecords(COLLECTION, () => this.question, 'all');
  /** Only where a project's family is its portal's. */
  readonly #portals = this.loadRecords(
    'portals',
    () => (this.#needsPortals() ? {lang: this.i18n.language} : undefined),
    'all',
  );
  readonly #background = new Background(this);
  readonly #position = new PositionController(this);
  readonly #finder = new CommuneFinder(this, this.i18n, {
    choose: value =>
      this.#goTo(
        this.#places?.communes.find(commune => commune.value === value)?.center,
        COMMUNE_ZOOM,
      ),
    announce: sentence => this.announce(sentence),
  });
  readonly #popup = createPopup();
  /** The projects of a popup that no zoom can part. */
  #stack: {readonly places: Places; readonly indices: readonly number[]} | undefined;
  /** What the map looks at, and whether what is there is to be told. */
  #box = '';
  #tells = false;
  /** Whether what is pointed at is pointed at here. */
  #points = false;

  readonly #engine = new EngineController(
    this,
    () => ({
      container: this._map,
      points: this.#places,
      labels: this.#labels(),
      tiles: this.#background.shown,
      center: this.center,
      zoom: this.zoom,
      fit: this.fit,
      load: this._asked ? 'asked' : this.load === 'click' ? 'wait' : 'visible',
    }),
    {
      activated: index => this.#open(index),
      pointed: index => this.#point(index, true),
      stacked: indices => this.#openStack(indices),
      viewed: ({bbox}) => this.#viewed(bbox.join()),
      escaped: () => this.#close(),
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#redraw);
  }

  override disconnectedCallback(): void {
    // Nothing will tell any more that the pointer has left.
    if (this.#points) this.#point(undefined);
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#engine.pending];
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.projects(total, this.i18n.number(total));
  }

  protected override updated(): void {
    const {view} = this.#engine;
    const places = this.#places;
    if (!view || !places) return;
    view.highlight(places.indexOf(this.selection.pointed));
    const open = this.#opened(places);
    const [first] = open;
    if (first === undefined) {
      // The focus doesn't go with the popup.
      const hadFocus = this.#popup.matches(':focus-within');
      view.setPopup(undefined);
      if (hadFocus) this._map?.focus({preventScroll: true});
      return;
    }
    render(
      renderPopup(
        open.map(index => this.#project(index)),
        this.#family(first),
        this.i18n,
        project => this.renderLink(project),
        () => this.#close(),
      ),
      this.#popup,
      {host: this},
    );
    view.setPopup(this.#popup, first);
  }

  // Records

  get #answer(): Answer<Project> | undefined {
    return this.i18n.isReady ? shownValue(this.#projects.state) : undefined;
  }

  readonly #needsPortals = memo(
    () => [this.#answer?.items],
    () => {
      const items = this.#answer?.items;
      for (let index = 0; items && index < items.length; index++) {
        if (items.familyAt(index) === undefined && items.at(index).portal !== undefined)
          return true;
      }
      return false;
    },
  );

  readonly #placesNow = memo(
    () => [this.#answer?.items, shownValue(this.#portals.state)?.items, this.i18n.messages],
    () => {
      const items = this.#answer?.items;
      const families = new Map<string, Family | undefined>();
      for (const {id, family} of shownValue(this.#portals.state)?.items ?? [])
        families.set(String(id), family);
      const familyOf = ({portal}: Project): Family | undefined => families.get(String(portal));
      return items && new Places(items, familyOf, project => this.#nameOf(project));
    },
  );

  /** The same object as long as nothing changed. */
  get #places(): Places | undefined {
    return this.#placesNow();
  }

  #project(index: number): Project {
    return this.#answer?.items.at(index) as Project;
  }

  #family(index: number): Family | undefined {
    return FAMILIES[this.#places?.family[index] ?? FAMILIES.length];
  }

  #nameOf({id, title, commune}: Project): string {
    const name = this.i18n.text(title).value || this.i18n.messages.untitled(String(id));
    return commune?.name ? `${name}, ${commune.name}` : name;
  }

  readonly #labels = memo(
    () => [this.i18n.messages, this.i18n.language],
    (): MapLabels => {
      const {messages, language, number} = this.i18n;
      return {
        language,
        map: messages.map,
        help: messages.mapHelp,
        letters: [...FAMILIES.map(family => messages[family].slice(0, 1)), ''],
        cluster: count => messages.cluster(count, number(count)),
        number,
      };
    },
  );

  // Acts

  /** The records of the popup. */
  #opened(places: Places): readonly number[] {
    if (this.#stack?.places === places) return this.#stack.indices;
    const chosen = places.indexOf(this.selection.chosen);
    // A popup of what is out of sight would hang on nothing.
    return chosen !== undefined && this.#engine.inView(places)?.includes(chosen) ? [chosen] : [];
  }

  #open(index: number): void {
    const project = this.#project(index);
    const select = new RecordSelectEvent(project);
    if (!this.dispatchEvent(select)) return;
    this.#stack = undefined;
    this.selection.setChosen({collection: COLLECTION, id: project.id}, this);
    this.#enterPopup();
  }

  #openStack(indices: readonly number[]): void {
    const places = this.#places;
    this.selection.setChosen(undefined, this);
    this.#stack = places && {places, indices};
    this.requestUpdate();
    this.#enterPopup();
  }

  #enterPopup(): void {
    void this.updateComplete.then(() => this.#popup.focus());
  }

  /** Closes the popup; the focus goes back to the marker that it hangs on. */
  #close(): void {
    const places = this.#places;
    const [first] = places ? this.#opened(places) : [];
    if (first === undefined) return;
    this.#engine.view?.focusMarker(first);
    this.#stack = undefined;
    this.selection.setChosen(undefined, this);
    this.requestUpdate();
  }

  #point(index: number | undefined, onMap = false): void {
    this.#points = index !== undefined;
    const ref = index === undefined ? undefined : this.#places?.refTo(index);
    this.selection.setPointed(ref, this);
    if (ref && onMap) void this.updateComplete.then(() => this.#reveal());
  }

  /** Brings the entry of what is pointed at into the list's own view; the page doesn't move. */
  #reveal(): void {
    const list = this._list;
    const entry = list?.querySelector('.lit')?.getBoundingClientRect();
    if (!list || !entry || list.scrollHeight <= list.clientHeight) return;
    const {top, bottom} = list.getBoundingClientRect();
    list.scrollTop += Math.min(0, entry.top - top) || Math.max(0, entry.bottom - bottom);
  }

  #seeOnMap(index: number): void {
    this.#engine.view?.show(index, false);
    this._map?.scrollIntoView({block: 'nearest'});
    this.#open(index);
  }

  #viewed(box: string): void {
    if (box !== this.#box) this._extra = 0;
    this.#box = box;
    if (!this.#tells) return;
    this.#tells = false;
    void this.updateComplete.then(() => this.announce(this.#title));
  }

  /** Goes where the reader wants to look, and says what is there. */
  #goTo(center: Geo | undefined, zoom: number): void {
    if (!center) return;
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

  async #more(entries: Element): Promise<void> {
    const before = entries.children.length;
    this._extra += this.pageSize;
    await this.updateComplete;
    const {messages, number} = this.i18n;
    const shown = entries.children.length;
    const all = this.#inView.length;
    this.announce(
      messages.added(shown - before, number(shown - before), number(shown), number(all)),
    );
    const next = entries.children[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else this.keepFocus();
  }

  /** What is in the markers and clusters of the view; without a map, all that has a place. */
  get #inView(): ArrayLike<number> {
    const places = this.#places;
    return (places && (this.#engine.inView(places) ?? places.located)) ?? [];
  }

  get #title(): string {
    const {messages, number} = this.i18n;
    const {length} = this.#inView;
    return this.#engine.view
      ? messages.inView(number(length))
      : messages.projects(length, number(length));
  }

  // Drawing

  protected override renderContent(): unknown {
    return this.renderState(
      this.#projects.state,
      answer => this.#renderMap(answer, this.#places as Places),
      () => html` <div class="layout"><div class="stage bone" .style=${this.#size}></div></div> `,
    );
  }

  get #size() {
    // Set as a property: a policy without 'unsafe-inline' refuses the attribute, which styleMap writes first.
    return this.height && `block-size:${this.height}`;
  }

  #renderMap({cappedAt, total}: Answer<Project>, places: Places): TemplateResult {
    const {messages, number} = this.i18n;
    const {view} = this.#engine;
    return html`
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${total ? nothing : html`<p class="notice">${messages.noProjects} ${this.renderWayOut()}</p>`}
      ${this.#renderTools(places)}
      <div class="layout">
        <div class="stage" .style=${this.#size}>
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
              ? html`${renderControls(messages, view, this)} ${this.#background.renderCredit()}`
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
        ${this.noList ? nothing : this.#renderList(places)}
      </div>
    `;
  }

  readonly #skip = (): void => this._list?.focus();

  /** Ways to a part of the map, where there is something to find. */
  #renderTools(places: Places): unknown {
    if (this.#engine.status === 'failed' || places.located.length < 2) return nothing;
    const {messages} = this.i18n;
    const {isAsking, failed} = this.#position;
    const near = (): void => this.#position.ask(box => this.#goTo(middleOf(box), NEAR_ZOOM));
    const communes = this._finds || places.length < MANY ? places.communes : undefined;
    return html`<div class="tools">
      ${
        communes && communes.length < 2
          ? nothing
          : html`<div class="finder" @focusin=${this.#find}>
              ${this.#finder.render(communes ?? [])}
            </div>`
      }
      <button class="button" type="button" aria-busy=${isAsking} @click=${near}>
        ${messages.nearMe}
      </button>
      ${failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
    </div>`;
  }

  readonly #find = (): void => {
    this._finds = true;
  };

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

  #renderList(places: Places): TemplateResult {
    return renderPlaceList({
      title: this.#title,
      inView: this.#inView,
      unlocated: places.unlocated,
      shown: this.pageSize + this._extra,
      pointed: places.indexOf(this.selection.pointed),
      level: this.level,
      i18n: this.i18n,
      colon: this.colon,
      project: index => this.#project(index),
      family: index => this.#family(index),
      link: project => this.renderLink(project),
      point: index => this.#point(index),
      seeOnMap: this.#engine.view && (index => this.#seeOnMap(index)),
      more: entries => void this.#more(entries),
    });
  }
}
