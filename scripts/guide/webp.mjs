/* global atob, Blob, createImageBitmap, FileReader, OffscreenCanvas */

/**
 * Converts a PNG screenshot to WebP, a third of the size. The conversion runs in a page of the browser.
 *
 * @param scale Factor of width and height.
 */
export async function toWebp(browser, png, quality = 0.85, scale = 1) {
  const page = await browser.newPage();
  try {
    const data = await page.evaluate(
      async ([text, quality, scale]) => {
        const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const [width, height] = [picture.width, picture.height].map(side =>
          Math.round(side * scale),
        );
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d', {alpha: false});
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, width, height);
        const blob = await canvas.convertToBlob({type: 'image/webp', quality});
        return new Promise(resolve => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result.split(',')[1]);
          reader.readAsDataURL(blob);
        });
      },
      [png.toString('base64'), quality, scale],
    );
    return Buffer.from(data, 'base64');
  } finally {
    await page.close();
  }
}
