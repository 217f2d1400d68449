/* global atob, Blob, createImageBitmap, FileReader, OffscreenCanvas */

/** Converts a PNG screenshot to WebP, a third of the size. The conversion runs in a page of the browser. */
export async function toWebp(browser, png, quality = 0.85) {
  const page = await browser.newPage();
  try {
    const data = await page.evaluate(
      async ([text, quality]) => {
        const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        canvas.getContext('2d', {alpha: false}).drawImage(picture, 0, 0);
        const blob = await canvas.convertToBlob({type: 'image/webp', quality});
        return new Promise(resolve => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result.split(',')[1]);
          reader.readAsDataURL(blob);
        });
      },
      [png.toString('base64'), quality],
    );
    return Buffer.from(data, 'base64');
  } finally {
    await page.close();
  }
}
