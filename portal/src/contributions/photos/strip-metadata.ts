import {stripJpeg} from './jpeg.js';
import {type CleanPhoto, PhotoError} from './photo.js';
import {stripPng} from './png.js';
import {stripWebp} from './webp.js';

/**
 * Removes all metadata from a photograph: position, camera, names, thumbnails and trailing data. The format is detected
 * from the content, not the file name. The photograph is not decoded: segments of the file are dropped, and only the
 * orientation is kept of the Exif data.
 *
 * @throws {PhotoError}
 */
export async function stripMetadata(bytes: Buffer): Promise<CleanPhoto> {
  try {
    if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return stripJpeg(bytes);
    if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n')
      return await stripPng(bytes);
    if (/^RIFF[^]{4}WEBP$/.test(bytes.subarray(0, 12).toString('latin1'))) return stripWebp(bytes);
  } catch (error) {
    // A length field points beyond the end of the file.
    throw error instanceof RangeError ? new PhotoError('damaged') : error;
  }
  throw new PhotoError('kind');
}
