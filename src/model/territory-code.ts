import {type Filter, TERRITORIES, type TerritoryKind} from './query.js';

/** Formats of INSEE and SIREN codes. Overseas collectivities have a code like that of a département. */
const CODE_PATTERNS: Readonly<Record<TerritoryKind, RegExp>> = {
  epci: /^\d{9}$/,
  departement: /^(?:0[1-9]|[13-8]\d|2[1-9AB]|9[0-5]|97[1-8]|98[46-9])$/,
  region: /^(?:0[1-46]|11|2[478]|32|44|5[23]|7[56]|84|9[34])$/,
};

/** Returns true if the code has a valid format; the territory may still not exist. */
export const isTerritoryCode = (kind: TerritoryKind, code: string): boolean =>
  CODE_PATTERNS[kind].test(code);

export const isTerritoryKind = (name: string): name is TerritoryKind =>
  (TERRITORIES as readonly string[]).includes(name);

/** Returns the kinds of territory used by a filter. */
export const territoryKindsIn = (filter: Filter): TerritoryKind[] =>
  TERRITORIES.filter(kind => filter[kind]?.length);
