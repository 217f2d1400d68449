/** Reason for refusing a photograph; `messages.ts` has a sentence for each. */
export type PhotoErrorReason = 'kind' | 'moving' | 'pixels' | 'damaged';

export class PhotoError extends Error {
  readonly reason: PhotoErrorReason;

  constructor(reason: PhotoErrorReason) {
    super(`This photograph is refused: ${reason}.`);
    this.reason = reason;
  }
}

/** Photograph without metadata. */
export interface CleanPhoto {
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'png' | 'webp';
  /** Displayed width, in pixels, after applying the orientation. */
  readonly width: number;
  readonly height: number;
}

/**
 * Maximum number of pixels; more could take gigabytes of memory to decode. Photographs of phones have 12 to 50 million.
 */
export const MAX_PIXELS = 50_000_000;
export const MAX_SIDE = 20_000;

/**
 * Checks the size given in the header, before the rest of the file is read.
 *
 * @throws {PhotoError}
 */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PhotoError('damaged');
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE)
    throw new PhotoError('pixels');
}
