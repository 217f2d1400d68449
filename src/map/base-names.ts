import type {BaseTile, Named} from './base-tile.js';
import type {NamedPlace} from './names.js';

type Properties = Readonly<Record<string, unknown>>;

/** Decoded tile on the map, with its tile coordinates. */
export interface PlacedTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly tile: BaseTile;
}

/** Style, zoom range of the map and priority of a label; lower numbers are placed first. */
interface Look {
  readonly kind: NamedPlace['kind'];
  readonly from: number;
  readonly until?: number;
  readonly order: number;
}

/** Difference between zooms of the map and of tiles, which are made for a world of 512 pixels. */
const LARGER = 1;
/** Deepest zoom at which towns have a dot; at deeper zooms a town fills the view. */
const LAST_DOTS = 11;

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

function lookOfPlace({
  kind,
  kind_detail: detail,
  population_rank,
  min_zoom,
}: Properties): Look | undefined {
  const rank = numberOf(population_rank, 0);
  const from = numberOf(min_zoom, NaN) + LARGER;
  if (kind === 'country') return {kind: 'country', from: from || 3, until: 7, order: 0};
  if (kind === 'region') return {kind: 'province', from: from || 7, until: 9, order: 30};
  if (kind === 'locality') {
    const isCity = rank >= 10 || detail === 'city';
    const isTown = isCity || detail === 'town' || rank >= 8;
    return {
      kind: isCity ? 'city' : isTown ? 'town' : 'village',
      from: from || (isCity ? 5 : isTown ? 9 : 12),
      until: 16,
      order: 20 - rank,
    };
  }
  if (kind === 'macrohood' || kind === 'neighbourhood')
    return {kind: 'hood', from: Math.max(13, from || 0), order: 40 - rank};
  return undefined;
}

const ROADS: Readonly<Record<string, readonly [name: number, order: number]>> = {
  highway: [14, 50],
  major_road: [14, 51],
  medium_road: [15, 52],
  minor_road: [16, 53],
  path: [17, 54],
};

function lookOf({layer, properties}: Named): Look | undefined {
  if (layer === 'places') return lookOfPlace(properties);
  const {kind} = properties;
  if (layer === 'water') {
    const isSea = kind === 'ocean' || kind === 'sea';
    const from = numberOf(properties.min_zoom, isSea ? 2 : 9) + LARGER;
    return {kind: 'water', from, order: isSea ? 5 : 45};
  }
  const road = Object.hasOwn(ROADS, String(kind)) ? ROADS[String(kind)] : undefined;
  return road && {kind: 'street', from: road[0], order: road[1]};
}

/** Returns a name in the reader's language, else the local name; for a road without a name, its number. */
function nameIn(properties: Properties, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  const names = [`name:${code}`, 'name', 'ref'].map(key => properties[key]);
  return names.find(name => typeof name === 'string' && name !== '') as string;
}

/** Maximum length of a label; longer names are skipped. */
const LONGEST = 60;

/** Reads the place labels of decoded tiles, by priority. Returns the same object for a label at every call. */
export class BaseNames {
  readonly #places = new WeakMap<Named, NamedPlace>();

  of(tiles: Iterable<PlacedTile>, zoom: number, language: string): NamedPlace[] {
    const found: {readonly place: NamedPlace; readonly order: number}[] = [];
    for (const {z, x, y, tile} of tiles)
      for (const named of tile.named) {
        const look = lookOf(named);
        if (!look || zoom < look.from || zoom > (look.until ?? Infinity)) continue;
        // Tiles of another zoom come after those of the current one, which replace them as they arrive.
        const late = Math.abs(zoom - LARGER - z) / 100;
        const place = this.#placeOf(named, look, {z, x, y}, zoom, language);
        if (place) found.push({place, order: look.order + late});
      }
    return found.sort((a, b) => a.order - b.order).map(({place}) => place);
  }

  #placeOf(
    named: Named,
    {kind}: Look,
    {z, x, y}: Omit<PlacedTile, 'tile'>,
    zoom: number,
    language: string,
  ): NamedPlace | undefined {
    const text = nameIn(named.properties, language);
    if (!text || text.length > LONGEST) return undefined;
    const isDot = zoom <= LAST_DOTS && /^(?:city|town|village)$/.test(kind);
    const known = this.#places.get(named);
    if (known?.text === text && known.hasDot === isDot) return known;
    const side = 2 ** z;
    const {place} = named;
    const made: NamedPlace = {
      text,
      kind,
      hasDot: isDot,
      x: (x + place.x) / side,
      y: (y + place.y) / side,
      stretch: kind === 'street' ? {angle: place.angle, length: place.length / side} : undefined,
    };
    this.#places.set(named, made);
    return made;
  }
}
