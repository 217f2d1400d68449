import type {CommuneCentre, CommuneIndex} from './commune-index.js';
import type {Bbox} from './geo.js';
import {type Filter, TERRITORIES, type TerritoryKind} from '../query.js';
import type {Commune, Territory} from '../records.js';
import {
  arrondissementsOf,
  departementOf,
  regionOf,
  territoryKindsIn,
  type Atlas,
} from './territory.js';

/** Margin around the centres of communes, in degrees: a large commune reaches 20 km from its centre. */
const MARGIN = 0.3;

/**
 * Finds the territory of a commune from its record, a table of communes or the INSEE code, in this order. An EPCI
 * cannot be derived from a code. Coordinates are not used.
 */
export class CommuneAtlas implements Atlas {
  readonly #communes: CommuneIndex | undefined;
  /** Territory codes by query: thousands of records name the same few communes. */
  readonly #codes = new Map<string, string | undefined>();
  readonly #unresolvedCounts = new Map<TerritoryKind, number>();

  constructor(communes?: CommuneIndex) {
    this.#communes = communes;
  }

  territoryOf(kind: TerritoryKind, place: (Commune & Territory) | undefined): string | undefined {
    const key = JSON.stringify([kind, place]);
    const code = this.#codes.has(key) ? this.#codes.get(key) : place && this.#resolve(kind, place);
    this.#codes.set(key, code);
    if (place && code === undefined)
      this.#unresolvedCounts.set(kind, (this.#unresolvedCounts.get(kind) ?? 0) + 1);
    return code;
  }

  /** Returns the number of located records without a known territory of this kind, and resets it. */
  takeUnresolvedCount(kind: TerritoryKind): number {
    const count = this.#unresolvedCounts.get(kind) ?? 0;
    this.#unresolvedCounts.delete(kind);
    return count;
  }

  communesOf(epci: readonly string[]): readonly string[] {
    const communes = this.#communes?.inEpcis(epci) ?? [];
    return communes.flatMap(({code}) => [code, ...arrondissementsOf(code)]);
  }

  /** Returns the box of the communes of the territories in a filter, with a margin; undefined without communes. */
  extentOf(filter: Filter): Bbox | undefined {
    const kinds = territoryKindsIn(filter);
    const isWanted = (commune: CommuneCentre): boolean =>
      kinds.every(kind =>
        filter[kind]?.includes(this.territoryOf(kind, {insee: commune.code}) ?? ''),
      );
    const centres = this.#communes?.all.filter(isWanted) ?? [];
    if (kinds.length === 0 || centres.length === 0) return undefined;
    const [lats, lons] = [centres.map(({lat}) => lat), centres.map(({lon}) => lon)];
    return [
      Math.min(...lons) - MARGIN,
      Math.min(...lats) - MARGIN,
      Math.max(...lons) + MARGIN,
      Math.max(...lats) + MARGIN,
    ];
  }

  #resolve(kind: TerritoryKind, place: Commune & Territory): string | undefined {
    const {name, insee} = place;
    // The territory of a portal may itself be of this kind instead of a commune.
    const level = TERRITORIES.find(one => one === place.level);
    const stated: Commune = level ? {[level]: insee} : place;
    if (stated[kind] !== undefined) return stated[kind];
    const found = level ? undefined : this.#communes?.find({name, insee});
    const commune: CommuneCentre | undefined = typeof found === 'object' ? found : undefined;
    if (kind === 'epci') return commune?.epci;
    const departement = stated.departement ?? departementOf(commune?.code ?? stated.insee ?? '');
    return kind === 'departement' ? departement : departement && regionOf(departement);
  }
}
