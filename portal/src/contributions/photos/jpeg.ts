import {
  createOrientationExif,
  type Orientation,
  readOrientation,
  uprightSize,
} from './orientation.js';
import {checkSize, type CleanPhoto, PhotoError} from './photo.js';

// ITU-T T.81, table B.1.
const JPG = 0xc8;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Length of the Adobe segment, which states how colours are encoded. */
const ADOBE_LENGTH = 12;
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, JPG, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Maximum number of scans. A small file with thousands of scans would make a browser decode the photograph as often. */
const MAX_SCANS = 100;

const startsWith = (body: Buffer, prefix: string): boolean =>
  body.subarray(0, prefix.length).toString('latin1') === prefix;

/**
 * Returns true for segments that a decoder needs, including colour profiles; other metadata may identify the author.
 */
function isKept(marker: number, body: Buffer): boolean {
  // From APP0 on: application data, segments reserved for extensions, and comments.
  if (marker < APP0) return marker !== JPG;
  return (
    (marker === APP2 && startsWith(body, 'ICC_PROFILE\0')) ||
    (marker === APP14 && startsWith(body, 'Adobe'))
  );
}

/** Serializes a segment with its marker and length. */
function serializeSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Returns the JFIF header without its thumbnail. */
function withoutThumbnail(jfif: Buffer): Buffer {
  const head = Buffer.from(jfif.subarray(0, 14));
  head.writeUInt16BE(0, 12);
  return head;
}

/**
 * Returns the end of the compressed data that start at `offset`: the next marker other than a stuffed byte or a
 * restart.
 */
function endOfScan(bytes: Buffer, offset: number): number {
  for (;;) {
    offset = bytes.indexOf(0xff, offset);
    const next = bytes[offset + 1];
    if (offset < 0 || next === undefined) throw new PhotoError('damaged');
    if (next !== 0 && next !== 0xff && !isRestart(next)) return offset;
    offset += next === 0xff ? 1 : 2;
  }
}

/**
 * Removes the metadata of a JPEG file.
 *
 * @throws {PhotoError | RangeError}
 */
export function stripJpeg(bytes: Buffer): CleanPhoto {
  const kept: Buffer[] = [];
  let jfif: Buffer | undefined;
  let orientation: Orientation = 1;
  let size: {width: number; height: number} | undefined;
  let scans = 0;
  let offset = 2;
  for (;;) {
    if (bytes[offset] !== 0xff) throw new PhotoError('damaged');
    while (bytes[offset] === 0xff) offset++;
    const marker = bytes[offset++];
    if (marker === EOI) break;
    if (marker === undefined || marker < 0xc0 || marker === SOI || isRestart(marker))
      throw new PhotoError('damaged');
    const end = offset + bytes.readUInt16BE(offset);
    const body = bytes.subarray(offset + 2, end);
    if (end < offset + 2 || end > bytes.length) throw new PhotoError('damaged');
    offset = end;
    if (marker === APP0 && startsWith(body, 'JFIF\0') && body.length >= 14)
      jfif ??= withoutThumbnail(body);
    if (marker === APP1 && startsWith(body, 'Exif\0\0'))
      orientation = readOrientation(body.subarray(6));
    if (isFrame(marker)) {
      if (size) throw new PhotoError('damaged');
      size = {width: body.readUInt16BE(3), height: body.readUInt16BE(1)};
      checkSize(size.width, size.height);
    }
    if (isKept(marker, body))
      kept.push(serializeSegment(marker, marker === APP14 ? body.subarray(0, ADOBE_LENGTH) : body));
    if (marker === SOS) {
      if (!size || ++scans > MAX_SCANS) throw new PhotoError('damaged');
      offset = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, offset));
    }
  }
  if (!size || scans === 0) throw new PhotoError('damaged');
  const exif = createOrientationExif(orientation);
  return {
    bytes: Buffer.concat([
      Buffer.of(0xff, SOI),
      ...(jfif ? [serializeSegment(APP0, jfif)] : []),
      ...(exif ? [serializeSegment(APP1, Buffer.concat([Buffer.from('Exif\0\0'), exif]))] : []),
      ...kept,
      Buffer.of(0xff, EOI),
    ]),
    extension: 'jpg',
    ...uprightSize(size.width, size.height, orientation),
  };
}
