import {
  createDiagnostic,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticMessage,
} from '../../messages/diagnostic.js';

/** Collects errors and passed checks. A repeated error is kept once, with its first URL. */
export class CheckReport {
  readonly errors: Diagnostic[] = [];
  /** Checks that have passed, as diagnostics of severity `info`. */
  readonly passed: Diagnostic[] = [];
  readonly #keys = new Set<string>();

  add(error: Diagnostic): void {
    const key = [error.code, ...error.args].join(' ');
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.errors.push(error);
  }

  addError(url: string, ...message: DiagnosticMessage): void {
    this.add(createDiagnostic('error', {url}, ...message));
  }

  addPassed(...message: DiagnosticMessage): void {
    this.passed.push(createDiagnostic('info', {}, ...message));
  }

  has(code: DiagnosticCode): boolean {
    return this.errors.some(error => error.code === code);
  }
}
