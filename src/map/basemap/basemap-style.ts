/** Colour role of a line or area; each has a class in the style sheet. */
export type ColourRole =
  | 'land'
  | 'built'
  | 'green'
  | 'wood'
  | 'sand'
  | 'water'
  | 'river'
  | 'shore'
  | 'waterline'
  | 'band'
  | 'building'
  | 'road'
  | 'casing'
  | 'path'
  | 'rail'
  | 'region'
  | 'country';

/** Drawing style of one kind of feature. */
export interface StyleRule {
  readonly colour: ColourRole;
  /** Line widths in pixels by zoom, `[zoom, width, zoom, width, …]`, interpolated linearly. Absent for areas. */
  readonly widths?: readonly number[];
  /** Lengths of dashes and gaps, in multiples of the line width. */
  readonly dash?: readonly number[];
  /** First zoom of the map at which the feature is drawn. */
  readonly minZoom?: number;
  /** Extra width of the line drawn below a road, in pixels per side. */
  readonly casing?: number;
  /** Width of the outline of an area, in pixels. */
  readonly outline?: number;
  /** Width of a band below a line, in pixels. */
  readonly band?: number;
}

/** Styles in drawing order. The keys are the return values of `styleOf`. */
export const STYLES = {
  earth: {colour: 'land', outline: 1.2},
  built: {colour: 'built'},
  sand: {colour: 'sand'},
  green: {colour: 'green'},
  wood: {colour: 'wood'},
  pier: {colour: 'land'},
  water: {colour: 'water', outline: 0.75},
  river: {colour: 'river', widths: [6, 0.9, 10, 1.5, 12, 2, 16, 6, 19, 20]},
  stream: {colour: 'river', widths: [12, 0.6, 16, 2.5, 19, 8], minZoom: 13},
  runway: {colour: 'casing', widths: [11, 1, 15, 10, 18, 60], minZoom: 11},
  square: {colour: 'road', minZoom: 14},
  building: {colour: 'building', minZoom: 14},
  path: {colour: 'path', widths: [14, 0.8, 17, 1.6], dash: [3, 2], minZoom: 15},
  tunnel: {colour: 'casing', widths: [12, 0.8, 16, 4, 19, 14], dash: [2, 1], minZoom: 13},
  minor: {colour: 'road', widths: [12, 0.5, 15, 3, 17, 9, 19, 24], minZoom: 13, casing: 0.75},
  major: {
    colour: 'road',
    widths: [8, 0.7, 12, 2.2, 15, 6, 17, 13, 19, 34],
    minZoom: 8,
    casing: 0.75,
  },
  highway: {colour: 'road', widths: [6, 1, 10, 2, 13, 4, 17, 16, 19, 40], minZoom: 6, casing: 1},
  rail: {colour: 'rail', widths: [10, 0.6, 15, 1.2, 18, 2], minZoom: 11},
  region: {colour: 'region', widths: [5, 0.75, 12, 1.25], dash: [6, 2.5, 1, 2.5]},
  country: {colour: 'country', widths: [3, 1, 8, 1.5, 14, 2.5], band: 9},
} as const satisfies Readonly<Record<string, StyleRule>>;

export type StyleName = keyof typeof STYLES;
export const STYLE_NAMES = Object.keys(STYLES) as readonly StyleName[];

/** Splits a space-separated list of kinds. */
const kinds = (list: string): ReadonlySet<unknown> => new Set(list.split(' '));

const GREEN = kinds(
  'park garden grass grassland meadow cemetery golf_course village_green allotments pitch playground recreation_ground orchard dog_park zoo scrub wetland nature_reserve stadium camp_site',
);
const WOOD = kinds('wood forest');
const SAND = kinds('beach sand');
const BUILT = kinds(
  'residential industrial commercial retail hospital school university college kindergarten military railway aerodrome airfield urban_area farmyard quarry supermarket',
);
const SQUARE = kinds('pedestrian footway platform');

/** Properties of a feature of a vector tile. */
export type FeatureProperties = Readonly<Record<string, unknown>>;

/** Geometry types of the Mapbox Vector Tile specification. */
export const POINT_TYPE = 1;
export const LINE_TYPE = 2;
const AREA_TYPE = 3;

function landuseStyle(kind: unknown): StyleName | undefined {
  if (GREEN.has(kind)) return 'green';
  if (WOOD.has(kind)) return 'wood';
  if (BUILT.has(kind)) return 'built';
  if (SAND.has(kind)) return 'sand';
  if (SQUARE.has(kind)) return 'square';
  return kind === 'pier' ? 'pier' : undefined;
}

function roadStyle({kind, kind_detail: detail, is_tunnel: tunnel}: FeatureProperties) {
  if (detail === 'runway' || detail === 'taxiway') return 'runway';
  if (kind === 'rail') return tunnel ? undefined : 'rail';
  if (kind === 'path' || kind === 'other') return tunnel ? undefined : 'path';
  if (tunnel) return 'tunnel';
  if (kind === 'highway') return 'highway';
  if (kind === 'major_road' || kind === 'medium_road') return 'major';
  return kind === 'minor_road' ? 'minor' : undefined;
}

/**
 * Returns the style name of a line or area of the Protomaps basemap (schema version 4), or undefined if it is not
 * drawn.
 *
 * @param type Geometry type of the feature.
 */
export function styleOf(
  layer: string,
  type: number,
  properties: FeatureProperties,
): StyleName | undefined {
  const {kind} = properties;
  if (layer === 'roads') return type === LINE_TYPE ? roadStyle(properties) : undefined;
  if (layer === 'boundaries') {
    if (type !== LINE_TYPE) return undefined;
    if (kind === 'country') return 'country';
    // Borders below the level of a département are omitted: each would add a hairline.
    return Number(properties.kind_detail ?? 4) <= 6 ? 'region' : undefined;
  }
  if (layer === 'water' && type === LINE_TYPE)
    return kind === 'river' || kind === 'canal' ? 'river' : 'stream';
  if (type !== AREA_TYPE) return undefined;
  if (layer === 'earth') return 'earth';
  // The sea is everything but the land: its own areas would hide the lines along the coast.
  if (layer === 'water') return kind === 'ocean' ? undefined : 'water';
  if (layer === 'landuse') return landuseStyle(kind);
  if (layer === 'landcover') return landuseStyle(kind === 'forest' ? 'wood' : kind);
  return layer === 'buildings' ? 'building' : undefined;
}

/** Returns the line width at a zoom, in pixels. */
export function widthAt(widths: readonly number[], zoom: number): number {
  let [previousZoom, previousWidth] = [widths[0] as number, widths[1] as number];
  for (let i = 2; i < widths.length; i += 2) {
    const [nextZoom, nextWidth] = [widths[i] as number, widths[i + 1] as number];
    if (zoom <= previousZoom) break;
    if (zoom < nextZoom)
      return (
        previousWidth +
        ((nextWidth - previousWidth) * (zoom - previousZoom)) / (nextZoom - previousZoom)
      );
    [previousZoom, previousWidth] = [nextZoom, nextWidth];
  }
  return previousWidth;
}
