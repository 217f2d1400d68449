import type {CommunePlace, Communes} from './communes.js';
import {TERRITORIES, type TerritoryKind} from './query.js';
import type {Commune, Territory} from './records.js';
import type {Atlas} from './shelf.js';
import {departementOf, regionOf} from './territory.js';

/** The codes by which the arrondissements of a city are known besides its own. */
const ARRONDISSEMENTS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '75056': [75101, 75120],
  '69123': [69381, 69389],
  '13055': [13201, 13216],
};

/**
 * Which territory a commune lies in: as its record says, else as a table of communes or the INSEE code does. An EPCI
 * is in no code, so that only a table or the record itself tells it. Coordinates alone are in no territory.
 */
export class CommuneAtlas implements Atlas {
  readonly #communes: Communes | undefined;
  /** Thousands of records name the same few communes. */
  readonly #known = new Map<string, string | undefined>();
  readonly #lost = new Map<TerritoryKind, number>();

  constructor(communes?: Communes) {
    this.#communes = communes;
  }

  territoryOf(kind: TerritoryKind, place: (Commune & Territory) | undefined): string | undefined {
    const key = JSON.stringify([kind, place]);
    const code = this.#known.has(key) ? this.#known.get(key) : place && this.#find(kind, place);
    this.#known.set(key, code);
    if (place && code === undefined) this.#lost.set(kind, (this.#lost.get(kind) ?? 0) + 1);
    return code;
  }

  /** How many records that are somewhere were found in no territory of a kind since this was last asked. */
  takeLost(kind: TerritoryKind): number {
    const lost = this.#lost.get(kind) ?? 0;
    this.#lost.delete(kind);
    return lost;
  }

  communesOf(epci: readonly string[]): readonly string[] {
    const codes: string[] = [];
    for (const {code} of this.#communes?.within(epci) ?? []) {
      codes.push(code);
      const [first, last] = ARRONDISSEMENTS[code] ?? [0, -1];
      for (let one = first; one <= last; one++) codes.push(String(one));
    }
    return codes;
  }

  #find(kind: TerritoryKind, place: Commune & Territory): string | undefined {
    const {name, insee} = place;
    // A portal's territory may be one itself, and no commune.
    const level = TERRITORIES.find(one => one === place.level);
    const own: Commune = level ? {[level]: insee} : place;
    if (own[kind] !== undefined) return own[kind];
    const found = level ? undefined : this.#communes?.find({name, insee});
    const commune: CommunePlace | undefined = typeof found === 'object' ? found : undefined;
    if (kind === 'epci') return commune?.epci;
    const departement = own.departement ?? departementOf(commune?.code ?? own.insee ?? '');
    return kind === 'departement' ? departement : departement && regionOf(departement);
  }
}
