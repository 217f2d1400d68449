import {type WorldBox, worldSize} from '../../model/geo/mercator.js';

/** Space left free at each edge when the map fits a box, in pixels. */
const FIT_PADDING = 36;
/** Zooms of a map: the deepest one without a basemap, and with one, which is the level of houses. */
export const [MIN_ZOOM, MAX_OUTLINES_ZOOM, MAX_BASEMAP_ZOOM] = [2, 14, 19] as const;
/** Zoom at which the page sets the centre without a zoom. */
export const DEFAULT_ZOOM = 9;

/** Size of a map in pixels. */
export interface FitSize {
  readonly width: number;
  readonly height: number;
}

/** Centre in world coordinates, and zoom. */
export interface FitView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Areas of a map that are covered by controls. */
type FitStyle = Pick<
  CSSStyleDeclaration,
  'scrollPaddingLeft' | 'scrollPaddingRight' | 'scrollPaddingTop' | 'scrollPaddingBottom'
>;

const paddingFor = (side: number): number => Math.min(FIT_PADDING, side / 8);

/** Reads a `scroll-padding` in pixels. `parseFloat('auto')` is NaN. */
const pixels = (length: string): number => parseFloat(length) || 0;

/**
 * Returns the deepest zoom, not rounded down to a valid one, at which a box fits. Infinite for a box of zero size. Rows
 * of controls, given by the `scroll-padding` of the container, stay free up to half the height.
 */
export function zoomToFit(box: WorldBox, {width, height}: FitSize, style: FitStyle): number {
  const edge = paddingFor(height);
  const covered = [style.scrollPaddingTop, style.scrollPaddingBottom]
    .map(length => Math.max(edge, pixels(length)))
    .reduce((sum, one) => sum + one);
  const padding = Math.max(2 * edge, Math.min(covered, height / 2));
  const across = (width - 2 * paddingFor(width)) / (box.east - box.west);
  const down = (height - padding) / (box.south - box.north);
  return Math.floor(Math.log2(Math.min(across, down) / worldSize(0)));
}

/**
 * Returns the view of a box at a zoom. Areas covered by controls, given by the `scroll-padding` of the container, stay
 * free as far as the padding allows.
 */
export function fitView(
  box: WorldBox,
  {width, height}: FitSize,
  zoom: number,
  style: FitStyle,
): FitView {
  const size = worldSize(zoom);
  const offset = (side: number, used: number, before: string, after: string): number => {
    const maxOffset = Math.max(0, side - 2 * paddingFor(side) - used * size) / 2;
    const wanted = (pixels(before) - pixels(after)) / 2;
    return Math.max(-maxOffset, Math.min(maxOffset, wanted)) / size;
  };
  const {scrollPaddingLeft, scrollPaddingRight, scrollPaddingTop, scrollPaddingBottom} = style;
  const right = offset(width, box.east - box.west, scrollPaddingLeft, scrollPaddingRight);
  const down = offset(height, box.south - box.north, scrollPaddingTop, scrollPaddingBottom);
  const [x, y] = [(box.west + box.east) / 2 - right, (box.north + box.south) / 2 - down];
  return {x, y: clampCenter(y, height, zoom), zoom};
}

/** Returns the nearest centre at which the view does not extend beyond the poles. */
export function clampCenter(y: number, height: number, zoom: number): number {
  const half = Math.min(0.5, height / worldSize(zoom) / 2);
  return Math.max(half, Math.min(1 - half, y));
}
