/** Reason for refusing a picture; `messages.ts` has a sentence for each. */
export type PictureFault = 'kind' | 'moving' | 'pixels' | 'damaged';

export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(`This picture is refused: ${fault}.`);
    this.fault = fault;
  }
}

/** Picture without metadata. */
export interface Picture {
  readonly bytes: Buffer;
  readonly ending: 'jpg' | 'png' | 'webp';
  /** Displayed width, in pixels, after applying the orientation. */
  readonly width: number;
  readonly height: number;
}

/**
 * Maximum number of pixels; more could take gigabytes of memory to decode. Photographs of phones have 12 to 50 million.
 */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 20_000;

/**
 * Checks the size given in the header, before the rest of the file is read.
 *
 * @throws {PictureError}
 */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureError('damaged');
  if (width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE)
    throw new PictureError('pixels');
}
