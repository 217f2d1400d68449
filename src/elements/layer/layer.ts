import {property} from 'lit/decorators.js';
import {LoadController, shownValue} from '../../controllers/load-controller.js';
import {ViewRecords} from '../../controllers/view-records.js';
import {keepNear} from '../../data/near-list.js';
import type {Answer} from '../../data/source.js';
import {legibleOn} from '../../model/colour.js';
import type {Bbox} from '../../model/geo.js';
import type {RecordList} from '../../model/record-list.js';
import type {Resource} from '../../model/records.js';
import {words} from '../attributes.js';
import {DataElement} from '../data-element.js';
import {hexColour, metres, zoomLevel} from '../map-attributes.js';
import type {LayeredMap, LayerElement} from '../map-layer.js';

let serial = 0;

/** Letter colours on markers, the values of `--_on-fill` in light and dark mode. */
const LIGHT = '#ffffff';
const DARK = '#12181b';

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
  @property({converter: words}) label = '';
  /** Colour of its marks, `#rrggbb`; made darker or lighter if the contrast is too low. */
  @property({converter: hexColour}) color = '';
  /** Zoom of the map from which the layer is shown, 2 to 19. */
  @property({attribute: 'min-zoom', converter: zoomLevel}) minZoom?: number | undefined;
  /** Distance in metres: only records that have a project of the map within it. */
  @property({converter: metres}) near?: number | undefined;

  // Interface for the map around it: see LayerElement.
  /** @internal */
  readonly key = `layer-${++serial}`;
  protected override readonly collection = 'resources';
  readonly #records = new ViewRecords<Resource>(
    this,
    (ask, most) => this.loadRecords('resources', ask, 'all', most),
    () => this.fixedQuery,
  );
  readonly #near = new LoadController<readonly unknown[], RecordList<Resource>>(this, {
    args: () => {
      const all = this.answer?.items;
      const projects = this.#projects;
      return this.near !== undefined && all && projects ? [this.near, all, projects] : undefined;
    },
    load: ([near, all, projects], signal) =>
      keepNear(all as RecordList<Resource>, [projects as RecordList], near as number, signal),
  });
  /** @internal */
  readonly keepNear = keepNear;
  #map: Partial<LayeredMap> | null = null;
  /** True once the records have been requested; they are kept from then on. */
  #isWanted = false;
  #projects: RecordList | undefined;

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
    map?.layerChanged?.();
  }

  protected override updated(): void {
    this.#map?.layerChanged?.();
  }

  /** @internal */
  follow(isWanted: boolean, projects: RecordList | undefined): void {
    const wants = this.#isWanted || isWanted;
    if (wants === this.#isWanted && projects === this.#projects) return;
    this.#isWanted = wants;
    this.#projects = projects;
    this.requestUpdate();
  }

  /** @internal */
  look(view: Bbox): void {
    this.#records.look(view);
  }

  /** @internal */
  get home(): RecordList<Resource> | undefined {
    return this.#records.home;
  }

  /** @internal */
  fill(fallback: string): string {
    const colour = this.color || fallback;
    return `light-dark(${legibleOn(LIGHT, colour)}, ${legibleOn(DARK, colour)})`;
  }

  /** @internal */
  get answer(): Answer<Resource> | undefined {
    return shownValue(this.#records.state);
  }

  /** @internal */
  get hasFailed(): boolean {
    return this.#records.state.status === 'failed' || this.#records.failure !== undefined;
  }

  /** @internal */
  get shown(): RecordList<Resource> | undefined {
    return this.near === undefined ? this.answer?.items : shownValue(this.#near.state);
  }

  /** @internal */
  get isBusy(): boolean {
    return this.isConnected && (this.isUpdatePending || this.pending().length > 0);
  }

  /** @internal */
  override retry(): void {
    super.retry();
  }

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#records.pending,
      ...(this.#near.isPending ? [this.#near.settled] : []),
    ];
  }

  protected override get openedSource() {
    return this.#isWanted ? super.openedSource : undefined;
  }
}
