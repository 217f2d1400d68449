import {cleanJpeg} from './jpeg.js';
import {type Picture, PictureError} from './picture.js';
import {cleanPng} from './png.js';
import {cleanWebp} from './webp.js';

/**
 * The picture without what its maker did not mean to tell: position, camera, names, thumbnails, anything after its
 * end. It is told by its content, whatever its name says, and is never decoded: pieces of the file are left out, and
 * of the Exif data only which way is up is kept.
 * @throws {PictureError}
 */
export async function cleanPicture(bytes: Buffer): Promise<Picture> {
  try {
    if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return cleanJpeg(bytes);
    if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n')
      return await cleanPng(bytes);
    if (/^RIFF[^]{4}WEBP$/.test(bytes.subarray(0, 12).toString('latin1'))) return cleanWebp(bytes);
  } catch (error) {
    // A length that leads out of the file.
    throw error instanceof RangeError ? new PictureError('damaged') : error;
  }
  throw new PictureError('kind');
}
