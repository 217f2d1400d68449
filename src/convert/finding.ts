/** Where in what was given something is. */
export interface Place {
  /** The line of the text, or the row of the sheet, from 1. */
  readonly line?: number | undefined;
  /** Of a table the column, of JSON the character in its line; from 1. */
  readonly column?: number | undefined;
  /** The cell as a spreadsheet names it: `G14`. */
  readonly cell?: string | undefined;
  /** Which entry of a list, from 1. */
  readonly entry?: number | undefined;
  /** What the column, the property or the sheet is called. */
  readonly name?: string | undefined;
}

/** What a value was expected to be. */
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

/** What is wrong, in words that do not depend on a language. */
export type Problem =
  /** A value that its field can't hold. */
  | {readonly what: 'unreadable'; readonly expected: Expected; readonly got: string}
  /** Metres of a projection where degrees are wanted. */
  | {readonly what: 'projected'; readonly got: string}
  /** One half of a place without the other. */
  | {readonly what: 'halfPlace'}
  /** 0, 0: a form that was left empty. */
  | {readonly what: 'nowhere'}
  /** A record without what it must have. */
  | {readonly what: 'recordWithout'; readonly field: string}
  /** An entry that is no record at all. */
  | {readonly what: 'noRecord'; readonly got: string}
  /** A column that no field of ours is made of. */
  | {readonly what: 'unusedColumn'; readonly filled: number}
  /** A column whose field another column fills already. */
  | {readonly what: 'secondColumn'; readonly filled: number; readonly other: string}
  /** A cell to the right of the last heading. */
  | {readonly what: 'beyondHeadings'; readonly got: string}
  /** A row with fewer cells than there are headings. */
  | {readonly what: 'shortRow'; readonly cells: number; readonly headings: number}
  /** A quote that is opened and never closed, so that the rest of the file is in one cell. */
  | {readonly what: 'openQuote'}
  /** A quote inside a cell that is not doubled. */
  | {readonly what: 'strayQuote'}
  /** A formula that failed: `#REF!` */
  | {readonly what: 'formulaError'; readonly got: string}
  /** Lines above the headings. */
  | {readonly what: 'aboveHeadings'; readonly lines: number; readonly got: string}
  /** A sheet that was not read. */
  | {readonly what: 'otherSheet'; readonly rows: number}
  /** An identifier that an earlier record has. */
  | {readonly what: 'takenId'; readonly got: string; readonly given: string}
  | {readonly what: 'noTitle'}
  /** No record has a title: its column is called otherwise. */
  | {readonly what: 'noTitles'}
  /** A code that is none of a commune: of a département, or a part of one. */
  | {readonly what: 'oddCode'; readonly got: string; readonly count: number}
  /** A code that a spreadsheet took for a number. */
  | {readonly what: 'lostZero'; readonly got: string; readonly given: string}
  /** Several addresses where one is wanted. */
  | {readonly what: 'severalLinks'; readonly given: string}
  /** An address without `https://`. */
  | {readonly what: 'bareLink'; readonly given: string}
  /** Letters that an earlier program broke: `Ã©` for `é`. */
  | {readonly what: 'garbled'; readonly got: string; readonly count: number}
  /** HTML where plain text is wanted. */
  | {readonly what: 'markup'; readonly count: number}
  /** Every place would be here if latitude and longitude changed over. */
  | {readonly what: 'swapped'}
  /** Lines and areas, of which a portal keeps the middle. */
  | {readonly what: 'shapes'; readonly count: number}
  /** A part of the `fields` that can't be read. */
  | {readonly what: 'fieldsFault'; readonly got: string}
  /** A column that `fields` names and that is not there. */
  | {readonly what: 'noColumn'; readonly got: string}
  /** An option that is no fact of a portal. */
  | {readonly what: 'badFact'; readonly option: string; readonly got: string}
  /** Posts that ask for a password. */
  | {readonly what: 'locked'; readonly count: number}
  /** What was given is not of its format, in the words of what reads it. */
  | {readonly what: 'unreadableFile'; readonly reason: string}
  /** A sheet that is not there. */
  | {readonly what: 'noSheet'; readonly got: string; readonly sheets: string}
  | {readonly what: 'empty'};

/** Something to tell whoever converts. */
export interface Finding {
  /**
   * `failed`: there is no result. `dropped`: something is not in the result. `doubt`: it is, and may not be what was
   * meant.
   */
  readonly level: 'failed' | 'dropped' | 'doubt';
  readonly place: Place;
  readonly problem: Problem;
}

/** Why there is no result. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Takes findings, in the order in which they are found. */
export type Find = (level: Finding['level'], place: Place, problem: Problem) => void;

/** The letters of a column, from 1: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A value for a message, as it stands in its cell, cut where it is long. */
export function quotedValue(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** Undefined has no text, whatever the types of JSON say. */
const asJson = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
