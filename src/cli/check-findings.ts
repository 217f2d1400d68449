import type {Checking} from '../i18n/tools.js';

/** Names of diagnostics; each has a message in every language. */
export type FaultName = keyof Checking['faults'];

/** Problem to fix. */
export interface Fault {
  readonly name: FaultName;
  /** Arguments of the message. */
  readonly words: readonly string[];
  /** First URL at which the problem was found. */
  readonly url: string;
}

/** Check that passed. */
export interface Merit {
  readonly name: keyof Checking['merits'];
  readonly words: readonly string[];
}

/** Collects diagnostics and passed checks. A repeated diagnostic is kept once, with its first URL. */
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
