// Generates the features of a fictitious island in the Atlantic: coast, town, villages, roads, river, woods, fields.
import type {Feature} from './basemaps.js';
import {seededRandom} from './seeded-random.mjs';

type Metres = readonly [east: number, north: number];

const CENTRE = {lat: 47.02, lon: -5.6};
const DEGREE = 111_320;
const degrees = ([east, north]: Metres): [number, number] => [
  Number((CENTRE.lon + east / DEGREE / Math.cos((CENTRE.lat * Math.PI) / 180)).toFixed(6)),
  Number((CENTRE.lat + north / DEGREE).toFixed(6)),
];

const random01 = seededRandom(1789);

const feature = (
  layer: string,
  minzoom: number,
  type: string,
  coordinates: unknown,
  properties: Readonly<Record<string, unknown>>,
): Feature => ({
  type: 'Feature',
  geometry: {type, coordinates},
  properties,
  tippecanoe: {layer, minzoom},
});

const area = (layer: string, minzoom: number, kind: string, ring: readonly Metres[]): Feature =>
  feature(layer, minzoom, 'Polygon', [[...ring, ...ring.slice(0, 1)].map(degrees)], {kind});

const line = (
  layer: string,
  minzoom: number,
  properties: Readonly<Record<string, unknown>>,
  points: readonly Metres[],
): Feature => feature(layer, minzoom, 'LineString', points.map(degrees), properties);

const point = (
  layer: string,
  minzoom: number,
  at: Metres,
  properties: Readonly<Record<string, unknown>>,
): Feature => feature(layer, minzoom, 'Point', degrees(at), properties);

/** Returns a coastline around a point: a wavy circle. */
function coastline(
  [east, north]: Metres,
  wide: number,
  high: number,
  roughness: number,
  steps = 90,
): Metres[] {
  const waves = Array.from({length: 6}, (_, i) => ({
    times: i + 2,
    size: (random01() * roughness) / (i + 1),
    shift: random01() * 7,
  }));
  return Array.from({length: steps}, (_, i) => {
    const turn = (2 * Math.PI * i) / steps;
    const reach = waves.reduce(
      (sum, {times, size, shift}) => sum + size * Math.sin(times * turn + shift),
      1,
    );
    return [east + wide * reach * Math.cos(turn), north + high * reach * Math.sin(turn)];
  });
}

/** Returns a smooth line through some points (Catmull–Rom spline). */
function smoothLine(...places: readonly Metres[]): Metres[] {
  const points: Metres[] = [];
  const at = (i: number): Metres => places[Math.max(0, Math.min(places.length - 1, i))] as Metres;
  for (let i = 0; i < places.length - 1; i++)
    for (let t = 0; t < 1; t += 0.1) {
      const mix = (axis: 0 | 1): number => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return (
          (2 * b +
            (c - a) * t +
            (2 * a - 5 * b + 4 * c - d) * t * t +
            (3 * b - a - 3 * c + d) * t ** 3) /
          2
        );
      };
      points.push([mix(0), mix(1)]);
    }
  return [...points, at(places.length - 1)];
}

const STREETS =
  'Rue du Fort|Rue des Tilleuls|Rue de l’Église|Rue du Moulin|Rue des Écoles|Rue du Marché|Rue de la Gare|Rue des Sauniers|Rue du Phare|Rue des Voiliers|Rue du Puits|Rue Haute|Rue Basse|Rue des Lavandières|Rue de la Corderie|Rue du Four|Rue des Jardins|Rue des Remparts|Rue Neuve|Rue du Lavoir|Avenue de la Mer|Avenue des Pins|Boulevard du Port|Boulevard du Nord|Rue des Marins|Rue du Chai'.split(
    '|',
  );

const TOWN: Metres = [-900, -1400];
const TOWN_ANGLE = 0.32;
/** Converts coordinates of the town's grid to metres. */
const townToMetres = (u: number, v: number): Metres => [
  TOWN[0] + u * Math.cos(TOWN_ANGLE) - v * Math.sin(TOWN_ANGLE) + 40 * Math.sin(v / 190),
  TOWN[1] + u * Math.sin(TOWN_ANGLE) + v * Math.cos(TOWN_ANGLE) + 30 * Math.sin(u / 230),
];
/** Returns the radius of the town in a direction, in metres. */
const townRadius = (angle: number): number =>
  1150 + 140 * Math.sin(3 * angle + 1) + 90 * Math.sin(5 * angle);
const isTown = (u: number, v: number): boolean => Math.hypot(u, v) < townRadius(Math.atan2(v, u));
/** Returns true if a point of the town's grid is in the river. */
const isRiver = (u: number, v: number): boolean => Math.abs(v - 310 - 60 * Math.sin(u / 260)) < 46;
const isPark = (u: number, v: number): boolean => Math.hypot(u + 430, v + 330) < 175;

