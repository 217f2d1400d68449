import {ConversionError} from '../parsed-input.js';

/** Largest unpacked size, in bytes: the longest text of V8 is twice as long. */
const MAX_BYTES = 256_000_000;
/** Size and ratio from which a part is no table: XML of tables shrinks to a tenth or a fiftieth. */
const SUSPECT_BYTES = 10_000_000;
const MAX_RATIO = 200;

/** Records of the ZIP format (APPNOTE 6.3, 4.3.12 and 4.3.16): their signatures and lengths. */
const ENTRY = {signature: 0x02014b50, length: 46};
const END = {signature: 0x06054b50, length: 22, maxComment: 0xffff};

/**
 * Checks the sizes that a ZIP archive states for its parts; its reader unpacks no more than they say.
 *
 * @throws {ConversionError} for an archive made to fill the memory.
 */
export function checkUnpackedSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = directoryStart(view); isAt(view, at, ENTRY);) {
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    total += unpacked;
    const isBomb = unpacked > SUSPECT_BYTES && unpacked > packed * MAX_RATIO;
    if (isBomb || total > MAX_BYTES)
      throw new ConversionError('hugeArchive', Math.ceil(total / 1e6));
    const variable = [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    at += ENTRY.length + variable;
  }
}

const isAt = (view: DataView, at: number, {signature, length}: typeof ENTRY): boolean =>
  at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;

/** Returns the position of the list of parts; -1 if there is none, which the reader reports. */
function directoryStart(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at--)
    if (isAt(view, at, END)) return view.getUint32(at + 16, true);
  return -1;
}
