/** Deliberate fault, and the test that must find it. */
export interface Fault {
  /** Promise of docs/quality.md that the fault breaks; a test with this id must fail. */
  readonly id: string;
  /** Effect that a person would notice. */
  readonly effect: string;
  /** File of the sources or of dist/, with the text to replace and its replacement. */
  readonly file: string;
  readonly search: string | RegExp;
  readonly replacement: string;
  /** Test file. */
  readonly test: string;
  /** Pattern of the name of the test to run, if many tests of the file bear the id. */
  readonly titlePattern?: string;
}
