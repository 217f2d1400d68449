import type {WorldBox} from '../../model/geo/mercator.js';
import type {Viewport} from '../leaflet/viewport.js';
import {svg} from '../svg.js';
import {WORLD_UNITS} from './path-data.js';

/** Area drawn beyond each edge of the view, as a fraction of its size, so that dragging reveals no blank area. */
const OVERSCAN = 0.5;

/** SVG element over the view and its margin, whose `viewBox` follows the map. Its content is in path units. */
export class ViewBox {
  readonly root: SVGSVGElement;
  #drawnArea: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement, className: string) {
    this.root = svg('svg', {class: className, 'aria-hidden': 'true'});
    pane.append(this.root);
  }

  /**
   * Covers the view with a margin, which is renewed when the view has left the drawn area; after a movement (`isFinal`)
   * when it has used half of the margin.
   *
   * @returns The area and the size of a pixel in path units; undefined if the content need not be drawn again.
   */
  update(view: Viewport, isFinal: boolean): {box: WorldBox; unit: number} | undefined {
    const {box, size} = view;
    const unit = WORLD_UNITS / size;
    const needed = isFinal ? withMargin(box, OVERSCAN / 2) : box;
    const last = this.#drawnArea;
    const drawn = last?.size === size && contains(last.box, needed) ? last.box : undefined;
    // During a movement only the panes move.
    if (drawn && !isFinal) return undefined;
    const area = drawn ?? withMargin(box, OVERSCAN);
    const [left, top] = [view.x(area.west), view.y(area.north)];
    this.root.style.transform = `translate(${left}px,${top}px)`;
    if (drawn) return undefined;
    this.#drawnArea = {box: area, size};
    const [across, down] = [view.x(area.east) - left, view.y(area.south) - top];
    const viewBox = [area.west * WORLD_UNITS, area.north * WORLD_UNITS, across * unit, down * unit];
    this.root.setAttribute('width', String(across));
    this.root.setAttribute('height', String(down));
    this.root.setAttribute('viewBox', viewBox.join(' '));
    return {box: area, unit};
  }
}

/** Returns a box with a margin, as a fraction of its size. */
function withMargin({west, north, east, south}: WorldBox, share: number): WorldBox {
  const [across, down] = [(east - west) * share, (south - north) * share];
  return {west: west - across, north: north - down, east: east + across, south: south + down};
}

const contains = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
