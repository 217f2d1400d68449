import type {VisibleArea} from '../../../map/map-view.js';
import {worldSize, worldY} from '../../../model/geo/mercator.js';

const FLIGHT = {duration: 600, easing: 'ease-in-out'} as const;
/** Number of keyframes: a zoom between two of them is not exponential. */
const KEYFRAMES = 12;
/** Length of the longest flight, in widths of the map. Farther places are shown at once. */
const MAX_WIDTHS = 4;

/**
 * Moves a map with an animation: the map starts from the position of its place in the previous view, and a copy of that
 * view fades out above it. No animation if the reader prefers reduced motion.
 *
 * @param move Moves the map, and returns its new view.
 * @returns A function that ends the animation.
 */
export function flyMap(
  map: HTMLElement,
  from: VisibleArea,
  move: () => VisibleArea | undefined,
): (() => void) | undefined {
  const frame = map.querySelector<HTMLElement>('.frame');
  const isStill = !frame || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const copy = isStill ? undefined : (frame.cloneNode(true) as HTMLElement);
  const to = move();
  if (!frame || !copy || !to || to === from) return undefined;
  const size = worldSize(from.zoom);
  const x = ((to.center.lon - from.center.lon) / 360) * size;
  const y = (worldY(to.center.lat) - worldY(from.center.lat)) * size;
  if (Math.hypot(x, y) > MAX_WIDTHS * map.clientWidth) return undefined;
  const scale = 2 ** (from.zoom - to.zoom);
  const keyframes = [...new Array<undefined>(KEYFRAMES + 1).keys()].map(i => {
    const rest = 1 - i / KEYFRAMES;
    return `translate(${String(x * rest)}px, ${String(y * rest)}px) scale(${String(scale ** rest)})`;
  });
  copy.inert = true;
  copy.ariaHidden = 'true';
  frame.after(copy);
  const flight = frame.animate({transform: keyframes}, FLIGHT);
  const before = ` scale(${String(1 / scale)}) translate(${String(-x)}px, ${String(-y)}px)`;
  copy.animate({transform: keyframes.map(one => one + before), opacity: [1, 0]}, FLIGHT);
  const end = (): void => {
    flight.cancel();
    copy.remove();
  };
  flight.onfinish = end;
  return end;
}
