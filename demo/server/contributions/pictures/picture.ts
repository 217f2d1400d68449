/** Why a picture is refused; `words.ts` has a sentence for each. */
export type PictureFault = 'kind' | 'moving' | 'pixels' | 'damaged';

export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(`This picture is refused: ${fault}.`);
    this.fault = fault;
  }
}

/** A picture of which nothing is left but what is seen of it. */
export interface Picture {
  readonly bytes: Buffer;
  readonly ending: 'jpg' | 'png' | 'webp';
  /** As it is seen, turned upright; in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Beyond it a small file can take gigabytes to draw. A telephone's pictures have 12 to 50 million. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 20_000;

/** Looks at the size that a header tells, before anything else of the file. @throws {PictureError} */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureError('damaged');
  if (width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE)
    throw new PictureError('pixels');
}
