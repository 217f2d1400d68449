import {html, nothing, type ReactiveController} from 'lit';
import type {MapEngineController} from '../../../controllers/map-engine-controller.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {UrlStateController} from '../../../controllers/url-state-controller.js';
import {isAbortError} from '../../../data/client/errors.js';
import {mapItem} from '../../../i18n/fr/on-demand.js';
import {records} from '../../../i18n/fr/widgets.js';
import type {MapPoints} from '../../../map/map-view.js';
import {type Bbox, containsBox, type Geo} from '../../../model/geo/geo.js';
import type {PortalRecord, Project} from '../../../model/records.js';
import type {RecordRef} from '../../../controllers/selection-controller.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {recordName} from '../records/record-labels.js';

/** Zoom at which the map shows a record that it has not loaded yet. */
const ITEM_ZOOM = 13;

/** Points of a map that can be found by their records. */
interface ItemPoints extends MapPoints {
  indexOf(ref: RecordRef): number | undefined;
  refAt(index: number): RecordRef;
  at(index: number): PortalRecord;
}

/** Members of a map that open a record. */
export interface ItemMap {
  readonly records: {
    /** Points shown; undefined until they are loaded. */
    readonly shown: {readonly places: ItemPoints | undefined};
    /** True while records of the map, or of its viewport, are loading. */
    readonly isLoading: boolean;
    /** Visible area; undefined before the map is drawn. */
    readonly viewport: {readonly box: Bbox} | undefined;
  };
  readonly panel: {
    readonly engine: MapEngineController;
    /** Loads the map, also outside the screen; with a place, the map moves there. Nothing is announced. */
    open(place?: Geo, zoom?: number): void;
  };
}

/** Record whose popup is open, as the query parameter `<group>.item`. */
export class MapItem implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #map: ItemMap;
  readonly #i18n: LocalizeController<'mapItem'>;
  /** Id in the URL whose popup is not open yet. */
  #wanted: string | undefined;
  /** Id in the URL that cannot be opened, and the reason for the user. */
  #problem: {readonly id: string; readonly text: string} | undefined;
  /** Request for a record that the map has not loaded. */
  #request: AbortController | undefined;
  #loading: Promise<void> | undefined;
  /** Record that the map has moved to. */
  #found: Project | undefined;

  constructor(host: WidgetHost, map: ItemMap) {
    this.#host = host;
    this.#map = map;
    this.#i18n = host.i18n.withSections({mapItem, records});
    new UrlStateController(host, {
      name: () => (host.syncUrl ? `${host.group || 'project-map'}.item` : undefined),
      value: () => this.#selectedId ?? this.#wanted ?? this.#problem?.id,
      apply: id => this.#apply(id || undefined),
      entry: () => 'choice',
    });
    host.addController(this);
  }

  get pending(): Promise<void>[] {
    return this.#loading ? [this.#loading] : [];
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    if (this.#selectedId !== undefined) this.#stop();
    const points = this.#map.records.shown.places;
    if (this.#wanted === undefined || !points || !this.#i18n.isReady) return;
    const index = points.indexOf({collection: 'projects', id: this.#wanted});
    if (index !== undefined) this.#open(points, index);
    else if (!this.#map.records.isLoading && !this.#request && this.#hasArrived)
      this.#find(this.#wanted);
  }

  render(): unknown {
    return this.#problem ? html`<p class="notice" role="alert">${this.#problem.text}</p>` : nothing;
  }

  /** Id of the selected record of the map itself. */
  get #selectedId(): string | undefined {
    const {selected} = this.#host.selection;
    return selected?.collection === 'projects' && selected.source === undefined
      ? String(selected.id)
      : undefined;
  }

  /** False while the map is on its way to the record that was found. */
  get #hasArrived(): boolean {
    const {geo} = this.#found ?? {};
    const box = this.#map.records.viewport?.box;
    return !geo || (!!box && containsBox(box, [geo.lon, geo.lat, geo.lon, geo.lat]));
  }

  #apply(id: string | undefined): void {
    this.#stop();
    if (id === this.#selectedId) return;
    this.#host.selection.setSelected(undefined, this.#host);
    this.#wanted = id;
  }

  #stop(): void {
    this.#request?.abort();
    this.#request = this.#loading = this.#wanted = this.#problem = this.#found = undefined;
  }

  /** Opens the popup of a record, as soon as the map is there. The focus stays where it is. */
  #open(points: ItemPoints, index: number): void {
    const {view, status} = this.#map.panel.engine;
    if (Number.isNaN(points.x[index])) {
      const {value} = recordName(points.at(index), this.#i18n);
      this.#fail(this.#i18n.messages.itemWithoutPlace(value));
    } else if (view) {
      this.#stop();
      view.showRecord(index, false);
      this.#host.selection.setSelected(points.refAt(index), this.#host);
      this.#host.requestUpdate();
    } else if (status === 'failed') this.#stop();
    else if (status === 'waiting') this.#map.panel.open();
  }

  /** Looks for a record that the map has not loaded, and moves the map to it. */
  #find(id: string): void {
    const {openedSource: source} = this.#host.records;
    if (this.#found || !source?.one) {
      this.#fail(this.#i18n.messages.itemMissing(id));
      return;
    }
    const request = (this.#request = new AbortController());
    const options = {signal: request.signal, warn: this.#host.warn};
    this.#loading = source
      .one('projects', id, options)
      .catch((error: unknown) => {
        if (!isAbortError(error)) this.#host.warn(String(error));
        return undefined;
      })
      .then(record => {
        if (this.#request !== request) return;
        this.#request = this.#loading = undefined;
        this.#found = record;
        if (record?.geo) this.#map.panel.open(record.geo, ITEM_ZOOM);
        else if (record)
          this.#fail(this.#i18n.messages.itemWithoutPlace(recordName(record, this.#i18n).value));
        else this.#fail(this.#i18n.messages.itemMissing(id));
        this.#host.requestUpdate();
      });
  }

  #fail(text: string): void {
    const id = this.#wanted ?? '';
    this.#stop();
    this.#problem = {id, text};
    this.#host.requestUpdate();
  }
}
