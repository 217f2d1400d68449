import type {Geo} from '../../model/geo.js';

/** Degrees as they are sent: five decimals are a metre. */
const DECIMALS = 5;
const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** A place to the metre. */
export const toMetre = ({lat, lon}: Geo): Geo => ({lat: rounded(lat), lon: rounded(lon)});

/** A place as it is written and read again: `50.39105, 3.48712`. */
export const writeCoordinates = ({lat, lon}: Geo): string =>
  `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;

/**
 * A place from two numbers, latitude first: `50.391, 3.487`, `50,391 3,487`, `50.391;3.487`, `50,391, 3,487`.
 * Undefined where they are none, or off the Earth.
 */
export function parseCoordinates(text: string): Geo | undefined {
  // One number with a decimal comma, or two without decimals: nobody can tell.
  if (/^\s*\d+,\d+\s*$/.test(text)) return undefined;
  const number = String.raw`([+-−]?\d{1,3}(?:[.,]\d+)?)°?`;
  // Where commas part decimals, a space, a semicolon or a comma with a space parts the numbers.
  const parts = new RegExp(`^${number}(?:\\s*;\\s*|,?\\s+|,)${number}$`).exec(text.trim());
  const [lat = NaN, lon = NaN] = (parts ?? [])
    .slice(1)
    .map(part => Number(part.replace(',', '.').replace('−', '-')));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : undefined;
}
