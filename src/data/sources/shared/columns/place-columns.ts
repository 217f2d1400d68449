import {isInExpectedArea} from '../rows/coordinate-order.js';
import {isPlaceTarget} from '../rows/foreign-record.js';
import {fieldsFor} from './column-fields.js';
import type {Candidate, RecognitionContext, TableColumn} from './column-fit.js';
import {normalizeName} from './column-names.js';

/** Columns with coordinates that are not used. */
interface UnusedPlaces {
  /** Columns of the place that other columns state, by name. */
  readonly alternatives: ReadonlyMap<string, string>;
  /** `x` and `y` of positions that are not on the earth. */
  readonly drawn: readonly Candidate[];
}

/**
 * Keeps the best columns of the place. A latitude without a longitude is none, and `x` and `y` are used only if no
 * other column has the place and they are degrees. Returns the columns that are not used.
 */
export function keepOnePlace(
  accepted: Map<string, Candidate[]>,
  columns: readonly TableColumn[],
  {collection, isTaken, readerFor}: RecognitionContext,
): UnusedPlaces {
  const [lat] = accepted.get('lat') ?? [];
  const [lon] = accepted.get('lon') ?? [];
  const [geo] = accepted.get('geo') ?? [];
  const isGrid = lat?.isExact === false && lat.rank > 0;
  const drawn = isGrid && lon && isOnDrawing(lat, lon, readerFor) ? [lat, lon] : [];
  const isUnused = drawn.length > 0 || (geo && isGrid);
  if ((!lat && !isTaken('lat')) || (!lon && !isTaken('lon')) || isUnused) {
    accepted.delete('lat');
    accepted.delete('lon');
  }
  const kept = accepted.get('lat')?.[0] ?? geo;
  if (!kept) return {alternatives: new Map(), drawn};
  const names = new Set([...accepted.values()].flat().map(({column}) => column.name));
  const isUnusedPlace = ({name}: TableColumn): boolean =>
    !names.has(name) &&
    fieldsFor(collection, normalizeName(name)).some(({field}) => isPlaceTarget(field));
  const unused = columns.filter(isUnusedPlace);
  return {alternatives: new Map(unused.map(({name}) => [name, kept.column.name])), drawn};
}

/**
 * True for positions on a picture, in percent of its width and height: numbers from 0 to 100 that as degrees would often
 * lie outside Europe.
 */
function isOnDrawing(
  lat: Candidate,
  lon: Candidate,
  readerFor: RecognitionContext['readerFor'],
): boolean {
  const numbersIn = ({column, field}: Candidate) => column.values.map(readerFor(field));
  const xs = numbersIn(lon);
  const ys = numbersIn(lat);
  const isPercentage = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 100;
  if (xs.length !== ys.length || ![...xs, ...ys].every(isPercentage)) return false;
  const places = ys.map((y, i) => ({lat: Number(y), lon: Number(xs[i])}));
  const far = places.filter(place => !isInExpectedArea(place) && (place.lat || place.lon));
  return far.length > 0.1 * places.length;
}
