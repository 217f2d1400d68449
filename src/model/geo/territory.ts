import {type Filter, TERRITORIES, type TerritoryKind} from '../query.js';
import type {Commune, Territory} from '../records.js';

/** Lookup of the territory of a commune or portal. */
export interface Atlas {
  territoryOf(kind: TerritoryKind, place: (Commune & Territory) | undefined): string | undefined;
  /** Returns the known INSEE codes of all communes of the given EPCIs, including municipal arrondissements. */
  communesOf(epci: readonly string[]): readonly string[];
}

/** Formats of INSEE and SIREN codes. Overseas collectivities have a code like a département's. */
const CODE_PATTERNS: Readonly<Record<TerritoryKind, RegExp>> = {
  epci: /^\d{9}$/,
  departement: /^(?:0[1-9]|[13-8]\d|2[1-9AB]|9[0-5]|97[1-8]|98[46-9])$/,
  region: /^(?:0[1-46]|11|2[478]|32|44|5[23]|7[56]|84|9[34])$/,
};

/** Returns true if the code has a valid format; the territory may still not exist. */
export const isTerritoryCode = (kind: TerritoryKind, code: string): boolean =>
  CODE_PATTERNS[kind].test(code);

/** Returns the kinds of territory used by a filter. */
export const territoryKindsIn = (filter: Filter): TerritoryKind[] =>
  TERRITORIES.filter(kind => filter[kind]?.length);

/** Départements of each region since 2016, by code (INSEE, code officiel géographique). */
const DEPARTEMENTS_BY_REGION: Readonly<Record<string, string>> = {
  '01': '971',
  '02': '972',
  '03': '973',
  '04': '974',
  '06': '976',
  '11': '75 77 78 91 92 93 94 95',
  '24': '18 28 36 37 41 45',
  '27': '21 25 39 58 70 71 89 90',
  '28': '14 27 50 61 76',
  '32': '02 59 60 62 80',
  '44': '08 10 51 52 54 55 57 67 68 88',
  '52': '44 49 53 72 85',
  '53': '22 29 35 56',
  '75': '16 17 19 23 24 33 40 47 64 79 86 87',
  '76': '09 11 12 30 31 32 34 46 48 65 66 81 82',
  '84': '01 03 07 15 26 38 42 43 63 69 73 74',
  '93': '04 05 06 13 83 84',
  '94': '2A 2B',
};

let regionByDepartement: ReadonlyMap<string, string> | undefined;

/**
 * Returns the département of a commune, from its INSEE code: `59` for `59350`, `2A` for `2A004`, `974` for `97411`. For
 * overseas collectivities, which have no département, returns the three-digit code used instead. Undefined for any
 * other text.
 */
export const departementOf = (insee: string): string | undefined =>
  /^(?:9[78]\d(?=\d\d$)|(?:2[AB]|\d\d)(?=\d{3}$))/.exec(insee)?.[0];

/** Returns the region code of a département. An overseas collectivity is its own region. */
export function regionOf(departement: string): string | undefined {
  regionByDepartement ??= new Map(
    Object.entries(DEPARTEMENTS_BY_REGION).flatMap(([region, departements]) =>
      departements.split(' ').map((code): [string, string] => [code, region]),
    ),
  );
  return (
    regionByDepartement.get(departement) ??
    (/^9[78]\d$/.test(departement) ? departement : undefined)
  );
}

/** Ranges of INSEE codes of municipal arrondissements, by commune. */
const ARRONDISSEMENTS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '75056': [75101, 75120],
  '69123': [69381, 69389],
  '13055': [13201, 13216],
};

/** Returns the codes of the municipal arrondissements of Paris, Lyon or Marseille; none for other communes. */
export function arrondissementsOf(commune: string): readonly string[] {
  const [first, last] = ARRONDISSEMENTS[commune] ?? [0, -1];
  const codes: string[] = [];
  for (let code = first; code <= last; code++) codes.push(String(code));
  return codes;
}

/** Returns the commune of a municipal arrondissement; other codes unchanged. */
export const parentCommune = (insee: string): string =>
  Object.entries(ARRONDISSEMENTS).find(
    ([, [first, last]]) => Number(insee) >= first && Number(insee) <= last,
  )?.[0] ?? insee;
