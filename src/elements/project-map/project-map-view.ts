import {html, nothing} from 'lit';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {ViewStatusController} from '../parts/map/view-status-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {mergeAttributions} from '../../model/merge-attributions.js';
import type {QueryResult} from '../../data/source.js';
import {RecordSelectEvent} from '../../events/events.js';
import {map, places, placeSearch, layers, projectMap} from '../../i18n/fr/map.js';
import {projects, contact} from '../../i18n/fr/projects.js';
import {records, singleRecord} from '../../i18n/fr/widgets.js';
import type {NamedPlace} from '../../model/geo/geo.js';
import type {Project} from '../../model/records.js';
import type {LinkedMap} from '../../controllers/selection-controller.js';
import type {DaySpan} from '../../model/time/period.js';
import {WidgetView} from '../base/widget-view.js';
import {showsPart} from '../parts/shown-parts.js';
import {
  errorMessage,
  renderNotice,
  renderRetry,
  renderRetryButton,
  renderState,
  retryLoad,
} from '../parts/states.js';
import {handleEscape} from '../parts/escape.js';
import {renderSkeleton} from '../parts/map/map-facade.js';
import type {MapItem} from '../parts/map/map-item.js';
import {PlaceSearch} from '../parts/map/place-search.js';
import {preparePrint, preparePrintOfMap, printStyles} from '../parts/print/print-trigger.js';
import {
  emptyMapParts,
  renderLegend,
  renderLayerErrors,
  renderStaleLayers,
} from './layer-templates.js';
import {ListPanel} from './list-panel.js';
import {EMPTY_SOURCE, MapRecords, type MapRecordsHost} from './map-records.js';
import {PlacePopup} from './place-popup.js';
import {mapStyles} from './project-map.styles.js';
import {MapPanel, type MapPanelHost} from './map-panel.js';

/** Zoom at which the map shows a single place. */
const PLACE_ZOOM = 13;

interface ProjectMapHost extends MapPanelHost, MapRecordsHost {
  readonly height: string;
}

