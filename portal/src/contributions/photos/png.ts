import {createInflate} from 'node:zlib';
import {
  createOrientationExif,
  type Orientation,
  readOrientation,
  uprightSize,
} from './orientation.js';
import {checkSize, type CleanPhoto, PhotoError} from './photo.js';

/** Chunks for pixels and colours (PNG, third edition, 11). The others hold metadata or animation. */
const KEPT_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** Number of channels by colour type. */
const CHANNELS = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** Start column, start row and steps of the seven passes of interlacing. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bits per pixel. */
  readonly bitsPerPixel: number;
  readonly isInterlaced: boolean;
}

function readHeader(body: Buffer): Header {
  const channels = CHANNELS.get(body[9] ?? -1);
  if (!channels || body.length !== 13) throw new PhotoError('damaged');
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  checkSize(width, height);
  return {width, height, bitsPerPixel: channels * (body[8] ?? 0), isInterlaced: body[12] === 1};
}

/** Returns the size of the uncompressed pixels, in bytes. Each row has one extra byte for its filter. */
function uncompressedSize({width, height, bitsPerPixel, isInterlaced}: Header): number {
  const passSize = (columns: number, rows: number): number =>
    columns > 0 && rows > 0 ? rows * (1 + Math.ceil((columns * bitsPerPixel) / 8)) : 0;
  if (!isInterlaced) return passSize(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) =>
      sum + passSize(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

/**
 * Decompresses the pixels without keeping them, to check that their size matches the header (decompression bomb).
 */
async function checkUncompressedSize(data: readonly Buffer[], expected: number): Promise<void> {
  const inflate = createInflate();
  let length = 0;
  const done = new Promise<void>((resolve, reject) => {
    inflate.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > expected) inflate.destroy(new PhotoError('damaged'));
    });
    inflate.on('end', resolve);
    inflate.on('error', () => reject(new PhotoError('damaged')));
  });
  for (const chunk of data) inflate.write(chunk);
  inflate.end();
  await done;
  if (length !== expected) throw new PhotoError('damaged');
}

/** Serializes a chunk with its length and checksum. */
export function serializeChunk(name: string, body: Buffer): Buffer {
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(name, 4, 'latin1');
  body.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), body.length + 8);
  return chunk;
}

/**
 * Removes the metadata of a PNG file.
 *
 * @throws {PhotoError | RangeError}
 */
export async function stripPng(bytes: Buffer): Promise<CleanPhoto> {
  const kept: Buffer[] = [];
  const data: Buffer[] = [];
  let header: Header | undefined;
  let orientation: Orientation = 1;
  let offset = 8;
  for (let name = ''; name !== 'IEND';) {
    const length = bytes.readUInt32BE(offset);
    const end = offset + length + 12;
    if (end > bytes.length) throw new PhotoError('damaged');
    name = bytes.subarray(offset + 4, offset + 8).toString('latin1');
    const body = bytes.subarray(offset + 8, end - 4);
    if (crc32(bytes.subarray(offset + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw new PhotoError('damaged');
    // The header is the first chunk, and there is one.
    if ((name === 'IHDR') === (header !== undefined)) throw new PhotoError('damaged');
    header ??= readHeader(body);
    if (name === 'IDAT') data.push(body);
    if (name === 'eXIf') orientation = readOrientation(body);
    if (KEPT_CHUNKS.has(name)) kept.push(bytes.subarray(offset, end));
    offset = end;
  }
  if (!header) throw new PhotoError('damaged');
  await checkUncompressedSize(data, uncompressedSize(header));
  const exif = createOrientationExif(orientation);
  const [first = Buffer.alloc(0), ...others] = kept;
  return {
    bytes: Buffer.concat([
      bytes.subarray(0, 8),
      first,
      ...(exif ? [serializeChunk('eXIf', exif)] : []),
      ...others,
    ]),
    extension: 'png',
    ...uprightSize(header.width, header.height, orientation),
  };
}

const CRC_TABLE = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Returns the CRC-32 checksum (PNG, annex D). `node:zlib` has it from Node 22 on. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