function* town(): Generator<Feature> {
  const STEP = 130;
  let name = 0;
  for (const across of [false, true])
    for (let i = -9; i <= 9; i++) {
      let street: Metres[] = [];
      const isMain = i % 4 === 0;
      for (let j = -90; j <= 90; j++) {
        const [u, v] = across ? [j * 14, i * STEP] : [i * STEP, j * 14];
        const isThere =
          isTown(u, v) &&
          !isPark(u, v) &&
          !(across && isRiver(u, v)) &&
          !(isRiver(u, v) && !isMain);
        if (isThere) street.push(townToMetres(u, v));
        if (isThere && j < 90) continue;
        if (street.length > 4) {
          const properties = {
            kind: isMain ? 'major_road' : 'minor_road',
            kind_detail: isMain ? 'tertiary' : 'residential',
            name: STREETS[name++ % STREETS.length],
          };
          yield line('roads', isMain ? 11 : 12, properties, street);
        }
        street = [];
      }
    }
  for (let i = -9; i < 9; i++)
    for (let j = -9; j < 9; j++)
      for (let side = 0; side < 4; side++) {
        // A row of houses along each of the four sides of a block, with free corners.
        const along = 28 + random01() * 8;
        const deep = 11 + random01() * 2;
        const [wide, high] = [62 + random01() * 12, 16 + random01() * 7];
        const [u0, v0] = [i * STEP, j * STEP];
        const [u, v] =
          side === 0
            ? [along, deep]
            : side === 1
              ? [along, STEP - deep - high]
              : side === 2
                ? [deep, along]
                : [STEP - deep - high, along];
        const [w, h] = side < 2 ? [wide, high] : [high, wide];
        const corners: Metres[] = [[u, v], [u + w, v], [u + w, v + h], [u, v + h]]; // prettier-ignore
        const isFree = corners.every(
          ([a, b]) => isTown(u0 + a, v0 + b) && !isRiver(u0 + a, v0 + b) && !isPark(u0 + a, v0 + b),
        );
        if (isFree && random01() < 0.9)
          yield area(
            'buildings',
            13,
            'building',
            corners.map(([a, b]) => townToMetres(u0 + a, v0 + b)),
          );
      }
  const rim = Array.from({length: 60}, (_, i) => (i / 60) * 2 * Math.PI);
  yield area(
    'landuse',
    9,
    'residential',
    rim.map(angle =>
      townToMetres(townRadius(angle) * Math.cos(angle), townRadius(angle) * Math.sin(angle)),
    ),
  );
  yield area(
    'landuse',
    11,
    'park',
    rim.map(angle => townToMetres(-430 + 165 * Math.cos(angle), -330 + 165 * Math.sin(angle))),
  );
  yield area(
    'water',
    12,
    'lake',
    rim.map(angle => townToMetres(-400 + 55 * Math.cos(angle), -350 + 40 * Math.sin(angle))),
  );
  // The spring of the river.
  yield area(
    'water',
    9,
    'lake',
    rim.map(angle =>
      townToMetres(
        -1760 + 130 * Math.cos(angle),
        295 + (70 + 20 * Math.sin(3 * angle)) * Math.sin(angle),
      ),
    ),
  );
  yield line(
    'roads',
    13,
    {kind: 'path', kind_detail: 'footway'},
    smoothLine(
      townToMetres(-590, -330),
      townToMetres(-480, -250),
      townToMetres(-330, -260),
      townToMetres(-265, -330),
    ),
  );
  yield line(
    'water',
    9,
    {kind: 'river', name: 'La Sèvre'},
    Array.from({length: 150}, (_, i) =>
      townToMetres(-1700 + i * 60, 310 + 60 * Math.sin((-1700 + i * 60) / 260)),
    ),
  );
}

const VILLAGES: readonly (readonly [name: string, at: Metres])[] = [
  ['Kerlan', [-4600, 1300]],
  ['Saint-Aubin', [1200, 2300]],
  ['Les Salines', [3900, -700]],
  ['Le Phare', [5600, 1400]],
  ['La Grange', [-2600, 2500]],
];

