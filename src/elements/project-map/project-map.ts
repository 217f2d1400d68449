import {html, nothing, render, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import type {Answer} from '../../data/source.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import type {MapLabels, MapWindow} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import type {Family, Project} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf, words} from '../attributes.js';
import {familyMark} from '../family-mark.js';
import {DataWidget} from '../widget.js';
import {cssLength, latLon, zoomLevel} from './attributes.js';
import {EngineController} from './engine-controller.js';
import {placesPicture} from './facade.js';
import {indexIn, type Places, placesOf} from './places.js';
import {renderPlaceList} from './place-list.js';
import {styles} from './project-map.styles.js';
import {type TileChoice, tileChoice, tilesWords} from './tiles.js';

const COLLECTION = 'projects';

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

  @state() private _window: MapWindow | undefined;
  @state() private _stack: readonly number[] = [];
  @state() private _extra = 0;
  @state() private _asked = false;
  @state() private _agreed = false;

  protected override readonly collection = COLLECTION;
  readonly #projects = this.loadRecords(COLLECTION, () => this.question, 'all');
  /** Only where a project's family is its portal's. */
  readonly #portals = this.loadRecords(
    'portals',
    () => (this.#needsPortals() ? {lang: this.i18n.language} : undefined),
    'all',
  );
  readonly #popup = document.createElement('div');
  #places: {readonly key: readonly unknown[]; readonly value: Places} | undefined;
  #labels: {readonly language: string; readonly value: MapLabels} | undefined;

  readonly #engine = new EngineController(
    this,
    () => ({
      container: this._map,
      points: this.#placesOf(this.#answer),
      labels: this.#mapLabels(),
      tiles: this.#tilesShown(),
      center: this.center,
      zoom: this.zoom,
      fit: this.fit,
      load: this._asked ? 'asked' : this.load === 'click' ? 'wait' : 'visible',
    }),
    {
      activated: index => this.#open(index, true),
      pointed: index => this.#point(index),
      stacked: indices => this.#openStack(indices),
      viewed: view => {
        this._window = view;
        this._extra = 0;
      },
      escaped: () => this.#close(),
    },
  );

  constructor() {
    super();
    this.#popup.className = 'popup';
    this.#popup.setAttribute('part', 'popup');
    this.#popup.role = 'dialog';
    this.#popup.tabIndex = -1;
    this.#popup.setAttribute('aria-labelledby', 'popup-title');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.#screenChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.#screenChanged);
    this._window = undefined;
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#engine.pending];
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.projects(total, this.i18n.number(total));
  }

  protected override updated(): void {
    const {view} = this.#engine;
    const places = this.#placesOf(this.#answer);
    if (!view || !places) return;
    const {chosen, pointed} = this.selection;
    view.highlight(indexIn(places, pointed));
    const open = this._stack[0] ?? indexIn(places, chosen);
    if (open === undefined || !Number.isFinite(places.lat[open])) view.setPopup(undefined);
    else {
      render(this.#renderPopup(places, open), this.#popup, {host: this});
      view.setPopup(this.#popup, open);
    }
  }

  get #answer(): Answer<Project> | undefined {
    return shownValue(this.#projects.state);
  }

  #needsPortals(): boolean {
    const items = this.#answer?.items;
    for (let index = 0; index < (items?.length ?? 0); index++) {
      if (items && items.familyAt(index) === undefined && items.at(index).portal !== undefined)
        return true;
    }
    return false;
  }

  /** The places of an answer; the same object as long as nothing changed. */
  #placesOf(answer: Answer<Project> | undefined): Places | undefined {
    if (!answer) return undefined;
    const portals = shownValue(this.#portals.state)?.items;
    const key = [answer.items, portals, this.i18n.messages];
    if (!this.#places?.key.every((part, i) => part === key[i])) {
      const families = new Map<string, Family | undefined>();
      for (const {id, family} of portals ?? []) families.set(String(id), family);
      const value = placesOf(
        answer.items,
        ({portal}) => families.get(String(portal)),
        project => this.#nameOf(project),
      );
      this.#places = {key, value};
    }
    return this.#places?.value;
  }

  #nameOf(project: Project): string {
    const title =
      this.i18n.text(project.title).value || this.i18n.messages.untitled(String(project.id));
    return project.commune?.name ? `${title}, ${project.commune.name}` : title;
  }

  #mapLabels(): MapLabels {
    const {messages, language, number} = this.i18n;
    if (this.#labels?.language !== language) {
      const value: MapLabels = {
        language,
        map: messages.map,
        help: messages.mapHelp,
        letters: [messages.acteur, messages.theme, messages.projet, ''].map(word =>
          word.slice(0, 1),
        ),
        cluster: count => messages.cluster(count, number(count)),
        number,
      };
      this.#labels = {language, value};
    }
    return (this.#labels as {value: MapLabels}).value;
  }

  // Tiles

  #tileChoice(): TileChoice | undefined {
    return tileChoice(this.tiles, this.attribution);
  }

  #tilesShown(): TileChoice | undefined {
    const choice = this.#tileChoice();
    const allowed =
      !choice?.isThirdParty ||
      this.consent === 'granted' ||
      (this.consent === 'ask' && this._agreed);
    return allowed ? this.#same(choice) : undefined;
  }

  #choice: TileChoice | undefined;

  /** The engine tells backgrounds apart by identity. */
  #same(choice: TileChoice | undefined): TileChoice | undefined {
    if (choice?.template !== this.#choice?.template) this.#choice = choice;
    return this.#choice;
  }

  #agree(provider: string): void {
    const request = new ConsentRequestEvent(provider);
    if (this.dispatchEvent(request)) this._agreed = true;
    this.keepFocus();
  }

  // Acts

  #open(index: number, focus: boolean): void {
    const project = this.#answer?.items.at(index);
    if (!project) return;
    const select = new RecordSelectEvent(project);
    if (!this.dispatchEvent(select)) return;
    this._stack = [];
    this.selection.setChosen({collection: COLLECTION, id: project.id}, this);
    if (focus) void this.updateComplete.then(() => this.#popup.focus());
  }

  #openStack(indices: readonly number[]): void {
    this.selection.setChosen(undefined, this);
    this._stack = indices;
    void this.updateComplete.then(() => this.#popup.focus());
  }

  /** Closes the popup; the focus goes back to the marker that it hangs on. */
  #close(): void {
    const places = this.#placesOf(this.#answer);
    const open = this._stack[0] ?? (places && indexIn(places, this.selection.chosen));
    this._stack = [];
    this.selection.setChosen(undefined, this);
    if (open !== undefined)
      void this.updateComplete.then(() => this.#engine.view?.focusMarker(open));
  }

  #point(index: number | undefined): void {
    const project = index === undefined ? undefined : this.#answer?.items.at(index);
    this.selection.setPointed(project && {collection: COLLECTION, id: project.id}, this);
  }

  #seeOnMap(index: number): void {
    this.#engine.view?.show(index, false);
    this._map?.scrollIntoView({block: 'nearest'});
    this.#open(index, true);
  }

  async #more(): Promise<void> {
    const before = this.#listed().length;
    this._extra += this.pageSize;
    await this.updateComplete;
    const {messages, number} = this.i18n;
    const [shown, all] = [this.#listed().length, this.#inView().length];
    this.announce(
      messages.added(shown - before, number(shown - before), number(shown), number(all)),
    );
    this._list
      ?.querySelectorAll<HTMLElement>('.here [part~=link], .here [part~=title]')
      [before]?.focus();
  }

  #inView(): ArrayLike<number> {
    const places = this.#placesOf(this.#answer);
    if (this._window) return this._window.indices;
    const located: number[] = [];
    for (let index = 0; index < (places?.length ?? 0); index++) {
      if (Number.isFinite(places?.lat[index])) located.push(index);
    }
    return located;
  }

  #listed(): readonly number[] {
    return [...Array.prototype.slice.call(this.#inView(), 0, this.pageSize + this._extra)];
  }

  readonly #screenChanged = (): void => this.requestUpdate();

  #toggleFullScreen(): void {
    // Refused in a frame without the permission: the map stays as it is.
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    else void this.requestFullscreen().catch(() => {});
  }

  // Drawing

  protected override renderContent(): unknown {
    return this.renderState(
      this.#projects.state,
      answer => this.#renderMap(answer),
      () => html`<div class="layout"><div class="stage bone" .style=${this.#size()}></div></div>`,
    );
  }

  #size(): string {
    // Set as a property: a policy without 'unsafe-inline' refuses the attribute.
    return this.height && `block-size:${this.height}`;
  }

  #renderMap(answer: Answer<Project>): TemplateResult {
    const {messages, number} = this.i18n;
    const places = this.#placesOf(answer) as Places;
    return html`
      ${answer.cappedAt ? html`<p class="notice small">${messages.capped(number(answer.cappedAt))}</p>` : nothing}
      ${answer.total === 0 ? html`<p class="notice">${messages.noProjects} ${this.renderWayOut()}</p>` : nothing}
      <div class="layout">
        <div class="stage" .style=${this.#size()}>
          ${this.#renderSkip()}
          <div class="map" part="map"></div>
          ${this.#engine.view ? this.#renderControls() : this.#renderFacade(places)}
          ${this.#renderCredit()}
        </div>
        ${this.noList ? nothing : this.#renderList(answer, places)}
      </div>
    `;
  }

  #renderSkip(): unknown {
    const skip = (): void => this._list?.focus();
    return this.noList
      ? nothing
      : html`<button class="button skip" type="button" @click=${skip}>
          ${this.i18n.messages.skipMap}
        </button>`;
  }

  #renderFacade(places: Places): TemplateResult {
    const {messages} = this.i18n;
    const ask = (): void => {
      this._asked = true;
      this.#engine.retry();
      this.keepFocus();
    };
    const failed = this.#engine.status === 'failed';
    return html`
      <div class="facade">
        <svg viewBox="0 0 160 90" aria-hidden="true">${placesPicture(places)}</svg>
        ${failed ? html`<p class="notice" role="alert">${messages.mapUnavailable}</p>` : nothing}
        ${
          failed || (this.load === 'click' && !this._asked)
            ? html`<button class="button" type="button" @click=${ask}>
                ${failed ? messages.tryAgain : messages.showMap}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderControls(): TemplateResult {
    const {messages} = this.i18n;
    const view = this.#engine.view;
    const isFull = document.fullscreenElement === this;
    const control = (name: string, path: string, act: () => void) => html`
      <button class="button" type="button" aria-label=${name} title=${name} @click=${act}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>
      </button>
    `;
    return html`<div class="controls">
      ${control(messages.zoomIn, 'M8 3v10M3 8h10', () => view?.zoomBy(1))}
      ${control(messages.zoomOut, 'M3 8h10', () => view?.zoomBy(-1))}
      ${control(messages.wholeView, 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4', () => view?.fitAll())}
      ${
        'requestFullscreen' in this
          ? control(
              isFull ? messages.leaveFullScreen : messages.fullScreen,
              isFull
                ? 'M6 2v4H2M14 6h-4V2M10 14v-4h4M2 10h4v4'
                : 'M10 2h4v4M14 2 9 7M6 14H2v-4M2 14l5-5',
              () => this.#toggleFullScreen(),
            )
          : nothing
      }
    </div>`;
  }

  /** Who drew the background, always in sight, and the question that comes before a third party's. */
  #renderCredit(): TemplateResult {
    const {messages} = this.i18n;
    const choice = this.#tileChoice();
    const shown = this.#tilesShown();
    const link = (href: string | undefined, words: string) =>
      href ? html`<a href=${href} rel="noopener">${words}</a>` : words;
    return html`
      ${
        choice?.isThirdParty && !shown && this.consent === 'ask' && this.#engine.view
          ? html`<div class="consent small">
              <button class="button" type="button" @click=${() => this.#agree(choice.provider)}>
                ${messages.tilesAsk(choice.provider)}
              </button>
              <p>
                ${messages.tilesWarning(choice.provider)}
                ${choice.policyUrl ? link(choice.policyUrl, messages.tilesPolicy) : nothing}
              </p>
            </div>`
          : nothing
      }
      <p class="credit small">
        ${shown ? link(shown.attributionUrl, shown.attribution) : 'Natural Earth'}
      </p>
    `;
  }

  #renderList({items}: Answer<Project>, places: Places): TemplateResult {
    const {messages, number} = this.i18n;
    const inView = this.#inView().length;
    const {pointed} = this.selection;
    return renderPlaceList({
      title: this._window
        ? messages.inView(number(inView))
        : messages.projects(inView, number(inView)),
      total: inView,
      indices: this.#listed(),
      unlocated: places.unlocated,
      pointed: indexIn(places, pointed),
      level: this.level,
      i18n: this.i18n,
      project: index => items.at(index),
      family: index => places.family[index] ?? 3,
      link: project => this.renderLink(project),
      point: index => this.#point(index),
      seeOnMap: this.#engine.view ? index => this.#seeOnMap(index) : undefined,
      more: () => void this.#more(),
    });
  }

  #renderPopup(places: Places, open: number): unknown {
    const {messages, number} = this.i18n;
    const items = this.#answer?.items;
    if (!items) return nothing;
    const close = html`<button
      class="button close"
      type="button"
      aria-label=${messages.close}
      @click=${this.#close}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"></path></svg>
    </button>`;
    if (this._stack.length > 1) {
      return html`
        <p class="title" id="popup-title">
          ${messages.projects(this._stack.length, number(this._stack.length))}
        </p>
        <ul>
          ${this._stack.map(index => html`<li>${this.renderLink(items.at(index))}</li>`)}
        </ul>
        ${close}
      `;
    }
    const project = items.at(open);
    const family = (['acteur', 'theme', 'projet'] as const)[places.family[open] ?? 3];
    const facts = [project.commune?.name, this.i18n.period(project.period)].filter(Boolean);
    return html`
      ${family ? familyMark(messages, family) : nothing}
      <p class="title" id="popup-title">${this.renderLink(project)}</p>
      ${facts.length ? html`<p class="small">${facts.join(' · ')}</p>` : nothing} ${close}
    `;
  }
}
