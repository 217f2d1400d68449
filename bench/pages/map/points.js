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

/** Returns `count` records in France, in the format of projects of the portal API; another seed gives other records. */
export function makeRecords(count, seed = 59) {
  const random = randomFrom(seed);
  const bell = () => random() + random() + random() + random() - 2;
  const towns = [...Array(400)].map((_, rank) => ({
    lat: 42.8 + random() * 8,
    lon: -1.5 + random() * 8.5,
    // Zipf distribution: few large towns.
    weight: 1 / (rank + 3),
  }));
  const total = towns.reduce((sum, {weight}) => sum + weight, 0);
  const pick = () => {
    let left = random() * total;
    return towns.find(({weight}) => (left -= weight) < 0) ?? towns[0];
  };
  return [...Array(count)].map((_, i) => {
    const alone = random() < 0.15;
    const town = alone ? undefined : pick();
    return {
      id: `p${i}`,
      title: `Projet ${i}`,
      url: `https://example.org/projets/${i}`,
      family: FAMILIES[Math.floor(random() * 3)],
      geo: town
        ? {lat: town.lat + bell() * 0.12, lon: town.lon + bell() * 0.17}
        : {lat: 42.8 + random() * 8, lon: -1.5 + random() * 8.5},
    };
  });
}

/** Converts records to GeoJSON features. */
export const featuresOf = records =>
  records.map(({id, title, family, geo}) => ({
    type: 'Feature',
    properties: {id, title, family},
    geometry: {type: 'Point', coordinates: [geo.lon, geo.lat]},
  }));