/** Map of the projects and layers, with its list. */
export class ProjectMapView extends WidgetView<ProjectMapHost> implements LinkedMap {
  static override readonly styles = [printStyles, ...mapStyles];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections({
    contact,
    placeSearch,
    layers,
    map,
    places,
    projects,
    projectMap,
    singleRecord,
    records,
  });
  readonly #records = new MapRecords(this.host, this.#i18n);
  readonly #placeSearch = new PlaceSearch(this.host, this.#i18n, (place, zoom) =>
    this.#mapPanel.moveTo(place, zoom),
  );
  readonly #mapPanel: MapPanel = new MapPanel(this.host, this.#i18n, this.#records.shown, {
    onActivate: index => this.#openPopup(index),
    onHighlight: index => this.#listPanel.highlight(index),
    onStackActivate: indices => this.#popup.openStack(indices),
    onViewChange: (box, zoom, requested) => {
      if (this.#records.setViewport(box, zoom)) this.#listPanel.collapse();
      this.#viewStatus.handleViewChange(requested);
    },
    onSkip: () => this.#listPanel.focusStart(),
  });
  readonly #popup: PlacePopup = new PlacePopup(this.host, {
    shown: this.#records.shown,
    engine: this.#mapPanel.engine,
    i18n: this.#i18n,
  });
  readonly #listPanel: ListPanel = new ListPanel(this.host, {
    records: this.#records,
    mapPanel: this.#mapPanel,
    i18n: this.#i18n,
    showOnMap: index => {
      this.#mapPanel.showRecord(index);
      this.#openPopup(index);
    },
  });

  readonly #viewStatus = new ViewStatusController(this.host, {
    places: () => this.#records.shown.places,
    message: () => this.#listPanel.announcement,
    outside: () => this.#listPanel.outsideMessage,
  });

  /** Record of the URL, with `sync-url`. */
  readonly #item = new LazyModuleController<MapItem>(
    this.host,
    () => this.host.syncUrl,
    async () =>
      new (await import('../parts/map/map-item.js')).MapItem(this.host, {
        records: this.#records,
        panel: this.#mapPanel,
      }),
  );

  constructor(host: ProjectMapHost) {
    super(host);
    const {records: loads} = host;
    loads.selectSource = () => (this.#hasOnlyLayers ? EMPTY_SOURCE : loads.attributeSource);
    loads.countRendered = async ({total}) => {
      if (host.near !== undefined) await host.loadComplete;
      return latestValue(this.#records.state)?.total ?? total;
    };
  }

  showPlace(place: NamedPlace): void {
    void this.#goToMap(place);
  }

  showPeriod(period: DaySpan | undefined): void {
    this.#mapPanel.engine.view?.emphasize(period && this.#records.shown.isWithin(period));
  }

  override pending(): readonly Promise<unknown>[] {
    const [{engine}, {value}] = [this.#mapPanel, this.#item];
    const parts = [this.#placeSearch, this.#records, engine, this.#item, value, this.#popup];
    return parts.flatMap(part => part?.pending ?? []);
  }

  override summary({total}: QueryResult): string {
    return this.#i18n.messages.projects(total, this.#i18n.number(total));
  }

  /** True if only the layers provide records. */
  get #hasOnlyLayers(): boolean {
    const {items, api, records} = this.host;
    const lacksSource = !items && !api && records.attributeSource instanceof LoadError;
    return lacksSource && this.#records.layers.hasLayers;
  }

  override hostUpdated(): void {
    if (this.#records.lacksLayersForDistance)
      this.host.warn(
        `near="${String(this.host.near)}" measures from the records of a <spass-layer>, and there is none`,
      );
    const layout = this.host.renderRoot.querySelector<HTMLElement>('.layout');
    layout?.style.setProperty('--_height', this.host.height);
    const {places} = this.#records.shown;
    if (this.#mapPanel.engine.view) preparePrintOfMap();
    this.#mapPanel.handleUpdate();
    this.#mapPanel.engine.view?.highlight(places?.indexOf(this.host.selection.highlighted));
    // A popup that is removed loses the focus.
    if (this.#popup.update()) this.#mapPanel.focus();
  }

  override readonly paperMap = () => this.#listPanel.paperMap;

  // User actions

  #openPopup(index: number): void {
    const event = new RecordSelectEvent(this.#records.shown.at(index));
    if (this.host.dispatchEvent(event)) this.#popup.open(index);
  }

  /** Moves the focus to the map, and the map to a place given by another widget. */
  async #goToMap(place: NamedPlace): Promise<void> {
    this.#mapPanel.moveTo(place, PLACE_ZOOM);
    if (await this.#mapPanel.loadAndFocus()) {
      const {places} = this.#records.shown;
      const isThere = (index: number): boolean => {
        const {lat, lon} = places?.geoAt(index) ?? {};
        return lat === place.lat && lon === place.lon;
      };
      const index = places?.located.find(isThere) ?? -1;
      if (index >= 0) this.#mapPanel.engine.view?.showRecord(index, true);
      return;
    }
    this.#listPanel.focus();
  }

  /**
   * Closes the popup with Escape. From the map, the focus returns to the marker; on the controls and in the list it stays.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const isOnMap = (event.target as Element).closest('.map') !== null;
    handleEscape(event, () => this.#popup.close(isOnMap));
  };

  readonly #reloadViewport = (): void => {
    void retryLoad(this.host, () => this.#records.reloadViewport());
  };

  readonly #retryLayers = (): void => {
    void retryLoad(this.host, () => {
      for (const {data} of this.#records.layers.failed) data.retry();
    });
  };

  // Rendering

  override render(): unknown {
    return renderState(
      this.host,
      this.#records.state,
      result => this.#renderMap(result),
      () =>
        renderSkeleton(
          this.host.noList ? 0 : this.host.record ? 1 : this.host.pageSize,
          showsPart(this.host, 'commune'),
          this.#records.state.status === 'failed' && this.#mapPanel.renderGround(),
        ),
      {renderFooter: result => this.#renderFooter(result)},
    );
  }

  #renderMap(result: QueryResult<Project>): unknown {
    const {cappedAt, total, thinned} = result;
    const {messages, number} = this.#i18n;
    const {layers, isDistanceUnavailable, shown} = this.#records;
    const hasOnlyLayers = this.#hasOnlyLayers || this.#records.ownError !== undefined;
    const {places} = shown;
    if (!places) return nothing;
    const [reason, wayOut = nothing] =
      total || hasOnlyLayers ? [] : emptyMapParts(this.host, this.#records, this.#i18n);
    return html`
      ${this.#renderOwnError()}
      ${cappedAt ? html`<p class="notice small"><span>${messages.capped(number(cappedAt))}</span></p>` : nothing}
      ${reason && html`<p class="empty">${reason}</p>`} ${this.#renderViewportError()}
      ${this.#item.value?.render()}
      ${renderLayerErrors(layers.failed, isDistanceUnavailable, this.#i18n, () =>
        renderRetryButton(this.host, this.#retryLayers),
      )}
      ${renderStaleLayers(layers.all, result, this.#i18n, (text, data) =>
        renderNotice(this.host, text, () => void retryLoad(this.host, () => data.retry())),
      )}
      ${this.#showsPlaceSearch && !thinned ? this.#placeSearch.render(places) : nothing}
      ${renderLegend(layers.all, this.#i18n)}
      <div class="layout" @keydown=${this.#handleKeydown}>
        ${this.#mapPanel.render(places)}
        ${this.host.noList ? [this.#listPanel.renderOutside(), this.#listPanel.renderNoneInView()] : this.#listPanel.render(places, hasOnlyLayers ? undefined : result)}
      </div>
      ${wayOut === nothing ? nothing : html`<p class="way-out">${wayOut}</p>`}
    `;
  }

  get #showsPlaceSearch(): boolean {
    return this.#mapPanel.engine.status !== 'failed' && showsPart(this.host, 'commune');
  }

  /** Renders the error of the map's own records above the map with its layers. */
  #renderOwnError(): unknown {
    const {ownError} = this.#records;
    if (ownError === undefined) return nothing;
    return renderRetry(this.host, ownError, {retry: () => void retryLoad(this.host)});
  }

  #renderViewportError(): unknown {
    const {viewportError} = this.#records;
    if (viewportError === undefined) return nothing;
    return html`<p class="notice" role="alert">
      <span>${errorMessage(viewportError, this.#i18n)}</span>
      ${renderRetryButton(this.host, this.#reloadViewport)}
    </p>`;
  }

  #renderFooter(result: QueryResult): unknown {
    const {visible} = this.#records.layers;
    const others = visible.flatMap(({data}) => data.result?.attribution ?? []);
    const attribution = mergeAttributions([result.attribution ?? [], others].flat());
    return this.#records.funding.renderFooter({...result, attribution});
  }
}
