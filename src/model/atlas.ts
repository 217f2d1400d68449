import type {CommunePlace, Communes} from './communes.js';
import {TERRITORIES, type TerritoryKind} from './query.js';
import type {Commune, Territory} from './records.js';
import type {Atlas} from './shelf.js';
import {departementOf, regionOf} from './territory.js';

/** Ranges of INSEE codes of municipal arrondissements, by commune. */
const ARRONDISSEMENTS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '75056': [75101, 75120],
  '69123': [69381, 69389],
  '13055': [13201, 13216],
};

/**
 * Finds the territory of a commune from its record, a table of communes or the INSEE code, in this order. An EPCI
 * cannot be derived from a code. Coordinates are not used.
 */
export class CommuneAtlas implements Atlas {
  readonly #communes: Communes | undefined;
  /** Territory codes by query: thousands of records name the same few communes. */
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

  /** Returns the number of located records without a known territory of this kind, and resets it. */
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
    // The territory of a portal may itself be of this kind instead of a commune.
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
