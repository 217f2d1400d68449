import type {FlatCoordinates} from './clip.js';
import {type Shape, clipShape, intersects} from './shapes.js';
import type {RecordTest} from '../map-view.js';
import {svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';

/** Area drawn beyond each edge of the view, as a fraction of its size, so that dragging reveals no blank area. */
const OVERSCAN = 0.5;
/** Maximum number of shapes with marks drawn at once, the largest first; others are represented by their marks. */
const MAX_MARKED_SHAPES = 2000;
/** Maximum number of shapes drawn at once. */
const MAX_SHAPES = 5000;
/** Size below which a shape that has a mark is not drawn, and distance below which vertices are dropped, in pixels. */
const MIN_SIZE = 3;
const VERTEX_TOLERANCE = 0.7;

/** Lines and areas, drawn below their marks. Both react to the pointer; only the marks are reachable by keyboard. */
export class ShapesLayer {
  readonly #root = svg('svg', {class: 'shapes', 'aria-hidden': 'true'});
  #paths = new Map<number, SVGPathElement>();
  #indices = new Map<EventTarget, number>();
  #isEmphasized: RecordTest | undefined;
  /** Origin of the drawing in world coordinates, and size of the world in pixels when it was drawn. */
  #origin = {x: 0, y: 0, size: 1};

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /**
   * Draws the shapes in and around the view.
   *
   * @param fill Returns the colour of a record.
   */
  draw(shapes: readonly Shape[], view: Viewport, fill: (index: number) => string): void {
    const {box, size} = view;
    const [width, height] = [box.east - box.west, box.south - box.north];
    const area = {
      west: box.west - width * OVERSCAN,
      north: box.north - height * OVERSCAN,
      east: box.east + width * OVERSCAN,
      south: box.south + height * OVERSCAN,
    };
    this.#origin = {x: area.west, y: area.north, size};
    const extent = ({box: {west, north, east, south}}: Shape) =>
      Math.max(east - west, south - north);
    const drawn = shapes
      .filter(
        shape => (!shape.hasMark || extent(shape) * size >= MIN_SIZE) && intersects(shape, area),
      )
      // Smaller shapes above larger ones, lines above areas.
      .sort((a, b) => Number(b.isArea) - Number(a.isArea) || extent(b) - extent(a))
      .slice(0, shapes.some(({hasMark}) => !hasMark) ? MAX_SHAPES : MAX_MARKED_SHAPES);
    const existing = this.#paths;
    this.#paths = new Map();
    for (const shape of drawn) {
      const path = existing.get(shape.index) ?? svg('path', {'fill-rule': 'evenodd'});
      this.#paths.set(shape.index, path);
      path.setAttribute('class', shape.isArea ? 'area' : 'line');
      path.style.setProperty('--_shape', fill(shape.index));
      const close = shape.isArea ? 'z' : '';
      const lines = clipShape(shape, area).flat();
      path.setAttribute('d', lines.map(line => this.#pathData(line) + close).join(''));
    }
    this.#indices = new Map([...this.#paths].map(([index, path]) => [path, index]));
    this.#root.replaceChildren(...this.#paths.values());
    this.updatePosition(view);
    if (this.#isEmphasized) this.setEmphasis(this.#isEmphasized);
  }

  /** Updates position and scale after the pixel origin of the map has changed. */
  updatePosition(view: Viewport): void {
    const {x, y, size} = this.#origin;
    this.#root.style.transform = `translate(${view.x(x)}px,${view.y(y)}px) scale(${view.size / size})`;
  }

  /** Returns the record whose shape is the target of an event. */
  indexAt(target: EventTarget | null): number | undefined {
    return target ? this.#indices.get(target) : undefined;
  }

  /** Sets the highlighted record and the record with an open popup. */
  setHighlight(highlightedIndex: number | undefined, openIndex: number | undefined): void {
    for (const [index, path] of this.#paths)
      path.classList.toggle('marked', index === highlightedIndex || index === openIndex);
  }

  /** Tints the areas and lines of some records, and fades the others. */
  setEmphasis(isEmphasized: RecordTest | undefined): void {
    this.#isEmphasized = isEmphasized;
    for (const [index, {classList}] of this.#paths) {
      classList.toggle('grown', isEmphasized?.(index) === true);
      classList.toggle('faded', isEmphasized?.(index) === false);
    }
  }

  #pathData(line: FlatCoordinates): string {
    const {x, y, size} = this.#origin;
    const parts: string[] = [];
    let [lastX, lastY] = [NaN, NaN];
    for (let i = 0; i < line.length; i += 2) {
      const [left, top] = [((line[i] as number) - x) * size, ((line[i + 1] as number) - y) * size];
      const isEnd = i + 2 >= line.length;
      if (
        !isEnd &&
        Math.abs(left - lastX) < VERTEX_TOLERANCE &&
        Math.abs(top - lastY) < VERTEX_TOLERANCE
      )
        continue;
      parts.push(`${parts.length ? 'L' : 'M'}${left.toFixed(1)} ${top.toFixed(1)}`);
      [lastX, lastY] = [left, top];
    }
    return parts.join('');
  }
}
