import type {Geo} from './geo.js';

/** Decimals of the degrees sent: five are about a metre. */
const DECIMALS = 5;
const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** Rounds a place to about a metre. */
export const roundToMetre = ({lat, lon}: Geo): Geo => ({lat: round(lat), lon: round(lon)});

/** Formats a place in the form that `parseCoordinates` reads: `50.39105, 3.48712`. */
export const formatCoordinates = ({lat, lon}: Geo): string =>
  `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;

/**
 * Parses two numbers, latitude first: `50.391, 3.487`, `50,391 3,487`, `50.391;3.487`, `50,391, 3,487`.
 *
 * @returns Undefined if the text is ambiguous, not two numbers, or out of range.
 */
export function parseCoordinates(text: string): Geo | undefined {
  // Ambiguous: one number with a decimal comma, or two integers.
  if (/^\s*\d+,\d+\s*$/.test(text)) return undefined;
  const numberPattern = String.raw`([+-−]?\d{1,3}(?:[.,]\d+)?)°?`;
  // With decimal commas the separator is a space, a semicolon, or a comma with a space.
  const parts = new RegExp(`^${numberPattern}(?:\\s*;\\s*|,?\\s+|,)${numberPattern}$`).exec(
    text.trim(),
  );
  const [lat = NaN, lon = NaN] = (parts ?? [])
    .slice(1)
    .map(part => Number(part.replace(',', '.').replace('−', '-')));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : undefined;
}
