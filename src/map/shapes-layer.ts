import {type Shape, clipShape, touches} from './shapes.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** How much is drawn beyond each edge of the view, in views: so a drag meets no blank. */
const BEYOND = 0.5;
/** At most so many are drawn at once, the largest first; the others have their marks. */
const MOST = 2000;
/** What is smaller than this is but its mark, and so near a corner is no corner, in pixels. */
const SMALL = 3;
const FINE = 0.7;

/** Lines and areas, under the marks that stand for them. A pointer may use either; the keyboard has the marks. */
export class ShapesLayer {
  readonly #root = svg('svg', {class: 'shapes', 'aria-hidden': 'true'});
  #paths = new Map<number, SVGPathElement>();
  #indices = new Map<EventTarget, number>();
  /** Where the drawing starts in the world's square, and how large that was. */
  #origin = {x: 0, y: 0, size: 1};

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /** Draws what is about the view; `fill` answers the colour of a record. */
  draw(shapes: readonly Shape[], view: Viewport, fill: (index: number) => string): void {
    const {box, size} = view;
    const [width, height] = [box.east - box.west, box.south - box.north];
    const about = {
      west: box.west - width * BEYOND,
      north: box.north - height * BEYOND,
      east: box.east + width * BEYOND,
      south: box.south + height * BEYOND,
    };
    this.#origin = {x: about.west, y: about.north, size};
    const extent = ({box: {west, north, east, south}}: Shape) =>
      Math.max(east - west, south - north);
    const drawn = shapes
      .filter(shape => extent(shape) * size >= SMALL && touches(shape, about))
      // Small ones on top, and lines above areas.
      .sort((a, b) => Number(b.isArea) - Number(a.isArea) || extent(b) - extent(a))
      .slice(0, MOST);
    const known = this.#paths;
    this.#paths = new Map();
    for (const shape of drawn) {
      const path = known.get(shape.index) ?? svg('path', {'fill-rule': 'evenodd'});
      this.#paths.set(shape.index, path);
      path.setAttribute('class', shape.isArea ? 'area' : 'line');
      path.style.setProperty('--_shape', fill(shape.index));
      const close = shape.isArea ? 'z' : '';
      const lines = clipShape(shape, about).flat();
      path.setAttribute('d', lines.map(line => this.#pathData(line) + close).join(''));
    }
    this.#indices = new Map([...this.#paths].map(([index, path]) => [path, index]));
    this.#root.replaceChildren(...this.#paths.values());
    this.place(view);
  }

  /** Puts the drawing where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    const {x, y, size} = this.#origin;
    this.#root.style.transform = `translate(${view.x(x)}px,${view.y(y)}px) scale(${view.size / size})`;
  }

  /** The record whose shape an event is on. */
  indexAt(target: EventTarget | null): number | undefined {
    return target ? this.#indices.get(target) : undefined;
  }

  /** Shows which record is pointed at, and which one's popup is open. */
  show(pointed: number | undefined, open: number | undefined): void {
    for (const [index, path] of this.#paths)
      path.classList.toggle('marked', index === pointed || index === open);
  }

  #pathData(line: readonly number[]): string {
    const {x, y, size} = this.#origin;
    const parts: string[] = [];
    let [lastX, lastY] = [NaN, NaN];
    for (let i = 0; i < line.length; i += 2) {
      const [left, top] = [((line[i] as number) - x) * size, ((line[i + 1] as number) - y) * size];
      const isEnd = i + 2 >= line.length;
      if (!isEnd && Math.abs(left - lastX) < FINE && Math.abs(top - lastY) < FINE) continue;
      parts.push(`${parts.length ? 'L' : 'M'}${left.toFixed(1)} ${top.toFixed(1)}`);
      [lastX, lastY] = [left, top];
    }
    return parts.join('');
  }
}
