import {worldY} from '../mercator.js';
import type {Path} from './outlines.js';

/** Side of the world in path units: large enough for integers, small enough for 32-bit floats of a renderer. */
export const WORLD_UNITS = 2 ** 20;

/** Converts degrees to path units. Not wrapped: a coast may extend across the antimeridian. */
export const exactUnitX = (lon: number): number => (lon / 360 + 0.5) * WORLD_UNITS;
export const exactUnitY = (lat: number): number => worldY(lat) * WORLD_UNITS;

/** Converts degrees to whole path units. */
export const unitX = (lon: number): number => Math.round(exactUnitX(lon));
export const unitY = (lat: number): number => Math.round(exactUnitY(lat));

/** Returns SVG path data in integers, with relative coordinates; nothing for lines of less than two points. */
export function pathData(lines: readonly Path[], close: string): string {
  const parts: string[] = [];
  for (const line of lines) {
    // A single point, as very small ponds of a simplified map are: `l` needs a number.
    if (line.length < 4) continue;
    let [x, lastX, lastY] = [0, 0, 0];
    line.forEach((degrees, i) => {
      if (i % 2 === 0) {
        x = unitX(degrees);
        return;
      }
      const y = unitY(degrees);
      parts.push(i === 1 ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `);
      [lastX, lastY] = [x, y];
    });
    parts.push(close);
  }
  return parts.join('');
}
