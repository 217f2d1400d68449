import {deflateSync} from 'node:zlib';
import {serializeChunk} from '../../portal/src/contributions/photos/png.js';

/** Returns Exif data with a position in Raismes, a camera name and an orientation. */
export function exifData(orientation = 1): Buffer {
  const short = (value: number) => Buffer.of(value >> 8, value & 255, 0, 0);
  const long = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const camera = Buffer.from('SECRET-CAMERA\0', 'latin1');
  const degrees = Buffer.concat([50, 1, 23, 1, 20, 1].map(long));
  const entries = (list: readonly (readonly [number, number, number, Buffer])[]): Buffer =>
    Buffer.concat([
      Buffer.of(0, list.length),
      ...list.map(([tag, type, count, value]) =>
        Buffer.concat([Buffer.of(tag >> 8, tag & 255, 0, type), long(count), value.subarray(0, 4)]),
      ),
      long(0),
    ]);
  const main = 8;
  const mainLength = 2 + 3 * 12 + 4;
  const gps = main + mainLength;
  const gpsLength = 2 + 2 * 12 + 4;
  const strings = gps + gpsLength;
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    entries([
      [0x0110, 2, camera.length, long(strings)],
      [0x0112, 3, 1, short(orientation)],
      [0x8825, 4, 1, long(gps)],
    ]),
    entries([
      [0x0001, 2, 2, Buffer.from('N\0\0\0', 'latin1')],
      [0x0002, 5, 3, long(strings + camera.length)],
    ]),
    camera,
    degrees,
  ]);
}

/** Byte sequences that no published picture may contain. */
export const SECRETS = [
  'SECRET',
  'Exif\0\0MM\0*\0\0\0\x08\0\x03',
  'http://ns.adobe.com',
  '<script',
];

export const jpegSegment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);

interface JpegOptions {
  readonly width?: number;
  readonly height?: number;
  readonly orientation?: number;
  /** Segments after the first ones. */
  readonly segments?: readonly Buffer[];
  readonly scans?: number;
  /** Data after the end of the image. */
  readonly after?: Buffer;
}

/** Returns a grey JPEG picture of 8 by 8 pixels with all kinds of personal metadata. */
export function jpeg({
  width = 8,
  height = 8,
  orientation = 1,
  segments = [],
  scans = 1,
  after = Buffer.alloc(0),
}: JpegOptions = {}): Buffer {
  const table = (kind: number) => Buffer.from([kind, 1, ...Array<number>(15).fill(0), 0]);
  const scan = Buffer.concat([
    jpegSegment(0xda, Buffer.from('010100003f00', 'hex')),
    // One grey block: two one-bit codes, padded with ones.
    Buffer.of(0x3f),
  ]);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01SEC', 'latin1')),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifData(orientation)])),
    jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>SECRET-XMP</x>')),
    jpegSegment(0xed, Buffer.from('Photoshop 3.0\0SECRET-IPTC')),
    jpegSegment(0xe2, Buffer.from('MPF\0SECRET-SECOND-PICTURE')),
    jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours')),
    jpegSegment(0xfe, Buffer.from('SECRET-COMMENT <script>alert(1)</script>')),
    jpegSegment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01SECRET-AFTER-COLOURS', 'latin1')),
    ...segments,
    jpegSegment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    jpegSegment(
      0xc0,
      Buffer.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0),
    ),
    jpegSegment(0xc4, Buffer.concat([table(0), table(0x10)])),
    ...Array<Buffer>(scans).fill(scan),
    Buffer.of(0xff, 0xd9),
    after,
  ]);
}

interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  /** Pixels before compression. Default: grey. */
  readonly raw?: Buffer;
  readonly chunks?: readonly Buffer[];
}

/** Returns a grey PNG picture with metadata. */
export function png({width = 4, height = 4, raw, chunks = []}: PngOptions = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    serializeChunk('IHDR', header),
    serializeChunk('eXIf', exifData(6)),
    serializeChunk('tEXt', Buffer.from('Author\0SECRET-AUTHOR')),
    serializeChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0http://ns.adobe.com SECRET')),
    ...chunks,
    serializeChunk('IDAT', deflateSync(raw ?? Buffer.alloc(height * (width + 1), 0))),
    serializeChunk('IEND', Buffer.alloc(0)),
    Buffer.from('SECRET-AFTER-THE-END'),
  ]);
}

export function riff(chunks: readonly (readonly [name: string, body: Buffer])[]): Buffer {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...chunks.map(([name, content]) => {
      const head = Buffer.alloc(8);
      head.write(name, 'latin1');
      head.writeUInt32LE(content.length, 4);
      return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
    }),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** One pixel in lossless format. */
export const VP8L = Buffer.from('2f00000010071011118888fe0700', 'hex').subarray(0, 13);

/** Returns a WebP picture of one pixel with a position. */
export const webp = (orientation = 1): Buffer =>
  riff([
    ['VP8X', Buffer.from('2c000000000000000000', 'hex')],
    ['ICCP', Buffer.from('colours')],
    ['VP8L', VP8L],
    ['EXIF', exifData(orientation)],
    ['XMP ', Buffer.from('http://ns.adobe.com SECRET')],
    ['JUNK', Buffer.from('SECRET')],
  ]);
