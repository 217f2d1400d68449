import {property} from 'lit/decorators.js';
import {LoadController, latestValue} from '../../controllers/load-controller.js';
import {ViewportRecords} from '../../controllers/viewport-records.js';
import {selectNearby} from '../../data/nearby-record-list.js';
import type {QueryResult} from '../../data/source.js';
import {legibleOn} from '../../model/colour.js';
import type {Bbox} from '../../model/geo.js';
import type {RecordList} from '../../model/record-list.js';
import type {Resource} from '../../model/records.js';
import {anyText} from '../base/attribute-converters.js';
import {DataElement} from '../base/data-element.js';
import {hexColour, metres, zoomLevel} from '../base/map-attributes.js';
import type {LayeredMap, LayerElement} from '../parts/map-layer.js';

let instanceCount = 0;

/** Letter colours on markers, the values of `--_on-fill` in light and dark mode. */
const LETTER_LIGHT = '#ffffff';
const LETTER_DARK = '#12181b';

/**
 * Further data layer of the `<spass-project-map>` around it; has no rendering of its own.
 *
 * Its records are resources, of its own `api` or of the `<spass-portal>` around it. They are loaded when first shown,
 * or when distances to them are needed.
 *
 * @customElement spass-layer
 * @attribute hidden - Switched off; a reader switches it in the legend of the map.
 * @event {LoadEvent} spass-load - Its records are there; does not bubble.
 * @event {LoadErrorEvent} spass-error - They could not be loaded; does not bubble.
 */
export class SpassLayer extends DataElement implements LayerElement {
  /** Name in the legend and in the list. */
  @property({converter: anyText}) label = '';
  /** Colour of its marks, `#rrggbb`; made darker or lighter if the contrast is too low. */
  @property({converter: hexColour}) color = '';
  /** Zoom of the map from which the layer is shown, 2 to 19. */
  @property({attribute: 'min-zoom', converter: zoomLevel}) minZoom?: number | undefined;
  /** Distance in metres: only records that have a project of the map within it. */
  @property({converter: metres}) near?: number | undefined;

  // Interface for the map around it: see LayerElement.
  /** @internal */
  readonly key = `layer-${++instanceCount}`;
  /** @internal */
  override readonly collection = 'resources';
  readonly #viewportRecords = new ViewportRecords<Resource>(
    this,
    (ask, most) => this.loadRecords('resources', ask, 'all', most),
    () => this.fixedQuery,
  );
  readonly #distanceLoad = new LoadController<readonly unknown[], RecordList<Resource>>(this, {
    args: () => {
      const all = this.result?.items;
      const projects = this.#mapProjects;
      return this.near !== undefined && all && projects ? [this.near, all, projects] : undefined;
    },
    load: ([near, all, projects], signal) =>
      selectNearby(all as RecordList<Resource>, [projects as RecordList], near as number, signal),
  });
  /** @internal */
  readonly keepNear = selectNearby;
  #map: Partial<LayeredMap> | null = null;
  /** True once the records have been requested; they are kept from then on. */
  #isRequested = false;
  #mapProjects: RecordList | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'hidden'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'hidden') this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#map = this.closest('spass-project-map');
    if (!this.#map) this.warn('a layer is seen only in a <spass-project-map>');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const map = this.#map;
    this.#map = null;
    map?.handleLayerChange?.();
  }

  protected override updated(): void {
    this.#map?.handleLayerChange?.();
  }

  /** @internal */
  setMapState(isRequested: boolean, projects: RecordList | undefined): void {
    const nextRequested = this.#isRequested || isRequested;
    if (nextRequested === this.#isRequested && projects === this.#mapProjects) return;
    this.#isRequested = nextRequested;
    this.#mapProjects = projects;
    this.requestUpdate();
  }

  /** @internal */
  setViewport(view: Bbox): void {
    this.#viewportRecords.setViewport(view);
  }

  /** @internal */
  get autoFitRecords(): RecordList<Resource> | undefined {
    return this.#viewportRecords.autoFitRecords;
  }

  /** @internal */
  fillColour(fallback: string): string {
    const colour = this.color || fallback;
    return `light-dark(${legibleOn(LETTER_LIGHT, colour)}, ${legibleOn(LETTER_DARK, colour)})`;
  }

  /** @internal */
  get result(): QueryResult<Resource> | undefined {
    return latestValue(this.#viewportRecords.state);
  }

  /** @internal */
  get hasFailed(): boolean {
    return (
      this.#viewportRecords.state.status === 'failed' ||
      this.#viewportRecords.viewportError !== undefined
    );
  }

  /** @internal */
  get shownRecords(): RecordList<Resource> | undefined {
    return this.near === undefined ? this.result?.items : latestValue(this.#distanceLoad.state);
  }

  /** @internal */
  get isLoading(): boolean {
    return this.isConnected && (this.isUpdatePending || this.pending().length > 0);
  }

  /** @internal */
  override retry(): void {
    super.retry();
  }

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#viewportRecords.pending,
      ...(this.#distanceLoad.isPending ? [this.#distanceLoad.settled] : []),
    ];
  }

  protected override get openedSource() {
    return this.#isRequested ? super.openedSource : undefined;
  }
}
