import type {WorldBox} from '../../model/geo/mercator.js';
import type {Viewport} from '../leaflet/viewport.js';
import {svg} from '../svg.js';
import {WORLD_UNITS} from './path-data.js';

/**
 * Area drawn beyond each edge of the view, as a fraction of its size: so that dragging reveals no blank area, and what
 * rounding needs. After each zoom step the margin would be most of what is drawn.
 */
const [OVERSCAN, NO_OVERSCAN] = [0.5, 0.01] as const;

/** State of a map that is drawn: moved by the user, at the end of a movement, or without a movement for a while. */
export type MapState = 'moving' | 'moved' | 'resting';

/** SVG element over the view and its margin, whose `viewBox` follows the map. Its content is in path units. */
export class ViewBox {
  readonly root: SVGSVGElement;
  #drawnArea: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement, className: string) {
    this.root = svg('svg', {class: className, 'aria-hidden': 'true'});
    pane.append(this.root);
  }

  /**
   * Covers the view. A map that is dragged or rests has a margin, which is renewed when the view has left the drawn
   * area, at rest when it has used half of the margin.
   *
   * @returns The area, the area with a margin in any case, and the size of a pixel in path units; undefined if the
   *   content need not be drawn again.
   */
  update(
    view: Viewport,
    state: MapState,
  ): {box: WorldBox; wideBox: WorldBox; unit: number} | undefined {
    const {box, size, zoom} = view;
    const unit = WORLD_UNITS / size;
    const needed = state === 'resting' ? withMargin(view, OVERSCAN / 2) : box;
    const last = this.#drawnArea;
    const drawn = last?.size === size && contains(last.box, needed) ? last.box : undefined;
    // During a movement only the panes move.
    if (drawn && state === 'moving') return undefined;
    // A pinch, which has zooms between whole ones, draws every frame.
    const hasMargin = state !== 'moved' && Number.isInteger(zoom);
    const area = drawn ?? withMargin(view, hasMargin ? OVERSCAN : NO_OVERSCAN);
    const [left, top] = [view.x(area.west), view.y(area.north)];
    this.root.style.transform = `translate(${left}px,${top}px)`;
    if (drawn) return undefined;
    this.#drawnArea = {box: area, size};
    const [across, down] = [view.x(area.east) - left, view.y(area.south) - top];
    const viewBox = [area.west * WORLD_UNITS, area.north * WORLD_UNITS, across * unit, down * unit];
    this.root.setAttribute('width', String(across));
    this.root.setAttribute('height', String(down));
    this.root.setAttribute('viewBox', viewBox.join(' '));
    return {box: area, wideBox: withMargin(view, OVERSCAN), unit};
  }
}

/** Returns the box of a view with a margin, a fraction of its size. In whole pixels, as the positions of marks are. */
function withMargin({box, size, width, height}: Viewport, share: number): WorldBox {
  const {west, north, east, south} = box;
  const [across, down] = [width * share, height * share];
  return {
    west: Math.floor(west * size - across) / size,
    north: Math.floor(north * size - down) / size,
    east: Math.ceil(east * size + across) / size,
    south: Math.ceil(south * size + down) / size,
  };
}

const contains = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
