import type {Photo} from './draft.js';

/** Why a file is no photograph to send. */
export type PhotoFault = 'kind' | 'large';

export class PhotoError extends Error {
  readonly fault: PhotoFault;

  constructor(fault: PhotoFault) {
    super(`This photograph can't be used: ${fault}.`);
    this.fault = fault;
  }
}

/** The longest side that is sent, in pixels: enough for a screen, and for a page of a book. */
const LONGEST_SIDE = 2048;
/** A larger file is no photograph of a telephone; it would rather stop the page than be drawn (bytes). */
const LARGEST_FILE = 60_000_000;
/** As the ministries' guide to ecodesign has it (RGESN 2024, 5.2): 72 for WebP, 70 for JPEG. */
const FORMATS = [
  ['image/webp', 0.72],
  ['image/jpeg', 0.7],
] as const;

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise(resolve => canvas.toBlob(resolve, type, quality));

/** Draws a picture so that its longest side has at most so many pixels, upright. */
function draw(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const {width, height} = picture;
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoError('large');
  context.imageSmoothingQuality = 'high';
  // What is clear in a picture would be black in a photograph.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function decode(file: Blob): Promise<ImageBitmap> {
  if (file.size > LARGEST_FILE) throw new PhotoError('large');
  // A drawing is not a photograph, and may hold more than one sees.
  if (file.type === 'image/svg+xml') throw new PhotoError('kind');
  try {
    return await createImageBitmap(file, {imageOrientation: 'from-image'});
  } catch {
    throw new PhotoError('kind');
  }
}

/**
 * Makes a photograph small enough to send. Only its pixels are drawn anew, so that nothing of what its file tells
 * besides (position, camera, time) is left; which way is up is in the pixels then.
 * @throws {PhotoError} when the file is none, or too large for this device.
 */
export async function shrink(file: File): Promise<Photo> {
  const picture = await decode(file);
  try {
    const canvas = draw(picture, LONGEST_SIDE);
    for (const [type, quality] of FORMATS) {
      const blob = await blobOf(canvas, type, quality);
      // A browser that can't write a format writes PNG instead.
      if (blob?.type === type)
        return {blob, name: file.name, width: canvas.width, height: canvas.height, alt: ''};
    }
    throw new PhotoError('large');
  } finally {
    picture.close();
  }
}

/** A small picture of a photograph, as a canvas: no address of it is made, which the strict policy would refuse. */
export async function preview(photo: Blob, longest: number): Promise<HTMLCanvasElement> {
  const picture = await decode(photo);
  try {
    return draw(picture, longest);
  } finally {
    picture.close();
  }
}