/** Returns all features of the island. */
export function createIsland(): Feature[] {
  const features: Feature[] = [];
  features.push(area('earth', 0, 'earth', coastline([0, 0], 6900, 4300, 0.13, 240)));
  for (const [at, wide, high] of [
    [[-3300, 300], 1500, 900],
    [[2800, 1500], 1300, 800],
    [[700, -2900], 900, 450],
  ] as const)
    features.push(area('landuse', 8, 'wood', coastline(at, wide, high, 0.2)));
  for (const [at, kind] of [
    [[3600, -1500], 'wetland'],
    [[-2300, -2700], 'golf_course'],
    [[1900, -700], 'meadow'],
  ] as const)
    features.push(area('landuse', 10, kind, coastline(at, 600, 420, 0.2)));
  features.push(area('landuse', 11, 'industrial', coastline([700, -900], 420, 300, 0.1)));
  features.push(area('landuse', 11, 'cemetery', coastline([-2500, -700], 170, 130, 0.1)));
  features.push(
    area(
      'landuse',
      10,
      'beach',
      smoothLine(
        [-3900, -3250],
        [-3000, -3560],
        [-2000, -3700],
        [-1900, -3450],
        [-2900, -3280],
        [-3800, -2980],
      ),
    ),
  );
  features.push(...town());
  const major = (name: string, ref: string, ...through: readonly Metres[]): Feature =>
    line(
      'roads',
      8,
      {kind: 'major_road', kind_detail: 'primary', name, ref},
      smoothLine(...through),
    );
  features.push(
    line(
      'roads',
      6,
      {kind: 'highway', kind_detail: 'motorway', name: 'Voie de l’Île', ref: 'A 7'},
      smoothLine(
        [-6100, 300],
        [-4200, -300],
        [-2700, 250],
        [-900, 400],
        [900, 300],
        [3100, 500],
        [5200, 700],
      ),
    ),
    major('Route de Kerlan', 'D 1', [-1500, -500], [-2600, 600], [-4600, 1300], [-5600, 1500]),
    major('Route de Saint-Aubin', 'D 2', [-500, -300], [100, 900], [1200, 2300], [1500, 3400]),
    major(
      'Route des Salines',
      'D 3',
      [200, -1200],
      [1700, -1300],
      [3000, -1000],
      [3900, -700],
      [5600, 1400],
    ),
    major(
      'Route de la Grange',
      'D 4',
      [-4600, 1300],
      [-2600, 2500],
      [-600, 2400],
      [1200, 2300],
      [3500, 2300],
    ),
    line(
      'roads',
      10,
      {kind: 'rail', kind_detail: 'rail'},
      smoothLine(
        [-5400, 900],
        [-3500, 900],
        [-1500, 100],
        [-700, -260],
        [900, -500],
        [2800, -100],
        [5000, 200],
      ),
    ),
    line(
      'roads',
      13,
      {kind: 'path', kind_detail: 'path', name: 'Sentier des douaniers'},
      smoothLine([-4200, -2600], [-3000, -3150], [-1500, -3300], [-200, -3500]),
    ),
    line(
      'boundaries',
      8,
      {kind: 'region', kind_detail: 6},
      smoothLine([-2100, -4200], [-2000, -2300], [-2300, -300], [-1300, 1500], [-1600, 4200]),
    ),
  );
  for (const [name, [east, north]] of VILLAGES) {
    features.push(area('landuse', 11, 'residential', coastline([east, north], 330, 260, 0.15)));
    features.push(
      point('places', 8, [east, north], {
        kind: 'locality',
        kind_detail: 'village',
        population_rank: 4,
        min_zoom: 10,
        name,
      }),
    );
    for (let i = 0; i < 60; i++) {
      const [u, v] = [east + (random01() - 0.5) * 520, north + (random01() - 0.5) * 380];
      const [w, h] = [12 + random01() * 10, 10 + random01() * 6];
      features.push(area('buildings', 13, 'building', [[u, v], [u + w, v], [u + w, v + h], [u, v + h]])); // prettier-ignore
    }
    for (let i = 0; i < 3; i++)
      features.push(
        line(
          'roads',
          12,
          {kind: 'minor_road', name: STREETS[(i * 7 + name.length) % STREETS.length]},
          smoothLine(
            [east - 300, north - 160 + i * 150],
            [east, north - 130 + i * 140],
            [east + 310, north - 170 + i * 160],
          ),
        ),
      );
  }
  const hoods: readonly (readonly [string, number, number])[] = [['Centre', 60, -60], ['Rive-Droite', -200, 640], ['Les Pins', 620, -560], ['La Corderie', -760, 20]]; // prettier-ignore
  for (const [name, u, v] of hoods)
    features.push(
      point('places', 11, townToMetres(u, v), {kind: 'neighbourhood', min_zoom: 13, name}),
    );
  features.push(
    point('places', 6, TOWN, {
      kind: 'locality',
      kind_detail: 'town',
      population_rank: 9,
      min_zoom: 6,
      name: 'Port-l’Essai',
      'name:nl': 'Proefhaven',
      'name:de': 'Probenhafen',
      'name:en': 'Trial Haven',
    }),
    point('water', 6, [-4200, -5200], {
      kind: 'sea',
      min_zoom: 6,
      name: 'Mer des Essais',
      'name:nl': 'Proefzee',
      'name:de': 'Probesee',
      'name:en': 'Trial Sea',
    }),
  );
  return features;
}
