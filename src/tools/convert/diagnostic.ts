/** Location in the input. */
export interface SourceLocation {
  /** Line of the text or row of the sheet, from 1. */
  readonly line?: number | undefined;
  /** Column of the table or character in the line of JSON, from 1. */
  readonly column?: number | undefined;
  /** Cell reference of a spreadsheet: `G14`. */
  readonly cell?: string | undefined;
  /** Position of the entry in its list, from 1. */
  readonly entry?: number | undefined;
  /** Name of the column, the property or the sheet. */
  readonly name?: string | undefined;
}

/** Expected type of a value. */
export type Expected =
  | 'latitude'
  | 'longitude'
  | 'place'
  | 'date'
  | 'link'
  | 'picture'
  | 'colour'
  | 'number'
  | 'amount'
  | 'percent'
  | 'whole'
  | 'code'
  | 'text'
  | 'list';

/** Problem in the input, independent of the language of its message. */
export type Problem =
  /** Value that does not fit its field. */
  | {readonly what: 'unreadable'; readonly expected: Expected; readonly got: string}
  /** Projected coordinates in metres instead of degrees. */
  | {readonly what: 'projected'; readonly got: string}
  /** Latitude without longitude, or the reverse. */
  | {readonly what: 'halfPlace'}
  /** Coordinates 0, 0: an empty form. */
  | {readonly what: 'nowhere'}
  /** Record without a required field. */
  | {readonly what: 'recordWithout'; readonly field: string}
  /** Entry that is not a record. */
  | {readonly what: 'noRecord'; readonly got: string}
  /** Column that no field uses. */
  | {readonly what: 'unusedColumn'; readonly filled: number}
  /** Column whose field is already filled by another column. */
  | {readonly what: 'secondColumn'; readonly filled: number; readonly other: string}
  /** Cell to the right of the last heading. */
  | {readonly what: 'beyondHeadings'; readonly got: string}
  /** Row with fewer cells than headings. */
  | {readonly what: 'shortRow'; readonly cells: number; readonly headings: number}
  /** Quote that is never closed, so that the rest of the file is in one cell. */
  | {readonly what: 'openQuote'}
  /** Quote inside a cell that is not doubled. */
  | {readonly what: 'strayQuote'}
  /** Formula error: `#REF!` */
  | {readonly what: 'formulaError'; readonly got: string}
  /** Lines above the headings. */
  | {readonly what: 'aboveHeadings'; readonly lines: number; readonly got: string}
  /** Sheet that was not read. */
  | {readonly what: 'otherSheet'; readonly rows: number}
  /** Identifier that an earlier record has. */
  | {readonly what: 'takenId'; readonly got: string; readonly given: string}
  | {readonly what: 'noTitle'}
  /** No record has a title: the heading of its column is unknown. */
  | {readonly what: 'noTitles'}
  /** Code that is not a municipality code, such as that of a département. */
  | {readonly what: 'oddCode'; readonly got: string; readonly count: number}
  /** Code that a spreadsheet has read as a number, without its leading zero. */
  | {readonly what: 'lostZero'; readonly got: string; readonly given: string}
  /** Several URLs in a field that takes one. */
  | {readonly what: 'severalLinks'; readonly given: string}
  /** URL without `https://`. */
  | {readonly what: 'bareLink'; readonly given: string}
  /** Text decoded with the wrong encoding: `Ã©` for `é`. */
  | {readonly what: 'garbled'; readonly got: string; readonly count: number}
  /** HTML in a field that takes plain text. */
  | {readonly what: 'markup'; readonly count: number}
  /** Latitude and longitude are exchanged: with the other order, all records would be in the expected region. */
  | {readonly what: 'swapped'}
  /** Pairs of coordinates that are read in an order because the other one places them all elsewhere. */
  | {readonly what: 'pairOrder'; readonly order: 'lat-lon' | 'lon-lat'}
  /** Lines and areas, of which a portal keeps the middle. */
  | {readonly what: 'shapes'; readonly count: number}
  /** Part of `fields` that cannot be parsed. */
  | {readonly what: 'fieldsFault'; readonly got: string}
  /** Column in `fields` that does not exist. */
  | {readonly what: 'noColumn'; readonly got: string}
  /** Invalid metadata option. */
  | {readonly what: 'badFact'; readonly option: string; readonly got: string}
  /** Posts protected by a password. */
  | {readonly what: 'locked'; readonly count: number}
  /** File that is not in its format, with the message of the parser. */
  | {readonly what: 'unreadableFile'; readonly reason: string}
  /** Sheet that does not exist. */
  | {readonly what: 'noSheet'; readonly got: string; readonly sheets: string}
  | {readonly what: 'empty'};

/** Problem in the input, with its location and severity. */
export interface Diagnostic {
  /**
   * `failed`: there is no result. `dropped`: a value is missing in the result. `doubt`: the value is in the result, but
   * may be wrong.
   */
  readonly severity: 'failed' | 'dropped' | 'doubt';
  readonly location: SourceLocation;
  readonly problem: Problem;
}

/** Error that ends the conversion. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Handler of diagnostics, called in the order in which they are found. */
export type ReportDiagnostic = (
  severity: Diagnostic['severity'],
  location: SourceLocation,
  problem: Problem,
) => void;

/** Returns the letters of a column, from 1: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Quotes a value for a message, cut to 60 characters. */
export function quotedValue(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** `JSON.stringify` returns undefined for undefined, despite its typings. */
const asJson = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
