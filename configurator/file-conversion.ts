import {type PortalDocument, RECORD_KINDS, type RecordKind} from '../src/tools/convert/convert.js';
import {WIDGET_COLLECTIONS} from '../src/tools/snippets/settings.js';
import {convertFile, type ConversionState} from './convert-file.js';

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
