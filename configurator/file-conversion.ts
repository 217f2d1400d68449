import {
  type ConversionResult,
  convert,
  detectFormat,
  type PortalDocument,
  RECORD_KINDS,
  type RecordKind,
  sheetNames,
} from '../src/tools/convert/convert.js';
import {WIDGET_COLLECTIONS} from '../src/tools/snippets/settings.js';
import {COLLECTIONS} from '../src/model/records.js';

/** State of the conversion of a file. */
export type ConversionState =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'; readonly name: string}
  | {readonly status: 'unsupported' | 'unreadable'; readonly name: string}
  | {
      readonly status: 'converted';
      readonly name: string;
      readonly result: ConversionResult;
      /** Names of the sheets of a workbook that are not empty. */
      readonly sheets: readonly string[];
      /** Object URL of the portal document, for the download; undefined if nothing could be converted. */
      readonly objectUrl: string | undefined;
    };

/** Returns the result for a file that is a portal document already; undefined for any other. */
function readDocument(bytes: Uint8Array): ConversionResult | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof json !== 'object' || json === null || !('version' in json)) return undefined;
    const document = json as PortalDocument;
    const records = COLLECTIONS.map(name => document[name]).filter(Array.isArray);
    return records.length > 0
      ? {document, diagnostics: [], recordCount: records.flat().length}
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Converts a file to a portal document, without uploading it. A portal document stays as it is.
 *
 * @param sheet Name of a sheet of a workbook. Default: the first that is not empty.
 */
export async function convertFile(
  file: File,
  kind: RecordKind,
  sheet: string | undefined,
): Promise<ConversionState> {
  const {name} = file;
  const content = await file.arrayBuffer().catch(() => undefined);
  // A folder, or a file that was moved or is too large for the memory.
  if (!content) return {status: 'unreadable', name};
  const bytes = new Uint8Array(content);
  // An empty file has no format: the message is that it has no records.
  const format = bytes.length > 0 ? detectFormat(name, bytes) : 'csv';
  if (!format) return {status: 'unsupported', name};
  const facts = {title: name.replace(/\.\w+$/, '')};
  const sheets = await sheetNames(bytes, format);
  const options = {format, kind, metadata: facts};
  const result =
    (format === 'json' ? readDocument(bytes) : undefined) ??
    (await convert(bytes, sheet === undefined ? options : {...options, sheet}));
  const json = result.document && `${JSON.stringify(result.document, null, 2)}\n`;
  const objectUrl = json && URL.createObjectURL(new Blob([json], {type: 'application/json'}));
  return {status: 'converted', name, result, sheets, objectUrl};
}

/** Returns the kind of record that a file is converted to for a widget. */
export const recordKindFor = (widget: string): RecordKind =>
  RECORD_KINDS.find(kind => kind === WIDGET_COLLECTIONS[widget]) ?? 'resources';

/** File of this computer, converted to a portal document without being uploaded. */
export class FileConversion {
  state: ConversionState = {status: 'idle'};
  /** Selected sheet of a workbook; undefined for the first. */
  sheet: string | undefined;
  kind: RecordKind;
  file: File | undefined;

  constructor(widget: string) {
    this.kind = recordKindFor(widget);
  }

  /** Document of the converted file. */
  get document(): PortalDocument | undefined {
    return this.state.status === 'converted' ? this.state.result.document : undefined;
  }

  /** Converts a file. Resolves with false if another file, kind or sheet has been selected in the meantime. */
  async load(file: File, sheet: string | undefined, onStart: () => void): Promise<boolean> {
    this.file = file;
    this.sheet = sheet;
    if (this.state.status === 'converted' && this.state.objectUrl)
      URL.revokeObjectURL(this.state.objectUrl);
    this.state = {status: 'loading', name: file.name};
    onStart();
    const {kind} = this;
    const state = await convertFile(file, kind, sheet);
    if (this.file !== file || this.kind !== kind || this.sheet !== sheet) return false;
    this.state = state;
    return true;
  }
}
