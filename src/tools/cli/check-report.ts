import type {CheckMessages} from '../../i18n/tool-messages.js';

/** Names of diagnostics; each has a message in every language. */
export type DiagnosticName = keyof CheckMessages['faults'];

/** Problem to fix. */
export interface CheckDiagnostic {
  readonly name: DiagnosticName;
  /** Arguments of the message. */
  readonly args: readonly string[];
  /** First URL at which the problem was found. */
  readonly url: string;
}

/** Check that passed. */
export interface PassedCheck {
  readonly name: keyof CheckMessages['merits'];
  readonly args: readonly string[];
}

/** Collects diagnostics and passed checks. A repeated diagnostic is kept once, with its first URL. */
export class CheckReport {
  readonly diagnostics: CheckDiagnostic[] = [];
  readonly passed: PassedCheck[] = [];
  readonly #keys = new Set<string>();

  addDiagnostic(url: string, name: DiagnosticName, ...args: readonly (string | number)[]): void {
    const key = `${name} ${args.join(' ')}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.diagnostics.push({name, args: args.map(String), url});
  }

  addPassed(name: PassedCheck['name'], ...args: readonly (string | number)[]): void {
    this.passed.push({name, args: args.map(String)});
  }

  has(name: DiagnosticName): boolean {
    return this.diagnostics.some(fault => fault.name === name);
  }
}
