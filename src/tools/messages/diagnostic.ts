import type {ToolMessages} from './tool-messages.js';

export interface SourceLocation {
  readonly url?: string | undefined;
  /** Sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** Line of the text or row of the sheet, from 1. */
  readonly line?: number | undefined;
  /** Column of the table or character in the line of JSON, from 1. */
  readonly column?: number | undefined;
  /** Cell reference of a spreadsheet: `G14`. */
  readonly cell?: string | undefined;
  /** Position of the entry in its list, from 1. */
  readonly entry?: number | undefined;
  /** Name of the column, the property, the sheet or the attribute. */
  readonly name?: string | undefined;
}

/**
 * `fatal`: there is no result. `error`: to be fixed; a value is missing in the result. `warning`: the value is in the
 * result, but may be wrong. `info`: nothing to fix.
 */
export type Severity = 'fatal' | 'error' | 'warning' | 'info';

export type DiagnosticCode = keyof ToolMessages['diagnostics'];

/**
 * Returns a message without the control characters of the data in it: a terminal would follow them, and change its
 * title, its colours or the lines before.
 */
export const printable = (message: string): string => message.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');

/** Code of a diagnostic with the arguments of its message. */
export type DiagnosticMessage = {
  readonly [Code in DiagnosticCode]: readonly [
    code: Code,
    ...args: Parameters<ToolMessages['diagnostics'][Code]>,
  ];
}[DiagnosticCode];

/** Problem in a file, a response, a page or a snippet, independent of the language of its message. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly location: SourceLocation;
  /** Arguments of the message. */
  readonly args: readonly (string | number | undefined)[];
}

/** Handler of diagnostics, called in the order in which they are found. */
export type ReportDiagnostic = (
  severity: Severity,
  location: SourceLocation,
  ...message: DiagnosticMessage
) => void;

export const createDiagnostic = (
  severity: Severity,
  location: SourceLocation,
  ...[code, ...args]: DiagnosticMessage
): Diagnostic => ({code, severity, location, args});

/** Quotes a value for a message, cut to 60 characters. */
export function quotedValue(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** `JSON.stringify` returns undefined for undefined, despite its typings. */
const asJson = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

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
