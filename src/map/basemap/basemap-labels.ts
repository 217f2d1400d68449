import type {FeatureProperties} from './basemap-style.js';
import type {DecodedTile, NamedFeature} from './decode-tile.js';
import type {PlaceLabel} from '../map-view.js';

/** Decoded tile on the map, with its tile coordinates. */
export interface PlacedTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly tile: DecodedTile;
}

/** Style, zoom range of the map and priority of a label; lower numbers are placed first. */
interface LabelStyle {
  readonly kind: PlaceLabel['kind'];
  readonly minZoom: number;
  readonly maxZoom?: number;
  readonly priority: number;
}

/** Difference between zooms of the map and of tiles, which are made for a world of 512 pixels. */
const ZOOM_OFFSET = 1;
/** Deepest zoom at which towns have a dot; at deeper zooms a town fills the view. */
const MAX_DOT_ZOOM = 11;

const finiteOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback;

function placeStyle({
  kind,
  kind_detail: detail,
  population_rank,
  min_zoom,
}: FeatureProperties): LabelStyle | undefined {
  const rank = finiteOr(population_rank, 0);
  const minZoom = finiteOr(min_zoom, NaN) + ZOOM_OFFSET;
  if (kind === 'country') return {kind: 'country', minZoom: minZoom || 3, maxZoom: 7, priority: 0};
  if (kind === 'region') return {kind: 'area', minZoom: minZoom || 7, maxZoom: 9, priority: 30};
  if (kind === 'locality') {
    const isCity = rank >= 10 || detail === 'city';
    const isTown = isCity || detail === 'town' || rank >= 8;
    return {
      kind: isCity ? 'city' : isTown ? 'town' : 'village',
      minZoom: minZoom || (isCity ? 5 : isTown ? 9 : 12),
      maxZoom: 16,
      priority: 20 - rank,
    };
  }
  if (kind === 'macrohood' || kind === 'neighbourhood')
    return {kind: 'hood', minZoom: Math.max(13, minZoom || 0), priority: 40 - rank};
  return undefined;
}

const ROADS: Readonly<Record<string, readonly [name: number, order: number]>> = {
  highway: [14, 50],
  major_road: [14, 51],
  medium_road: [15, 52],
  minor_road: [16, 53],
  path: [17, 54],
};

function labelStyle({layer, properties}: NamedFeature): LabelStyle | undefined {
  if (layer === 'places') return placeStyle(properties);
  const {kind} = properties;
  if (layer === 'water') {
    const isSea = kind === 'ocean' || kind === 'sea';
    const from = finiteOr(properties.min_zoom, isSea ? 2 : 9) + ZOOM_OFFSET;
    return {kind: isSea ? 'strait' : 'water', minZoom: from, priority: isSea ? 5 : 45};
  }
  const road = Object.hasOwn(ROADS, String(kind)) ? ROADS[String(kind)] : undefined;
  return road && {kind: 'street', minZoom: road[0], priority: road[1]};
}

/** Returns a name in the reader's language, else the local name; for a road without a name, its number. */
function localizedName(properties: FeatureProperties, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  const names = [`name:${code}`, 'name', 'ref'].map(key => properties[key]);
  return names.find(name => typeof name === 'string' && name !== '') as string;
}

/** Maximum length of a label; longer names are skipped. */
const MAX_LENGTH = 60;

/** Reads the place labels of decoded tiles, by priority. Returns the same object for a label at every call. */
export class BasemapLabels {
  readonly #labels = new WeakMap<NamedFeature, PlaceLabel>();

  labelsAt(tiles: Iterable<PlacedTile>, zoom: number, language: string): PlaceLabel[] {
    const labels: {readonly label: PlaceLabel; readonly order: number}[] = [];
    for (const {z, x, y, tile} of tiles)
      for (const named of tile.named) {
        const style = labelStyle(named);
        if (!style || zoom < style.minZoom || zoom > (style.maxZoom ?? Infinity)) continue;
        // Tiles of the current zoom come first, and replace tiles of another zoom as they arrive.
        const penalty = Math.abs(zoom - ZOOM_OFFSET - z) / 100;
        const place = this.#labelOf(named, style, {z, x, y}, zoom, language);
        if (place) labels.push({label: place, order: style.priority + penalty});
      }
    return labels.sort((a, b) => a.order - b.order).map(({label: place}) => place);
  }

  #labelOf(
    named: NamedFeature,
    {kind}: LabelStyle,
    {z, x, y}: Omit<PlacedTile, 'tile'>,
    zoom: number,
    language: string,
  ): PlaceLabel | undefined {
    const text = localizedName(named.properties, language);
    if (!text || text.length > MAX_LENGTH) return undefined;
    const isDot = zoom <= MAX_DOT_ZOOM && /^(?:city|town|village)$/.test(kind);
    const existing = this.#labels.get(named);
    if (existing?.text === text && existing.hasDot === isDot) return existing;
    const side = 2 ** z;
    const {anchor} = named;
    const label: PlaceLabel = {
      text,
      kind,
      hasDot: isDot,
      x: (x + anchor.x) / side,
      y: (y + anchor.y) / side,
      road: kind === 'street' ? {angle: anchor.angle, length: anchor.length / side} : undefined,
    };
    this.#labels.set(named, label);
    return label;
  }
}
