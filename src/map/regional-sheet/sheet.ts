import {numberReader} from '../outlines/number-reader.js';
import type {Line, Path, ClosedPath} from '../outlines/outlines.js';
import {readNames, type Town} from '../outlines/read-towns.js';
import * as data from './sheet.data.js';

/** Coast or border between two countries, shared by the faces beside it. */
interface SheetArc {
  readonly isCoast: boolean;
  readonly path: Path;
}

/** Land of one country: a ring of arcs. */
export interface SheetFace {
  /** True for France, which is drawn lighter than its neighbours. */
  readonly isHome: boolean;
  /** Indices of arcs; `~index` for an arc in reverse. */
  readonly arcs: readonly number[];
}

export interface River {
  readonly path: Line;
  readonly isCanal: boolean;
  /** Empty if unknown. */
  readonly name: string;
}

/** Coast, borders and waters at 1:100,000 to 1:250,000 of the north of France, Belgium and their surroundings. */
export interface SheetData {
  readonly arcs: readonly SheetArc[];
  readonly faces: readonly SheetFace[];
  /** Shores of inland waters. */
  readonly waters: readonly ClosedPath[];
  /** Borders between départements and provinces, from coast or national border to national border. */
  readonly regions: readonly Line[];
  readonly rivers: readonly River[];
  /** Last zoom at which the rivers are exact enough for a line. */
  readonly maxRiverZoom: number;
  /** Towns and villages added to the outlines, by first zoom. */
  readonly towns: readonly Town[];
  /** Built-up areas, exact to 1 or 2 km. */
  readonly builtUp: readonly ClosedPath[];
}

/** Resolution in degrees: 35 m by 55 m. */
export const UNIT = 1 / 2000;
/** Resolution of the built-up areas in degrees. */
export const COARSE_UNIT = 1 / 250;

/** Decodes the output of scripts/make/regional-sheet.mjs, which documents the format. */
export function decodeSheet({
  sheetData,
  riverNames,
  townNames,
  maxRiverZoom,
}: typeof data = data): SheetData {
  const readNumber = numberReader(sheetData);
  let [x, y] = [0, 0];
  /** Reads a line, whose first number is twice its number of points, plus 1 if it has a flag. */
  const readLine = (unit = UNIT): {path: Path; flag: boolean} => {
    const head = readNumber();
    const path = new Float64Array(head - (head % 2));
    for (let i = 0; i < path.length; i += 2) {
      x += readNumber();
      y += readNumber();
      path[i] = x * unit;
      path[i + 1] = y * unit;
    }
    return {path, flag: head % 2 === 1};
  };
  const readList = <T>(readItem: (index: number) => T): T[] =>
    [...new Array(readNumber()).keys()].map(readItem);
  const arcs = readList(() => {
    const {path, flag} = readLine();
    return {path, isCoast: flag};
  });
  const faces = readList(() => ({isHome: readNumber() === 1, arcs: readList(readNumber)}));
  const waters = readList(() => readLine().path);
  const regions = readList(() => readLine().path);
  const riverList = riverNames.split('|');
  const rivers = readList(index => {
    const {path, flag} = readLine();
    return {path, isCanal: flag, name: riverList[index] ?? ''};
  });
  const townList = townNames.split('|');
  let minZoom = 0;
  const towns = readList(index => {
    minZoom += readNumber();
    y += readNumber();
    x += readNumber();
    return {lat: y * UNIT, lon: x * UNIT, minZoom, names: readNames(townList[index] ?? '')};
  });
  [x, y] = [0, 0];
  const builtUp = readList(() => readLine(COARSE_UNIT).path);
  return {arcs, faces, waters, regions, rivers, maxRiverZoom, towns, builtUp};
}
