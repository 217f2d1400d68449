import {type Filter, TERRITORIES, type TerritoryKind} from './query.js';

/** Codes as the INSEE and the SIRENE write them; a collectivity overseas has one like a département's. */
const CODES: Readonly<Record<TerritoryKind, RegExp>> = {
  epci: /^\d{9}$/,
  departement: /^(?:0[1-9]|[13-8]\d|2[1-9AB]|9[0-5]|97[1-8]|98[46-9])$/,
  region: /^(?:0[1-46]|11|2[478]|32|44|5[23]|7[56]|84|9[34])$/,
};

/** Whether there may be such a territory: no code of the kind is written otherwise. */
export const isCode = (kind: TerritoryKind, code: string): boolean => CODES[kind].test(code);

export const isTerritory = (name: string): name is TerritoryKind =>
  (TERRITORIES as readonly string[]).includes(name);

/** The territories that a question asks for. */
export const territoriesIn = (filter: Filter): TerritoryKind[] =>
  TERRITORIES.filter(kind => filter[kind]?.length);
