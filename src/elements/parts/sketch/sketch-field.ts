import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {contribute} from '../../../i18n/fr/contribute.js';
import {records} from '../../../i18n/fr/widgets.js';
import {sketch} from '../../../i18n/fr/on-demand.js';
import {MAX_VERTICES} from '../../../model/contribution-kinds.js';
import {formatCoordinates, roundToMetre} from '../../../model/geo/coordinates.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {LineString, Polygon} from '../../../model/geo/geometry.js';
import {memo} from '../../../model/memo.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {
  describeSketch,
  edgeNear,
  geometryOf,
  isSamePlace,
  middleAfter,
  sketchError,
  type SketchState,
} from './sketch-shape.js';
import {renderButton} from '../elements.js';
import {VertexCoordinates} from './vertex-coordinates.js';

/** Members of a form that the drawing in it uses. */
export interface SketchForm {
  /** Current line or area. */
  readonly sketch: SketchState;
  updateVertices(vertices: readonly Geo[]): void;
  /** Moves the map to a place. */
  showOnMap(place: Geo): void;
  /** Focuses the element with an id. */
  focus(id: string): Promise<void>;
}

/** Mark on the map; `geometry` is drawn without a mark. */
export interface SketchMark {
  readonly place: Geo;
  readonly name: string;
  readonly geometry?: LineString | Polygon;
}

/**
 * Drawing of a line or an area by its vertices. Each way to choose a place adds a vertex, or moves the one selected in
 * the list; a click on an edge inserts one. None of them needs a drag (WCAG 2.5.7).
 */
export class SketchField {
  readonly #host: WidgetHost;
  readonly #i18n: LocalizeController<'contribute' | 'sketch'>;
  readonly #form: SketchForm;
  /** Index of the vertex that the next place moves; undefined if the place is added. */
  #target: number | undefined;
  /** Earlier vertices, for undo. */
  #past: (readonly Geo[])[] = [];
  /** Vertices that the last action has left. Others come from a restored or new draft. */
  #current: readonly Geo[] | undefined;
  readonly #coordinates: VertexCoordinates;

