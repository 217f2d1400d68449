/** A fault made on purpose, and the test that must find it. */
export interface Fault {
  /** The promise of docs/quality.md that it breaks; a test that names it must fail. */
  readonly id: string;
  /** What a person would notice. */
  readonly what: string;
  /** A file of the sources or of dist/, and what to write in place of what in it. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** The test file. */
  readonly test: string;
  /** Where many of its tests bear the id: a pattern of the name of the one that is run. */
  readonly only?: string;
}
