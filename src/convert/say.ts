import type {Conversion} from '../i18n/tools.js';
import type {Finding, Problem} from './finding.js';

/** Returns the name of a required field in a sentence. */
const needed = (field: string, words: Conversion): string =>
  field === 'period' ? words.aDate : field === 'name' ? words.aName : words.anId;

/** Returns the message of a problem. */
export function sayProblem(problem: Problem, words: Conversion): string {
  switch (problem.what) {
    case 'unreadable':
      return words.expected(words[problem.expected], problem.got);
    case 'projected':
    case 'noRecord':
    case 'beyondHeadings':
    case 'formulaError':
    case 'fieldsFault':
    case 'noColumn':
      return words[problem.what](problem.got);
    case 'recordWithout':
      return words.recordWithout(needed(problem.field, words));
    case 'unusedColumn':
      return words.unusedColumn(problem.filled, String(problem.filled));
    case 'secondColumn':
      return words.secondColumn(problem.filled, String(problem.filled), problem.other);
    case 'shortRow':
      return words.shortRow(problem.cells, String(problem.cells), String(problem.headings));
    case 'aboveHeadings':
      return words.aboveHeadings(problem.lines, String(problem.lines), problem.got);
    case 'otherSheet':
      return words.otherSheet(problem.rows, String(problem.rows));
    case 'takenId':
    case 'lostZero':
      return words[problem.what](problem.got, problem.given);
    case 'severalLinks':
    case 'bareLink':
      return words[problem.what](problem.given);
    case 'garbled':
    case 'oddCode':
      return words[problem.what](problem.count, String(problem.count), problem.got);
    case 'markup':
    case 'shapes':
    case 'locked':
      return words[problem.what](problem.count, String(problem.count));
    case 'pairOrder':
      return problem.order === 'lat-lon' ? words.latitudeFirst : words.longitudeFirst;
    case 'badFact':
      return words.badFact(problem.option, problem.got);
    case 'unreadableFile':
      return words.unreadableFile(problem.reason);
    case 'noSheet':
      return words.noSheet(problem.got, problem.sheets);
    default:
      return words[problem.what];
  }
}

/**
 * Formats a diagnostic as a line: `resources.csv:14:7 (latitude, G14): expected …`. Line and column are those of a text
 * editor, the cell is that of a spreadsheet.
 */
export function sayFinding(file: string, {place, problem}: Finding, words: Conversion): string {
  const {line, column, cell, entry, name} = place;
  const where = [file, line, column].filter(part => part !== undefined).join(':');
  const more = [name, cell, entry === undefined ? undefined : words.entry(String(entry))];
  const known = more.filter(part => part !== undefined).join(', ');
  return `${where}${known && ` (${known})`}: ${sayProblem(problem, words)}`;
}
