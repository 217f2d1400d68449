/** Colour role of a line or area; each has a class in the style sheet. */
export type Tone =
  | 'land'
  | 'built'
  | 'green'
  | 'wood'
  | 'sand'
  | 'water'
  | 'river'
  | 'building'
  | 'road'
  | 'casing'
  | 'path'
  | 'rail'
  | 'region'
  | 'country';

/** Drawing style of one kind of feature. */
export interface Rule {
  readonly tone: Tone;
  /** Line widths in pixels by zoom, `[zoom, width, zoom, width, …]`, interpolated linearly. Absent for areas. */
  readonly widths?: readonly number[];
  /** Lengths of dashes and gaps, in multiples of the line width. */
  readonly dash?: readonly number[];
  /** First zoom of the map at which the feature is drawn. */
  readonly from?: number;
  /** Extra width of the line drawn below a road, in pixels per side. */
  readonly casing?: number;
}

/** Styles in drawing order. The keys are the return values of `styleOf`. */
export const RULES = {
  earth: {tone: 'land'},
  built: {tone: 'built'},
  sand: {tone: 'sand'},
  green: {tone: 'green'},
  wood: {tone: 'wood'},
  pier: {tone: 'land'},
  water: {tone: 'water'},
  river: {tone: 'river', widths: [8, 0.6, 12, 1.5, 16, 6, 19, 20]},
  stream: {tone: 'river', widths: [12, 0.6, 16, 2.5, 19, 8], from: 13},
  runway: {tone: 'casing', widths: [11, 1, 15, 10, 18, 60], from: 11},
  square: {tone: 'road', from: 14},
  building: {tone: 'building', from: 14},
  path: {tone: 'path', widths: [14, 0.8, 17, 1.6], dash: [3, 2], from: 15},
  tunnel: {tone: 'casing', widths: [12, 0.8, 16, 4, 19, 14], dash: [2, 1], from: 13},
  minor: {tone: 'road', widths: [12, 0.5, 15, 3, 17, 9, 19, 24], from: 13, casing: 0.75},
  major: {tone: 'road', widths: [8, 0.7, 12, 2.2, 15, 6, 17, 13, 19, 34], from: 8, casing: 0.75},
  highway: {tone: 'road', widths: [6, 1, 10, 2, 13, 4, 17, 16, 19, 40], from: 6, casing: 1},
  rail: {tone: 'rail', widths: [10, 0.6, 15, 1.2, 18, 2], from: 11},
  region: {tone: 'region', widths: [5, 0.75, 12, 1.25]},
  country: {tone: 'country', widths: [3, 1, 8, 1.5, 14, 2.5]},
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

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

type Properties = Readonly<Record<string, unknown>>;

/** Geometry types of the Mapbox Vector Tile specification. */
export const POINT = 1;
export const LINE = 2;
export const AREA = 3;

function ruleOfLanduse(kind: unknown): RuleName | undefined {
  if (GREEN.has(kind)) return 'green';
  if (WOOD.has(kind)) return 'wood';
  if (BUILT.has(kind)) return 'built';
  if (SAND.has(kind)) return 'sand';
  if (SQUARE.has(kind)) return 'square';
  return kind === 'pier' ? 'pier' : undefined;
}

function ruleOfRoad({kind, kind_detail: detail, is_tunnel: tunnel}: Properties) {
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
export function ruleOf(layer: string, type: number, properties: Properties): RuleName | undefined {
  const {kind} = properties;
  if (layer === 'roads') return type === LINE ? ruleOfRoad(properties) : undefined;
  if (layer === 'boundaries') {
    if (type !== LINE) return undefined;
    if (kind === 'country') return 'country';
    // Borders below the level of a département are omitted: each would add a hairline.
    return Number(properties.kind_detail ?? 4) <= 6 ? 'region' : undefined;
  }
  if (layer === 'water' && type === LINE)
    return kind === 'river' || kind === 'canal' ? 'river' : 'stream';
  if (type !== AREA) return undefined;
  if (layer === 'earth') return 'earth';
  if (layer === 'water') return 'water';
  if (layer === 'landuse') return ruleOfLanduse(kind);
  if (layer === 'landcover') return ruleOfLanduse(kind === 'forest' ? 'wood' : kind);
  return layer === 'buildings' ? 'building' : undefined;
}

/** Returns the line width at a zoom, in pixels. */
export function widthAt(widths: readonly number[], zoom: number): number {
  let [before, width] = [widths[0] as number, widths[1] as number];
  for (let i = 2; i < widths.length; i += 2) {
    const [at, wide] = [widths[i] as number, widths[i + 1] as number];
    if (zoom <= before) break;
    if (zoom < at) return width + ((wide - width) * (zoom - before)) / (at - before);
    [before, width] = [at, wide];
  }
  return width;
}
