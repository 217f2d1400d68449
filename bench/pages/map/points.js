// Generated records, the same at each call: mostly near towns, as projects and monuments are.

/** Returns a seeded random number generator, from 0 to 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FAMILIES = ['acteur', 'theme', 'projet'];

/** Areas of the records and of the first view: south, west, north, east. */
const FRANCE = [42.7, -1.7, 50.9, 7.1];
/** A large city, which fills a map of 1280 by 500 pixels at zoom 10. */
const CITY = [48.68, 1.78, 49.04, 2.92];

/** Returns the first view of a map of records, as `[[south, west], [north, east]]`. */
export function viewOf({isDense = false} = {}) {
  const [south, west, north, east] = isDense ? CITY : FRANCE;
  return [
    [south, west],
    [north, east],
  ];
}

/**
 * Returns `count` records in France, in the format of projects of the portal API; another seed gives other records.
 *
 * @param isDense All records are in one city, a third of them stacked on another one.
 */
export function makeRecords(count, {seed = 59, isDense = false} = {}) {
  const random = randomFrom(seed);
  const bell = () => random() + random() + random() + random() - 2;
  const [south, west, north, east] = isDense ? CITY : [42.8, -1.5, 50.8, 7];
  const anywhere = () => ({
    lat: south + random() * (north - south),
    lon: west + random() * (east - west),
  });
  /** Spread of the records of a town, in degrees of latitude. */
  const spread = isDense ? 0.015 : 0.12;
  const towns = [...Array(400)].map((_, rank) => ({
    ...anywhere(),
    // Zipf distribution: few large towns.
    weight: 1 / (rank + 3),
  }));
  const total = towns.reduce((sum, {weight}) => sum + weight, 0);
  const pick = () => {
    let left = random() * total;
    return towns.find(({weight}) => (left -= weight) < 0) ?? towns[0];
  };
  const records = [];
  for (let i = 0; i < count; i++) {
    const isStacked = isDense && i > 0 && random() < 1 / 3;
    const alone = random() < 0.15;
    const town = alone ? undefined : pick();
    const geo = town
      ? {lat: town.lat + bell() * spread, lon: town.lon + bell() * spread * 1.4}
      : anywhere();
    records.push({
      id: `p${i}`,
      title: `Projet ${i}`,
      url: `https://example.org/projets/${i}`,
      family: FAMILIES[Math.floor(random() * 3)],
      geo: isStacked ? records[Math.floor(random() * i)].geo : geo,
    });
  }
  return records;
}

/** Converts records to GeoJSON features. */
export const featuresOf = records =>
  records.map(({id, title, family, geo}) => ({
    type: 'Feature',
    properties: {id, title, family},
    geometry: {type: 'Point', coordinates: [geo.lon, geo.lat]},
  }));
