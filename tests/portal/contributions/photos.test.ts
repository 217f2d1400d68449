import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripMetadata} from '../../../portal/src/contributions/photos/strip-metadata.js';
import {readOrientation} from '../../../portal/src/contributions/photos/orientation.js';
import {serializeChunk} from '../../../portal/src/contributions/photos/png.js';
import type {PhotoErrorReason} from '../../../portal/src/contributions/photos/photo.js';
import {
  exifData,
  jpeg,
  jpegSegment,
  png,
  riff,
  SECRETS,
  VP8L,
  webp,
} from '../../support/pictures.js';

const hasNoMetadata = (bytes: Buffer): void => {
  const text = bytes.toString('latin1');
  for (const secret of SECRETS) assert.ok(!text.includes(secret), `it still holds ${secret}`);
};

/** Returns the Exif data of a JPEG file. */
const exifOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf('Exif\0\0') + 6);

const assertRejected = (bytes: Buffer, reason: PhotoErrorReason) =>
  assert.rejects(stripMetadata(bytes), (error: {reason?: string}) => error.reason === reason);

describe('a JPEG picture', () => {
  it('loses all metadata about its author, and keeps its colours', async () => {
    const {
      bytes,
      extension: ending,
      width,
      height,
    } = await stripMetadata(jpeg({after: Buffer.from('SECRET')}));
    hasNoMetadata(bytes);
    assert.ok(bytes.includes('ICC_PROFILE'));
    assert.deepEqual([ending, width, height], ['jpg', 8, 8]);
  });

  it('loses the segments reserved for extensions, which no decoder needs', async () => {
    const segments = [0xc8, 0xf0, 0xfd].map(marker => jpegSegment(marker, Buffer.from('SECRET')));
    hasNoMetadata((await stripMetadata(jpeg({segments}))).bytes);
  });

  it('keeps its image data: tables, frame and scan are identical byte for byte', async () => {
    const source = jpeg();
    const {bytes} = await stripMetadata(source);
    const pixels = source.subarray(source.indexOf(Buffer.from('ffdb', 'hex')));
    assert.ok(bytes.includes(pixels));
  });

  it('keeps the orientation, and nothing else of the Exif data', async () => {
    const {bytes, width, height} = await stripMetadata(
      jpeg({orientation: 6, width: 8, height: 16}),
    );
    hasNoMetadata(bytes);
    assert.equal(readOrientation(exifOf(bytes)), 6);
    assert.equal(exifOf(bytes).readUInt16BE(8), 1, 'one entry only');
    assert.deepEqual([width, height], [16, 8], 'as it is seen');
    const again = await stripMetadata(bytes);
    assert.deepEqual(again.bytes, bytes);
  });

  it('may have several scans, with tables between them, but not a thousand', async () => {
    assert.equal((await stripMetadata(jpeg({scans: 12}))).width, 8);
    await assertRejected(jpeg({scans: 1000}), 'damaged');
  });

  it('is rejected with 60 million pixels', () =>
    assertRejected(jpeg({width: 10_000, height: 6_000}), 'pixels'));

  it('is rejected if truncated anywhere', async () => {
    const whole = jpeg();
    for (let length = 3; length < whole.length; length++)
      await assertRejected(whole.subarray(0, length), 'damaged');
  });

  it('is rejected with two frames', () =>
    assertRejected(Buffer.concat([jpeg().subarray(0, -2), jpeg().subarray(2)]), 'damaged'));
});

describe('a PNG picture', () => {
  it('loses its text chunks and data after its end', async () => {
    const {
      bytes,
      extension: ending,
      width,
      height,
    } = await stripMetadata(png({width: 5, height: 4}));
    hasNoMetadata(bytes);
    assert.deepEqual([ending, width, height], ['png', 4, 5], 'turned, as its Exif data say');
  });

  it('is rejected if it unpacks to more than it declares: a bomb', () =>
    assertRejected(png({raw: Buffer.alloc(50_000_000)}), 'damaged'));

  it('is rejected if it declares 2.5 billion pixels', () =>
    assertRejected(png({width: 50_000, height: 50_000, raw: Buffer.alloc(10)}), 'pixels'));

  it('is rejected with two headers: a decoder might use the second', () => {
    const other = Buffer.alloc(13, 8);
    return assertRejected(png({chunks: [serializeChunk('IHDR', other)]}), 'damaged');
  });

  it('is rejected if it has fewer pixels than it declares', () =>
    assertRejected(png({width: 7000, height: 7000, raw: Buffer.alloc(10)}), 'damaged'));

  it('is rejected with a wrong checksum, and if truncated', async () => {
    const whole = png();
    const end = whole.indexOf('SECRET-AFTER');
    const changed = Buffer.from(whole);
    changed[end - 20] = (changed[end - 20] ?? 0) ^ 1;
    await assertRejected(changed, 'damaged');
    for (let length = 8; length < end; length++)
      await assertRejected(whole.subarray(0, length), 'damaged');
  });

  it('loses a compressed colour profile, which could be a bomb too', async () => {
    const profile = serializeChunk('iCCP', Buffer.from('SECRET\0\0'));
    hasNoMetadata((await stripMetadata(png({chunks: [profile]}))).bytes);
  });
});

describe('a WebP picture', () => {
  it('loses all metadata about its author', async () => {
    const {bytes, extension: ending, width, height} = await stripMetadata(webp());
    hasNoMetadata(bytes);
    assert.ok(!bytes.includes('EXIF'));
    assert.ok(bytes.includes('colours'));
    assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
    assert.deepEqual([ending, width, height], ['webp', 1, 1]);
  });

  it('keeps the orientation', async () => {
    const {bytes} = await stripMetadata(webp(3));
    assert.equal(readOrientation(bytes.subarray(bytes.indexOf('EXIF') + 8)), 3);
    hasNoMetadata(bytes);
  });

  it('is rejected if it is animated', () =>
    assertRejected(
      riff([
        ['VP8X', Buffer.alloc(10)],
        ['ANIM', Buffer.alloc(6)],
        ['VP8L', VP8L],
      ]),
      'moving',
    ));

  it('is rejected with too many pixels, and if truncated', async () => {
    const large = Buffer.from(VP8L);
    large.writeUInt32LE(0x0fffffff, 1);
    await assertRejected(riff([['VP8L', large]]), 'pixels');
    const whole = webp();
    for (let length = 12; length < whole.length; length++)
      await assertRejected(whole.subarray(0, length), 'damaged');
  });
});

describe('any other file', () => {
  const files = {
    'an SVG file with a script':
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'an HTML page named .jpg': '<!doctype html><script>alert(1)</script>',
    'a GIF file': 'GIF89a\x01\0\x01\0',
    'a PDF file': '%PDF-1.7',
    'a HEIC file': '\0\0\0\x18ftypheic',
    nothing: '',
  };
  for (const [name, text] of Object.entries(files))
    it(`is not accepted as a picture: ${name}`, () =>
      assertRejected(Buffer.from(text, 'latin1'), 'kind'));

  it('has no valid orientation', () => {
    for (const tiff of ['', 'II', 'MM\0*\xff\xff\xff\xff', 'XX*\0'])
      assert.equal(readOrientation(Buffer.from(tiff, 'latin1')), 1);
    assert.equal(readOrientation(exifData(9)), 1);
  });
});
