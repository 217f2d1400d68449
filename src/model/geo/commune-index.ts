import {fold} from '../fold.js';
import {distance, type Geo} from './geo.js';
import type {Commune} from '../records.js';
import {pickText} from '../text.js';
import {departementOf, parentCommune} from './territory.js';

/** Row of a table of commune centres. */
export interface CommuneCentre extends Geo {
  /** INSEE code, five characters. */
  readonly code: string;
  readonly name: string;
  /** SIREN of the EPCI, if the table states it. */
  readonly epci?: string | undefined;
}

/** Matching commune, or the reason why there is none. */
export type CommuneMatch = CommuneCentre | 'unknown' | 'ambiguous';

/**
 * Index of communes by code and by name. Call `indexName` for 0 to `length - 1`, in slices: folding 35,000 names at
 * once would block the main thread.
 */
export class CommuneIndex {
  readonly length: number;
  readonly all: readonly CommuneCentre[];
  readonly #byCode = new Map<string, CommuneCentre>();
  readonly #byName = new Map<string, CommuneCentre[]>();
  #indexedCount = 0;

  constructor(all: readonly CommuneCentre[]) {
    this.all = all;
    this.length = all.length;
    for (const commune of all) this.#byCode.set(commune.code, commune);
  }

  indexName(index: number): void {
    // Several callers may build the index at the same time, each starting at 0.
    if (index !== this.#indexedCount) return;
    this.#indexedCount++;
    const commune = this.all[index] as CommuneCentre;
    const name = normalizeName(commune.name);
    const known = this.#byName.get(name);
    if (known) known.push(commune);
    else this.#byName.set(name, [commune]);
  }

  byCode(insee: string): CommuneCentre | undefined {
    return this.#byCode.get(insee) ?? this.#byCode.get(parentCommune(insee));
  }

  /** Returns the commune whose centre is the closest to a place, within a distance in metres. */
  nearest(place: Geo, maxDistance: number): CommuneCentre | undefined {
    let [closest, least]: [CommuneCentre | undefined, number] = [undefined, maxDistance];
    for (const commune of this.all) {
      const metres = distance(place, commune);
      if (metres <= least) [closest, least] = [commune, metres];
    }
    return closest;
  }

  /** True if the table states EPCIs. */
  get hasEpci(): boolean {
    return this.all.some(({epci}) => epci !== undefined);
  }

  /** Returns the communes of the given EPCIs. */
  inEpcis(codes: readonly string[]): CommuneCentre[] {
    return this.all.filter(commune => commune.epci !== undefined && codes.includes(commune.epci));
  }

  /**
   * Finds a commune by its code, or by its name if the code is absent or unknown. If several communes share the name,
   * the département of the code or the text decides: `Saint-Denis (93)`, `93200 Saint-Denis`.
   */
  find({insee, name}: Commune): CommuneMatch {
    const known = insee === undefined ? undefined : this.byCode(insee);
    if (known) return known;
    const parsed = parseName(pickText(name, 'fr').value);
    const departements = insee === undefined ? parsed.departements : [departementOf(insee)];
    const named = this.#byName.get(parsed.name) ?? [];
    const found = departements.length
      ? named.filter(({code}) => departements.includes(departementOf(code)))
      : named;
    if (found.length > 1) return 'ambiguous';
    return found[0] ?? 'unknown';
  }
}

/** Normalizes spellings of a name: `St-Amand-les-Eaux`, `SAINT AMAND LES EAUX`, `Quesnoy (Le)`. */
function normalizeName(name: string): string {
  const words = fold(name)
    .replace(/^(.*\S) ?\((l[ea]s?|l')\)$/, '$2 $1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/\bst(e?)\b/g, 'saint$1');
}

/** Splits a text into a name and the départements that it allows; empty if the text states none. */
function parseName(text: string): {name: string; departements: readonly (string | undefined)[]} {
  const inParentheses = /\((\d[\dAB]\d?)\)\s*$/i.exec(text);
  if (inParentheses)
    return {
      name: normalizeName(text.slice(0, inParentheses.index)),
      departements: [inParentheses[1]?.toUpperCase()],
    };
  const postal = /(?:^|\s)(\d{5})(?=\s|$)/.exec(text)?.[1];
  if (postal === undefined) return {name: normalizeName(text), departements: []};
  const rest = text.replace(postal, ' ').replace(/\bcedex\b.*$/i, '');
  const isCorsican = postal.startsWith('20');
  return {
    name: normalizeName(rest),
    departements: isCorsican ? ['2A', '2B'] : [departementOf(postal)],
  };
}
