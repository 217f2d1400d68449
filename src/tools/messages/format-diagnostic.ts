import type {Diagnostic} from './diagnostic.js';
import type {ToolMessages} from './tool-messages.js';

/** Formats a diagnostic without its location. */
export function formatMessage(
  {code, args}: Pick<Diagnostic, 'code' | 'args'>,
  {diagnostics}: ToolMessages,
): string {
  const format = diagnostics[code] as (...values: Diagnostic['args']) => string;
  return format(...args);
}

/** Formats a diagnostic as a sentence, with a full stop and a capital letter, unless it starts with a name. */
export function formatSentence(diagnostic: Diagnostic, messages: ToolMessages): string {
  const message = formatMessage(diagnostic, messages);
  const {name} = diagnostic.location;
  const first = message.charAt(0);
  const isName = name !== undefined && message.startsWith(name);
  return `${isName ? first : first.toUpperCase()}${message.slice(1)}.`;
}

/**
 * Formats a diagnostic: `resources.csv:14:7 (latitude, G14): expected …`. Lines and columns are counted as in a text
 * editor, cells are named as in a spreadsheet.
 */
export function formatDiagnostic(
  file: string,
  diagnostic: Diagnostic,
  messages: ToolMessages,
): string {
  const {sheet, line, column, cell, entry, name} = diagnostic.location;
  const position = [file, line, column].filter(part => part !== undefined).join(':');
  const entryText = entry === undefined ? undefined : messages.conversion.entry(entry);
  const details = [sheet, name, cell, entryText].filter(part => part !== undefined).join(', ');
  return `${position}${details && ` (${details})`}: ${formatMessage(diagnostic, messages)}`;
}
