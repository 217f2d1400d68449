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

/**
 * Factor of scale up to which a moving map shows what was drawn for another zoom: two steps. Lines keep their widths, and
 * differ by fractions of a pixel from those that are drawn once the map rests.
 */
const MAX_SCALE = 4;
/** Number of drawings that are kept: a reader who zooms in and back comes to the same areas. */
const MAX_DRAWINGS = 3;

/** Content of an area, drawn for a zoom. */
export interface Drawing<T> {
  readonly box: WorldBox;
  /** Side of the world in pixels. */
  readonly size: number;
  content?: T;
}

/** Change of the area that is shown. */
export interface ViewBoxUpdate<T> {
  /** Area that is shown: the one of the drawing, or a part of it. */
  readonly box: WorldBox;
  /** Area with a margin in any case. */
  readonly wideBox: WorldBox;
  /** Size of a pixel in path units. */
  readonly unit: number;
  /** Drawing to show. A new one has no content yet. */
  readonly drawing: Drawing<T>;
}

/** SVG element over the view and its margin, whose `viewBox` follows the map. Its content is in path units. */
export class ViewBox<T = never> {
  readonly root: SVGSVGElement;
  #shown: Pick<Drawing<T>, 'box' | 'size'> | undefined;
  /** Drawings, the one that is shown last. */
  #drawings: readonly Drawing<T>[] = [];

  constructor(pane: HTMLElement, className: string) {
    this.root = svg('svg', {class: className, 'aria-hidden': 'true'});
    pane.append(this.root);
  }

  /**
   * Covers the view. A map that is dragged or rests has a margin, which is renewed when the view has left the drawn
   * area, at rest when it has used half of the margin. Until the map rests, the drawing of another zoom is shown if it
   * covers the view: making one is most of a zoom step.
   *
   * @returns Undefined if nothing need be drawn again.
   */
  update(view: Viewport, state: MapState): ViewBoxUpdate<T> | undefined {
    const {box, size, zoom} = view;
    const isResting = state === 'resting';
    const needed = isResting ? withMargin(view, OVERSCAN / 2) : box;
    const shown = this.#shown;
    const isShown =
      shown?.size === size &&
      contains(shown.box, needed) &&
      (!isResting || this.#drawings.at(-1)?.size === size);
    // During a movement only the panes move.
    if (isShown && state === 'moving') return undefined;
    const wideBox = withMargin(view, OVERSCAN);
    const kept = isShown ? undefined : this.#findDrawing(size, needed, isResting ? 1 : MAX_SCALE);
    // A pinch, which has zooms between whole ones, draws every frame.
    const hasMargin = state !== 'moved' && Number.isInteger(zoom);
    const area = isShown
      ? shown.box
      : kept
        ? commonPixels(kept.box, wideBox, size)
        : hasMargin
          ? wideBox
          : withMargin(view, NO_OVERSCAN);
    const [left, top] = [view.x(area.west), view.y(area.north)];
    this.root.style.transform = `translate(${left}px,${top}px)`;
    if (isShown) return undefined;
    const drawing = kept ?? {box: area, size};
    const isOther = (one: Drawing<T>) =>
      one !== drawing && (one.size !== drawing.size || !contains(drawing.box, one.box));
    const others = this.#drawings.filter(isOther);
    this.#drawings = [...others.slice(1 - MAX_DRAWINGS), drawing];
    this.#shown = {box: area, size};
    const unit = WORLD_UNITS / size;
    const [across, down] = [view.x(area.east) - left, view.y(area.south) - top];
    const viewBox = [area.west * WORLD_UNITS, area.north * WORLD_UNITS, across * unit, down * unit];
    this.root.setAttribute('width', String(across));
    this.root.setAttribute('height', String(down));
    this.root.setAttribute('viewBox', viewBox.join(' '));
    return {box: area, wideBox, unit, drawing};
  }

  /** Returns the drawing of an area whose zoom is the nearest, up to a factor of scale. */
  #findDrawing(size: number, area: WorldBox, maxScale: number): Drawing<T> | undefined {
    const distance = (one: Drawing<T>): number => Math.abs(Math.log2(size / one.size));
    return this.#drawings
      .filter(one => contains(one.box, area) && distance(one) <= Math.log2(maxScale))
      .sort((a, b) => distance(a) - distance(b))[0];
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

/** Returns the whole pixels that lie in two boxes. */
const commonPixels = (a: WorldBox, b: WorldBox, size: number): WorldBox => ({
  west: Math.ceil(Math.max(a.west, b.west) * size) / size,
  north: Math.ceil(Math.max(a.north, b.north) * size) / size,
  east: Math.floor(Math.min(a.east, b.east) * size) / size,
  south: Math.floor(Math.min(a.south, b.south) * size) / size,
});

const contains = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
