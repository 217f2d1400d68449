import {fold} from './fold.js';
import type {Geo} from './geo.js';
import type {Commune} from './records.js';
import {pickText} from './text.js';
import {departementOf, wholeCommune} from './territory.js';

/** A commune of a table of places. */
export interface CommunePlace extends Geo {
  /** INSEE code, five characters. */
  readonly code: string;
  readonly name: string;
  /** SIREN of its EPCI, where the table has it. */
  readonly epci?: string | undefined;
}

/** Where a commune is, or why nobody can say. */
export type Whereabouts = CommunePlace | 'unknown' | 'ambiguous';

/**
 * Communes by code and by name. The names are folded by `prepare`, called for 0 to `length - 1`, in slices: 35,000
 * of them would be felt.
 */
export class Communes {
  readonly length: number;
  readonly #all: readonly CommunePlace[];
  readonly #byCode = new Map<string, CommunePlace>();
  readonly #byName = new Map<string, CommunePlace[]>();
  #prepared = 0;

  constructor(all: readonly CommunePlace[]) {
    this.#all = all;
    this.length = all.length;
    for (const commune of all) this.#byCode.set(commune.code, commune);
  }

  prepare(index: number): void {
    // Several may be at it, each from the first on.
    if (index !== this.#prepared) return;
    this.#prepared++;
    const commune = this.#all[index] as CommunePlace;
    const name = plain(commune.name);
    const known = this.#byName.get(name);
    if (known) known.push(commune);
    else this.#byName.set(name, [commune]);
  }

  byCode(insee: string): CommunePlace | undefined {
    return this.#byCode.get(insee) ?? this.#byCode.get(wholeCommune(insee));
  }

  /** Whether the table tells of EPCI. */
  get hasEpci(): boolean {
    return this.#all.some(({epci}) => epci !== undefined);
  }

  /** The communes of some EPCI. */
  within(epci: readonly string[]): CommunePlace[] {
    return this.#all.filter(commune => commune.epci !== undefined && epci.includes(commune.epci));
  }

  /**
   * A commune by its code; by its name where the table has no such code, or none is given. Of several with one name
   * the département decides, which the code tells or the words do: `Saint-Denis (93)`, `93200 Saint-Denis`.
   */
  find({insee, name}: Commune): Whereabouts {
    const known = insee === undefined ? undefined : this.byCode(insee);
    if (known) return known;
    const words = readName(pickText(name, 'fr').value);
    const departements = insee === undefined ? words.departements : [departementOf(insee)];
    const named = this.#byName.get(words.name) ?? [];
    const found = departements.length
      ? named.filter(({code}) => departements.includes(departementOf(code)))
      : named;
    if (found.length > 1) return 'ambiguous';
    return found[0] ?? 'unknown';
  }
}

/** A name as all write it: `St-Amand-les-Eaux`, `SAINT AMAND LES EAUX`, `Quesnoy (Le)`. */
function plain(name: string): string {
  const words = fold(name)
    .replace(/^(.*\S) ?\((l[ea]s?|l')\)$/, '$2 $1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/\bst(e?)\b/g, 'saint$1');
}

/** A name, and the départements that its words allow; none where they say nothing. */
function readName(words: string): {name: string; departements: readonly (string | undefined)[]} {
  const inBrackets = /\((\d[\dAB]\d?)\)\s*$/i.exec(words);
  if (inBrackets)
    return {
      name: plain(words.slice(0, inBrackets.index)),
      departements: [inBrackets[1]?.toUpperCase()],
    };
  const postal = /(?:^|\s)(\d{5})(?=\s|$)/.exec(words)?.[1];
  if (postal === undefined) return {name: plain(words), departements: []};
  const rest = words.replace(postal, ' ').replace(/\bcedex\b.*$/i, '');
  const isCorsican = postal.startsWith('20');
  return {name: plain(rest), departements: isCorsican ? ['2A', '2B'] : [departementOf(postal)]};
}
