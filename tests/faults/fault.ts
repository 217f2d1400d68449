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

/** Returns true if a text has what the fault replaces. */
export const hasFaultText = (text: string, {search}: Fault): boolean =>
  typeof search === 'string' ? text.includes(search) : text.search(search) >= 0;
