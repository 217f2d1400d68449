import type {ConversionMessages} from '../../i18n/tool-messages.js';
import type {Diagnostic, Problem} from './diagnostic.js';

/** Returns the name of a required field in a sentence. */
const requiredFieldName = (field: string, messages: ConversionMessages): string =>
  field === 'period' ? messages.aDate : field === 'name' ? messages.aName : messages.anId;

/** Returns the message of a problem. */
export function formatProblem(problem: Problem, messages: ConversionMessages): string {
  switch (problem.what) {
    case 'unreadable':
      return messages.expected(messages[problem.expected], problem.got);
    case 'projected':
    case 'noRecord':
    case 'beyondHeadings':
    case 'formulaError':
    case 'fieldsFault':
    case 'noColumn':
      return messages[problem.what](problem.got);
    case 'recordWithout':
      return messages.recordWithout(requiredFieldName(problem.field, messages));
    case 'unusedColumn':
      return messages.unusedColumn(problem.filled, String(problem.filled));
    case 'secondColumn':
      return messages.secondColumn(problem.filled, String(problem.filled), problem.other);
    case 'shortRow':
      return messages.shortRow(problem.cells, String(problem.cells), String(problem.headings));
    case 'aboveHeadings':
      return messages.aboveHeadings(problem.lines, String(problem.lines), problem.got);
    case 'otherSheet':
      return messages.otherSheet(problem.rows, String(problem.rows));
    case 'takenId':
    case 'lostZero':
      return messages[problem.what](problem.got, problem.given);
    case 'severalLinks':
    case 'bareLink':
      return messages[problem.what](problem.given);
    case 'garbled':
    case 'oddCode':
      return messages[problem.what](problem.count, String(problem.count), problem.got);
    case 'markup':
    case 'shapes':
    case 'locked':
      return messages[problem.what](problem.count, String(problem.count));
    case 'pairOrder':
      return problem.order === 'lat-lon' ? messages.latitudeFirst : messages.longitudeFirst;
    case 'badFact':
      return messages.badFact(problem.option, problem.got);
    case 'unreadableFile':
      return messages.unreadableFile(problem.reason);
    case 'noSheet':
      return messages.noSheet(problem.got, problem.sheets);
    default:
      return messages[problem.what];
  }
}

/**
 * Formats a diagnostic as a line: `resources.csv:14:7 (latitude, G14): expected …`. Line and column are those of a text
 * editor, the cell is that of a spreadsheet.
 */
export function formatDiagnostic(
  file: string,
  {location, problem}: Diagnostic,
  messages: ConversionMessages,
): string {
  const {line, column, cell, entry, name} = location;
  const position = [file, line, column].filter(part => part !== undefined).join(':');
  const details = [name, cell, entry === undefined ? undefined : messages.entry(String(entry))];
  const detailText = details.filter(part => part !== undefined).join(', ');
  return `${position}${detailText && ` (${detailText})`}: ${formatProblem(problem, messages)}`;
}
