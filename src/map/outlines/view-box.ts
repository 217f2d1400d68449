import type {WorldBox} from '../mercator.js';
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
   * Covers the view with a margin. During movement (`isFinal` is false) only if the view has left the drawn area.
   *
   * @returns The area and the size of a pixel in path units; undefined if nothing has changed.
   */
  update(view: Viewport, isFinal: boolean): {box: WorldBox; unit: number} | undefined {
    const {box, size} = view;
    if (!isFinal && this.#drawnArea?.size === size && contains(this.#drawnArea.box, box))
      return undefined;
    const width = box.east - box.west;
    const height = box.south - box.north;
    const area = {
      west: box.west - width * OVERSCAN,
      north: box.north - height * OVERSCAN,
      east: box.east + width * OVERSCAN,
      south: box.south + height * OVERSCAN,
    };
    this.#drawnArea = {box: area, size};
    const [left, top] = [view.x(area.west), view.y(area.north)];
    const [across, down] = [view.x(area.east) - left, view.y(area.south) - top];
    const unit = WORLD_UNITS / size;
    const viewBox = [area.west * WORLD_UNITS, area.north * WORLD_UNITS, across * unit, down * unit];
    this.root.setAttribute('width', String(across));
    this.root.setAttribute('height', String(down));
    this.root.setAttribute('viewBox', viewBox.join(' '));
    this.root.style.transform = `translate(${left}px,${top}px)`;
    return {box: area, unit};
  }
}

const contains = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
