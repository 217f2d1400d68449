import decodeQR from 'qr/decode.js';

/** Pixels in RGB or RGBA order, as in the files of poppler (PPM) and on a canvas. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Reads the QR code in a picture, with another implementation than ours. */
export const readQrCode = (pixels: Pixels): string => decodeQR(pixels);

/** Returns the pixels of an SVG path of horizontal runs. */
export function rasterize(path: string, size: number, pixelsPerUnit = 4): Pixels {
  const width = size * pixelsPerUnit;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * pixelsPerUnit; row < (Number(y) + 1) * pixelsPerUnit; row++)
      for (let i = 0; i < Number(length) * pixelsPerUnit; i++)
        data.fill(
          0,
          (row * width + Number(x) * pixelsPerUnit + i) * 4,
          -1 + (row * width + Number(x) * pixelsPerUnit + i + 1) * 4,
        );
  return {width, height: width, data};
}
