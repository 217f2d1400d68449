import type {SourceFormat} from '../../data/sources/shared/rows/foreign-record.js';
import type {Row} from '../../data/sources/shared/rows/foreign-rows.js';
import type {CoordinateOrder} from '../../data/sources/shared/readers/coordinate-readers.js';
import type {SourceLocation, DiagnosticMessage} from '../messages/diagnostic.js';
import type {RecognizedFormat} from '../../data/sources/shared/files/recognize-format.js';

/** Record of the input, before it is mapped to a record of a portal. */
export interface InputRecord extends Row {
  /** Start of the entry. */
  readonly location: SourceLocation;
  /** Returns the location of a field; absent if unknown. */
  readonly locationOf?: (name: string) => SourceLocation;
}

/** Content of a file or a response, parsed but not mapped. */
export interface ParsedInput extends Omit<SourceFormat, 'ownFields'> {
  readonly entries: readonly InputRecord[];
  /** Names of the fields, each with the location of its heading. */
  readonly names: readonly {readonly name: string; readonly location: SourceLocation}[];
  readonly coordinateOrder: CoordinateOrder;
  /** True if the format has many fields that no portal needs, so that unused ones are not reported. */
  readonly isVerbose?: boolean;
}

export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly diagnostic: DiagnosticMessage;

  constructor(...diagnostic: DiagnosticMessage) {
    super(diagnostic.join(' '));
    this.diagnostic = diagnostic;
  }
}

/** Returns the message about a file in another format than the stated one. */
export function otherFormatMessage({
  name,
  kind,
  workbook,
  target,
}: RecognizedFormat): DiagnosticMessage {
  const readable = workbook ?? kind;
  if (readable) return ['otherFormat', name, readable];
  if (name === 'HTML') return ['html'];
  return target ? ['unreadFormatOf', name, target] : ['unreadFormat', name];
}
