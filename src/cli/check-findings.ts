import type {Checking} from '../i18n/tools.js';

/** The names of what may be wrong; each has a sentence in every language. */
export type FaultName = keyof Checking['faults'];

/** One thing to put right. */
export interface Fault {
  readonly name: FaultName;
  /** What its sentence tells. */
  readonly words: readonly string[];
  /** The address at which it was seen. */
  readonly url: string;
}

/** What is well. */
export interface Merit {
  readonly name: keyof Checking['merits'];
  readonly words: readonly string[];
}

/** Collects what is found; the same thing is told once, at the first address. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly merits: Merit[] = [];
  readonly #told = new Set<string>();

  fault(url: string, name: FaultName, ...words: readonly (string | number)[]): void {
    const key = `${name} ${words.join(' ')}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.faults.push({name, words: words.map(String), url});
  }

  merit(name: Merit['name'], ...words: readonly (string | number)[]): void {
    this.merits.push({name, words: words.map(String)});
  }

  has(name: FaultName): boolean {
    return this.faults.some(fault => fault.name === name);
  }
}
