import type {Viewport} from './leaflet/viewport.js';
import {latAt} from '../model/geo/mercator.js';
import {svg} from './svg.js';

/** Length of the equator in metres (WGS 84). */
const EQUATOR = 40_075_017;
/** Maximum width of the bar, minimum width for a number in its middle, and space around it, in pixels. */
const [MAX_WIDTH, MIN_SPLIT_WIDTH, MARGIN] = [120, 76, 24];

/** Returns the longest length of 1, 2 or 5 times a power of ten that is at most a maximum. */
export function roundLength(maxLength: number): number {
  const power = 10 ** Math.floor(Math.log10(maxLength));
  return power * (maxLength >= 5 * power ? 5 : maxLength >= 2 * power ? 2 : 1);
}

/** Returns the length of a pixel at a world coordinate, in metres. */
export const metresPerPixel = (y: number, size: number): number =>
  (EQUATOR * Math.cos((latAt(y) * Math.PI) / 180)) / size;

/** Scale bar in the corner of the map, exact at the latitude of its centre. Hidden from screen readers. */
export class ScaleBar {
  readonly #root = svg('svg', {class: 'scale', 'aria-hidden': 'true', height: 20});
  readonly #frame = svg('path');
  readonly #half = svg('path', {class: 'half'});
  readonly #texts = [0, 1, 2].map(() => svg('text', {y: 9, 'text-anchor': 'middle'}));
  #key = '';

  constructor(container: HTMLElement) {
    this.#root.append(this.#frame, this.#half, ...this.#texts);
    container.append(this.#root);
  }

  /** @param formatNumber Formats a number in the language of the map. */
  draw({centerY, size}: Viewport, formatNumber: (value: number) => string): void {
    const scale = metresPerPixel(centerY, size);
    const length = roundLength(scale * MAX_WIDTH);
    const width = Math.round(length / scale);
    const [unit, name] = length < 2000 ? [1, 'm'] : [1000, 'km'];
    const half = length / unit / 2;
    const texts = [
      formatNumber(0),
      Number.isInteger(half) && width >= MIN_SPLIT_WIDTH ? formatNumber(half) : '',
      `${formatNumber(length / unit)}\u00a0${name}`,
    ];
    const key = `${width} ${texts.join(' ')}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#root.setAttribute('width', String(width + 2 * MARGIN));
    // A frame of the whole length, whose first half is filled.
    const [start, middle] = [MARGIN + 0.5, MARGIN + 0.5 + Math.round(width / 2)];
    this.#frame.setAttribute('d', `M${start} 14.5h${width}v4h-${width}z`);
    this.#half.setAttribute('d', `M${start} 16.5H${middle}`);
    this.#texts.forEach((text, i) => {
      text.textContent = texts[i] ?? '';
      text.setAttribute('x', String(MARGIN + (i * width) / 2));
    });
  }

  remove(): void {
    this.#root.remove();
  }
}
