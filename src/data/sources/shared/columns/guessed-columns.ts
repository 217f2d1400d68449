import {
  type Candidate,
  fitOf,
  type RecognitionContext,
  type TableColumn,
  linksIn,
  textsIn,
} from './column-fit.js';
import {isInExpectedArea} from '../rows/coordinate-order.js';
import {hasField} from '../rows/field-targets.js';
import {isPlaceTarget} from '../rows/foreign-record.js';
import {targetFor} from '../rows/target-names.js';
import {fieldsFor} from './column-fields.js';
import {normalizeName} from './column-names.js';
import {fullNameOf, type PersonColumns} from './people-columns.js';
import {isOfAnotherThing} from './table-columns.js';

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

// Columns that are recognized by their values, whatever they are called.

/** Returns the columns that are no field yet and may be one of the record itself. */
function unusedColumns(
  accepted: ReadonlyMap<string, readonly Candidate[]>,
  columns: readonly TableColumn[],
  {named}: RecognitionContext,
  target: string,
): readonly TableColumn[] {
  const used = new Set([...accepted.values()].flat().map(({column}) => column.name));
  return columns.filter(
    column =>
      !used.has(column.name) && !named.has(column.name) && !isOfAnotherThing(column, target),
  );
}

/** Maximum average length of a column of titles, in characters. */
const MAX_TITLE_LENGTH = 120;

/** True if most values of a column occur once. */
export const isDistinct = ({values}: TableColumn): boolean =>
  new Set(values.flatMap(textsIn)).size >= 0.8 * values.length;

/**
 * Adds the title of records that have none, as a reader would: the name of the person that each of them is, otherwise
 * the first column of different words, otherwise of any words, otherwise its commune. A person's surname alone is no
 * title.
 *
 * @returns The column taken for its words.
 */
export function addTitle(
  accepted: Map<string, Candidate[]>,
  columns: readonly TableColumn[],
  people: readonly PersonColumns[],
  context: RecognitionContext,
): string | undefined {
  const {collection, hasDefaults, isTaken, named} = context;
  const target = targetFor(collection, 'title');
  if (hasDefaults || isTaken(target)) return undefined;
  const set = (found: readonly TableColumn[]): void => {
    const candidate = {field: 'title', target, isExact: false, rank: 0, fit: 1};
    accepted.set(
      target,
      found.map(column => ({...candidate, column})),
    );
  };
  const isTitled = [...accepted.keys()].some(key => key.replace(/\..*/, '') === target);
  const unnamed = people.filter(({surname}) => !named.has(surname.name));
  const person = unnamed.find(({isRecord}) => isRecord);
  const title = accepted.get(target)?.[0];
  if (person && (title ? !title.isExact && !isDistinct(title.column) : !isTitled)) {
    set(fullNameOf(person));
    return undefined;
  }
  if (isTitled) return undefined;
  const names = new Set(people.flatMap(({given, surname}) => [given, surname]));
  const words = unusedColumns(accepted, columns, context, target).filter(column => {
    const texts = column.values.flatMap(textsIn);
    return (
      !names.has(column) &&
      texts.length > 0 &&
      texts.join('').length <= MAX_TITLE_LENGTH * texts.length &&
      fitOf(column, target, false, context) >= 0.8
    );
  });
  const isVaried = ({values}: TableColumn): boolean => new Set(values.flatMap(textsIn)).size > 1;
  const communes = (accepted.get('commune.name') ?? []).map(one => one.column);
  const column =
    words.find(isDistinct) ?? (unnamed[0] ? words.find(isVaried) : communes.find(isDistinct));
  if (column) set([column]);
  else if (unnamed[0]) set(fullNameOf(unnamed[0]));
  return column?.name;
}

const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$/i;
const PAGE = /^https?:\/\/(?!\S+\.(?:jpe?g|png|webp|gif|avif|svg|pdf)(?:[?#]|$))/i;

/**
 * Takes the first column of picture files as the picture of records that have none, however it is called, and the only
 * column of web pages as their link.
 */
export function addLinks(
  accepted: Map<string, Candidate[]>,
  columns: readonly TableColumn[],
  context: RecognitionContext,
): void {
  const {collection, hasDefaults, isTaken, readerFor} = context;
  const columnsOf = (field: string, pattern: RegExp): void => {
    const target = targetFor(collection, field);
    if (hasDefaults || accepted.has(target) || isTaken(target) || !hasField(collection, target))
      return;
    const read = readerFor(target);
    const [column, ...others] = unusedColumns(accepted, columns, context, target).filter(
      ({values}) =>
        values.length > 0 &&
        values.every(value => linksIn(read(value)).some(link => pattern.test(link))),
    );
    if (column && (field === 'image' || others.length === 0))
      accepted.set(target, [{column, field, target, isExact: false, rank: 0, fit: 1}]);
  };
  columnsOf('image', PICTURE_FILE);
  columnsOf('url', PAGE);
}

/** Reads the links of records from columns of whole addresses before those of file names. */
export function preferAddresses(accepted: Map<string, Candidate[]>): void {
  const isWhole = ({column}: Candidate): boolean =>
    column.values.flatMap(textsIn).every(text => /^https?:/i.test(text));
  for (const [target, found] of accepted)
    if (/src$/.test(target))
      accepted.set(
        target,
        [...found].sort((a, b) => Number(isWhole(b)) - Number(isWhole(a))),
      );
}
