/** Photograph ready to send. */
export interface Photo {
  readonly blob: Blob;
  /** Name of the original file. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Text alternative. */
  readonly alt: string;
}

/** Reason why a file cannot be used as a photograph. */
export type PhotoErrorReason = 'kind' | 'large';

export class PhotoError extends Error {
  readonly reason: PhotoErrorReason;

  constructor(reason: PhotoErrorReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Longest side of a photograph that is sent, in pixels: enough for a screen and for a printed page. */
const MAX_SIDE_PX = 2048;
/**
 * Maximum file size, in bytes. A larger file does not come from a phone camera, and decoding it could freeze the page.
 */
const MAX_FILE_BYTES = 60_000_000;
/**
 * Output formats and their quality, from the French ecodesign guidelines (RGESN 2024, 5.2): 72 for WebP, 70 for JPEG.
 */
const FORMATS = [
  ['image/webp', 0.72],
  ['image/jpeg', 0.7],
] as const;

const toBlob = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise(resolve => canvas.toBlob(resolve, type, quality));

/** Draws a picture on a canvas, scaled down so that its longest side is at most `maxSide` pixels. */
function drawScaled(picture: ImageBitmap, maxSide: number): HTMLCanvasElement {
  const {width, height} = picture;
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoError('large');
  context.imageSmoothingQuality = 'high';
  // Transparent pixels would become black in JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function decode(file: Blob): Promise<ImageBitmap> {
  if (file.size > MAX_FILE_BYTES) throw new PhotoError('large');
  // An SVG image is not a photograph, and may contain hidden data.
  if (file.type === 'image/svg+xml') throw new PhotoError('kind');
  try {
    return await createImageBitmap(file, {imageOrientation: 'from-image'});
  } catch {
    throw new PhotoError('kind');
  }
}

/**
 * Scales down a photograph and encodes it again. Only the pixels are kept: metadata of the file, such as position,
 * camera and time, is lost; its orientation is applied to the pixels.
 *
 * @throws {PhotoError} if the file is not a photograph, or is too large for the device.
 */
export async function resizePhoto(file: File): Promise<Photo> {
  const picture = await decode(file);
  try {
    const canvas = drawScaled(picture, MAX_SIDE_PX);
    for (const [type, quality] of FORMATS) {
      const blob = await toBlob(canvas, type, quality);
      // `canvas.toBlob` falls back to PNG if the browser cannot encode a format.
      if (blob?.type === type)
        return {blob, name: file.name, width: canvas.width, height: canvas.height, alt: ''};
    }
    throw new PhotoError('large');
  } finally {
    picture.close();
  }
}

/** Returns a preview of a photograph, as a canvas: a `blob:` URL would be refused by a strict policy. */
export async function createPreview(photo: Blob, maxSide: number): Promise<HTMLCanvasElement> {
  const picture = await decode(photo);
  try {
    return drawScaled(picture, maxSide);
  } finally {
    picture.close();
  }
}
