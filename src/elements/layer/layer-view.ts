import type {LitElement} from 'lit';
import {LoadController, latestValue} from '../../controllers/load-controller.js';
import type {RecordAttributes, RecordsController} from '../../controllers/records-controller.js';
import {ViewportRecords} from '../../controllers/viewport-records.js';
import {selectNearby} from '../../data/nearby-record-list.js';
import type {QueryResult} from '../../data/source.js';
import {legibleOn} from '../../model/colours.js';
import type {Bbox} from '../../model/geo/geo.js';
import type {RecordList} from '../../model/collection/record-list.js';
import type {Resource} from '../../model/records.js';
import type {ElementView} from '../base/widget-view.js';
import type {LayerData, LayeredMap} from '../parts/map/map-layer.js';

interface LayerHost extends LitElement, RecordAttributes {
  readonly color: string;
  readonly near?: number | undefined;
  readonly records: RecordsController;
  warn(message: string): void;
}

let instanceCount = 0;

/** Letter colours on markers, the values of `--_on-fill` in light and dark mode. */
const LETTER_LIGHT = '#ffffff';
const LETTER_DARK = '#12181b';

/** Records of a layer for the map around it. */
export class LayerView implements ElementView, LayerData {
  readonly key = `layer-${++instanceCount}`;
  readonly keepNear = selectNearby;
  readonly #host: LayerHost;
  readonly #viewportRecords: ViewportRecords<'resources'>;
  readonly #distanceLoad: LoadController<readonly unknown[], RecordList<Resource>>;
  #map: Partial<LayeredMap> | null = null;
  /** True once the records have been requested; they are kept from then on. */
  #isRequested = false;
  #mapProjects: RecordList | undefined;

  constructor(host: LayerHost) {
    this.#host = host;
    host.records.selectSource = () =>
      this.#isRequested ? host.records.attributeSource : undefined;
    this.#viewportRecords = new ViewportRecords(host, 'resources', () => ({
      ...host.records.fixedFilter,
      sort: host.sort || undefined,
    }));
    this.#distanceLoad = new LoadController(host, {
      args: () => {
        const {near} = host;
        const all = this.result?.items;
        const projects = this.#mapProjects;
        return near !== undefined && all && projects ? ([near, all, projects] as const) : undefined;
      },
      load: ([near, all, projects], signal) => selectNearby(all, [projects], near, signal),
    });
  }

  hostConnected(): void {
    this.#map = this.#host.closest('spass-project-map');
    if (!this.#map) this.#host.warn('a layer is seen only in a <spass-project-map>');
  }

  hostDisconnected(): void {
    const map = this.#map;
    this.#map = null;
    map?.handleLayerChange?.();
  }

  hostUpdated(): void {
    this.#map?.handleLayerChange?.();
  }

  setMapState(isRequested: boolean, projects: RecordList | undefined): void {
    const nextRequested = this.#isRequested || isRequested;
    if (nextRequested === this.#isRequested && projects === this.#mapProjects) return;
    this.#isRequested = nextRequested;
    this.#mapProjects = projects;
    this.#host.requestUpdate();
  }

  setViewport(view: Bbox): void {
    this.#viewportRecords.setViewport(view);
  }

  get autoFitRecords(): RecordList<Resource> | undefined {
    return this.#viewportRecords.autoFitRecords;
  }

  fillColour(fallback: string): string {
    const colour = this.#host.color || fallback;
    return `light-dark(${legibleOn(LETTER_LIGHT, colour)}, ${legibleOn(LETTER_DARK, colour)})`;
  }

  get result(): QueryResult<Resource> | undefined {
    return latestValue(this.#viewportRecords.state);
  }

  get hasFailed(): boolean {
    const {state, viewportError} = this.#viewportRecords;
    return state.status === 'failed' || viewportError !== undefined;
  }

  get records(): RecordList<Resource> | undefined {
    return this.#host.near === undefined
      ? this.result?.items
      : latestValue(this.#distanceLoad.state);
  }

  get isLoading(): boolean {
    const {isConnected, isUpdatePending, records} = this.#host;
    const pending = [...records.pending, ...this.pending()];
    return isConnected && (isUpdatePending || pending.length > 0);
  }

  retry(): void {
    this.#host.records.retry();
  }

  pending(): readonly Promise<unknown>[] {
    return [...this.#viewportRecords.pending, ...this.#distanceLoad.pending];
  }
}