  constructor(host: WidgetHost, form: SketchForm) {
    this.#host = host;
    this.#i18n = host.i18n.withSections({contribute, records, sketch});
    this.#form = form;
    this.#coordinates = new VertexCoordinates(
      host,
      this.#i18n,
      place => this.put(place, true),
      () => void form.focus(VertexCoordinates.id),
    );
  }

  get hint(): string {
    return this.#i18n.messages.sketchHint;
  }

  /** Message with the reason why the drawing cannot be sent; undefined if it can. */
  get error(): string | undefined {
    const {messages} = this.#i18n;
    return this.#coordinates.text.trim()
      ? messages.sketchNotAdded
      : sketchError(this.#form.sketch, messages);
  }

  get geometry(): LineString | Polygon | undefined {
    return geometryOf(this.#form.sketch);
  }

  /** Label of the button that chooses the centre of the map. */
  get middleLabel(): string {
    const {messages} = this.#i18n;
    const target = this.#validTarget;
    return target === undefined
      ? messages.sketchAddMiddle
      : messages.sketchMoveMiddle(this.#label(target));
  }

  get marks(): readonly SketchMark[] {
    return this.#marks();
  }

  readonly #marks = memo(
    () => [this.#form.sketch.vertices, this.#form.sketch.shape, this.#target, this.#i18n.messages],
    (): readonly SketchMark[] => {
      const {vertices} = this.#form.sketch;
      const {geometry} = this;
      const [first] = vertices;
      const index = this.#validTarget ?? vertices.length - 1;
      const current = vertices[index];
      if (!first || !current) return [];
      const name = this.#i18n.messages.sketchMark(this.#label(index));
      return [...(geometry ? [{place: first, name, geometry}] : []), {place: current, name}];
    },
  );

  get #validTarget(): number | undefined {
    return this.#target !== undefined && this.#target < this.#form.sketch.vertices.length
      ? this.#target
      : undefined;
  }

  readonly #label = (index: number): string => this.#i18n.number(index + 1);

  /**
   * Adds a vertex, or moves the selected one.
   *
   * @param showsOnMap True if the place was not chosen on the map.
   * @returns False if the place cannot be a vertex; the reason is announced.
   */
  put(place: Geo, showsOnMap: boolean): boolean {
    const {messages} = this.#i18n;
    const target = this.#validTarget;
    const isPlaced =
      target === undefined
        ? this.#place(place, this.#form.sketch.vertices.length, 0, messages.sketchAdded)
        : this.#place(place, target, 1, messages.sketchMoved);
    if (isPlaced && showsOnMap) this.#form.showOnMap(place);
    return isPlaced;
  }

  /**
   * Inserts a vertex into the edge that was clicked, unless a vertex is selected.
   *
   * @param maxDistance Distance from the edge, in metres, up to which it counts as clicked.
   * @returns False if no edge was clicked.
   */
  insertOnEdge(place: Geo, maxDistance: number): boolean {
    const index = edgeNear(this.#form.sketch, place, maxDistance);
    if (index === undefined || this.#validTarget !== undefined) return false;
    this.#place(roundToMetre(place), index + 1, 0, this.#i18n.messages.sketchInserted);
    return true;
  }

  /** Inserts a vertex in the middle of the edge after another one, and selects it: the next place moves it. */
  #insertAfter(index: number, middle: Geo): void {
    if (!this.#place(middle, index + 1, 0, this.#i18n.messages.sketchInserted)) return;
    this.#target = index + 1;
    this.#form.showOnMap(middle);
  }

  /**
   * Puts a vertex at an index, unless one of its neighbours is there.
   *
   * @param replaced Number of vertices that it replaces, 0 or 1.
   */
  #place(place: Geo, index: number, replaced: 0 | 1, sentence: (label: string) => string): boolean {
    const {messages, number} = this.#i18n;
    const {vertices, shape} = this.#form.sketch;
    // An area has its first corner twice.
    const maxVertices = shape === 'area' ? MAX_VERTICES - 1 : MAX_VERTICES;
    const [first, last] = shape === 'area' ? [vertices[0], vertices.at(-1)] : [];
    const next = vertices[index + replaced] ?? first;
    const neighbours = [vertices[index - 1] ?? last, replaced ? vertices[index] : next, next];
    const refusal = neighbours.some(other => other && isSamePlace(other, place))
      ? messages.sketchSamePlace
      : vertices.length + 1 - replaced > maxVertices && messages.sketchFull(number(maxVertices));
    if (refusal) {
      this.#host.status.announce(refusal);
      return false;
    }
    this.#change(
      [...vertices.slice(0, index), place, ...vertices.slice(index + replaced)],
      sentence(this.#label(index)),
    );
    return true;
  }

  #change(vertices: readonly Geo[], sentence: string, isUndo = false): void {
    const before = this.#form.sketch.vertices;
    if (before !== this.#current) this.#past = [];
    if (!isUndo) this.#past.push(before);
    this.#current = vertices;
    this.#target = undefined;
    this.#form.updateVertices(vertices);
    this.#host.status.announce(`${sentence} ${this.#description}.`.trim());
  }

  get #description(): string {
    return describeSketch(this.#form.sketch, this.#i18n.messages, this.#i18n).replace(/\.$/, '');
  }

  render(): TemplateResult {
    const {vertices} = this.#form.sketch;
    const {messages} = this.#i18n;
    const target = this.#validTarget;
    const canUndo = vertices === this.#current && this.#past.length > 0;
    return html`<p class="small" id="sketch-size">${this.#description}</p>
      <div class="pair">
        <div class="item">
          <label for="vertex">${messages.sketchTarget}</label>
          <select class="field" id="vertex" @change=${this.#handleSelect}>
            <option value="" .selected=${target === undefined}>${messages.sketchNewPoint}</option>
            ${vertices.map(
              (place, i) =>
                html`<option value=${i} .selected=${i === target}>
                  ${messages.sketchPoint(this.#label(i))}${this.#i18n.colon}${formatCoordinates(place)}
                </option>`,
            )}
          </select>
        </div>
        ${this.#coordinates.render(
          target === undefined ? messages.sketchAdd : messages.sketchMove(this.#label(target)),
        )}
      </div>
      <div class="tools">
        ${
          target === undefined
            ? nothing
            : html`${renderButton(messages.sketchDelete(this.#label(target)), () => this.#remove(target))}
              ${this.#renderInsert(target)}`
        }
        ${
          canUndo
            ? html`<button class="button" type="button" id="sketch-undo" @click=${this.#undo}>
                ${messages.sketchUndo}
              </button>`
            : nothing
        }
        ${vertices.length ? renderButton(messages.sketchClear, this.#clear) : nothing}
      </div>`;
  }

  #renderInsert(target: number): TemplateResult | typeof nothing {
    const middle = middleAfter(this.#form.sketch, target);
    return middle
      ? renderButton(this.#i18n.messages.sketchInsert(this.#label(target)), () =>
          this.#insertAfter(target, middle),
        )
      : nothing;
  }

  readonly #handleSelect = ({target}: Event): void => {
    const {value} = target as HTMLSelectElement;
    this.#target = value === '' ? undefined : Number(value);
    const place = this.#form.sketch.vertices[this.#target ?? NaN];
    if (place) this.#form.showOnMap(place);
    this.#host.requestUpdate();
  };

  #remove(index: number): void {
    const {vertices} = this.#form.sketch;
    const sentence = this.#i18n.messages.sketchDeleted(this.#label(index));
    this.#change([...vertices.slice(0, index), ...vertices.slice(index + 1)], sentence);
    void this.#form.focus('vertex');
  }

  readonly #undo = (): void => {
    const before = this.#past.pop();
    if (before) this.#change(before, this.#i18n.messages.sketchUndone, true);
    void this.#form.focus(this.#past.length ? 'sketch-undo' : 'vertex');
  };

  readonly #clear = (): void => {
    this.#change([], '');
    void this.#form.focus('vertex');
  };
}
