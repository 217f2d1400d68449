import {
  createOrientationExif,
  type Orientation,
  readOrientation,
  uprightSize,
} from './orientation.js';
import {checkSize, type CleanPhoto, PhotoError} from './photo.js';

// RFC 9649, 2.7.
const HAS_ICC = 0x20;
const HAS_ALPHA = 0x10;
const HAS_EXIF = 0x08;
const KEPT_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ICCP']);

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
}

function readChunks(bytes: Buffer): Chunk[] {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new PhotoError('damaged');
  const chunks: Chunk[] = [];
  let offset = 12;
  while (offset + 8 <= end) {
    const length = bytes.readUInt32LE(offset + 4);
    if (offset + 8 + length > end) throw new PhotoError('damaged');
    const name = bytes.subarray(offset, offset + 4).toString('latin1');
    chunks.push({name, body: bytes.subarray(offset + 8, offset + 8 + length)});
    // Chunks of odd length are padded with one byte.
    offset += 8 + length + (length % 2);
  }
  return chunks;
}

/** Reads the size from the image data (RFC 6386, 9.1; RFC 9649, 3.4). */
function readSize({name, body}: Chunk): {width: number; height: number} {
  if (name === 'VP8 ') {
    if (body.readUIntBE(3, 3) !== 0x9d012a) throw new PhotoError('damaged');
    return {width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff};
  }
  if (body[0] !== 0x2f) throw new PhotoError('damaged');
  const bits = body.readUInt32LE(1);
  return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1};
}

function serializeChunk({name, body}: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** Returns the `VP8X` chunk of an extended file. */
function createVp8x(flags: number, width: number, height: number): Chunk {
  const body = Buffer.alloc(10);
  body[0] = flags;
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return {name: 'VP8X', body};
}

/**
 * Removes the metadata of a WebP file.
 *
 * @throws {PhotoError | RangeError}
 */
export function stripWebp(bytes: Buffer): CleanPhoto {
  const chunks = readChunks(bytes);
  if (chunks.some(({name}) => name === 'ANIM' || name === 'ANMF')) throw new PhotoError('moving');
  const [image, second] = chunks.filter(({name}) => name === 'VP8 ' || name === 'VP8L');
  if (!image || second) throw new PhotoError('damaged');
  const {width, height} = readSize(image);
  checkSize(width, height);
  const exifChunk = chunks.find(({name}) => name === 'EXIF')?.body;
  // Some programs keep the `Exif` prefix of the JPEG format.
  const tiff =
    exifChunk?.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? exifChunk.subarray(6) : exifChunk;
  const orientation: Orientation = tiff ? readOrientation(tiff) : 1;
  const exif = createOrientationExif(orientation);
  const kept = chunks.filter(({name}) => KEPT_CHUNKS.has(name));
  const has = (name: string): boolean => kept.some(one => one.name === name);
  // Lossless images have a flag for transparency in their header.
  const hasTransparency =
    has('ALPH') || (image.name === 'VP8L' && ((image.body[4] ?? 0) & 0x10) !== 0);
  const flags =
    (has('ICCP') ? HAS_ICC : 0) | (hasTransparency ? HAS_ALPHA : 0) | (exif ? HAS_EXIF : 0);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...(flags ? [serializeChunk(createVp8x(flags, width, height))] : []),
    ...['ICCP', 'ALPH']
      .flatMap(name => kept.filter(one => one.name === name).slice(0, 1))
      .map(serializeChunk),
    serializeChunk(image),
    ...(exif ? [serializeChunk({name: 'EXIF', body: exif})] : []),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return {
    bytes: Buffer.concat([head, body]),
    extension: 'webp',
    ...uprightSize(width, height, orientation),
  };
}
