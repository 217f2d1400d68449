import {measureSheets} from './last-sheet.js';

/** Sizes of the text of widgets on sheets of A4, in points, from that of the styles. */
const SIZES: readonly number[] = [8.5, 9, 9.5, 10];
/** Sizes on sheets of A3, which are read from further away. In larger text, columns would be too narrow for rows. */
const WIDE_SIZES: readonly number[] = [10, 10.5, 11];
/** Sheets of A3. */
const WIDE = '(width >= 1200px)';
/** Maximum number of sheets that are divided again for each size. */
const MAX_SHEETS = 8;

/**
 * Enlarges the text of widgets, as long as the page needs no further sheet. The styles have the smallest size: Chromium
 * prints as many sheets as it had before. Needs a browser that has divided the page into sheets.
 *
 * @param widgets Outermost widgets of the page.
 */
export function fitSheets(widgets: readonly HTMLElement[]): void {
  const sheets = measureSheets();
  if (!sheets || sheets.end > MAX_SHEETS * sheets.height) return;
  const sizes = matchMedia(WIDE).matches ? WIDE_SIZES : SIZES;
  const setSize = (size: number): void => {
    for (const {style} of widgets) style.setProperty('--_paper-size', `${sizes[size]}pt`);
  };
  let [fits, tooLarge] = [0, sizes.length];
  while (tooLarge - fits > 1) {
    const size = (fits + tooLarge) >> 1;
    setSize(size);
    if (measureSheets()?.end === sheets.end) fits = size;
    else tooLarge = size;
  }
  setSize(fits);
}
