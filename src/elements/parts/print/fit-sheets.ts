import {measureSheets} from './last-sheet.js';

/** Sizes of the text of widgets on sheets of A4, in points, from that of the styles. */
const SIZES: readonly number[] = [8.5, 9, 9.5, 10];
/** Sheets of A3 have columns, which are too narrow for larger texts. */
const WIDE = '(width >= 1200px)';
/** Maximum number of sheets that are divided again for each size. */
const MAX_SHEETS = 8;

/**
 * Enlarges the text of widgets on A4, as long as the page needs no further sheet. The styles have the smallest size: Chromium
 * prints as many sheets as it had before. Needs a browser that has divided the page into sheets.
 *
 * @param widgets Outermost widgets of the page.
 */
export function fitSheets(widgets: readonly HTMLElement[]): void {
  const sheets = matchMedia(WIDE).matches ? undefined : measureSheets();
  if (!sheets || sheets.end > MAX_SHEETS * sheets.height) return;
  const setSize = (size: number): void => {
    for (const {style} of widgets) style.setProperty('--_paper-size', `${SIZES[size]}pt`);
  };
  let [fits, tooLarge] = [0, SIZES.length];
  while (tooLarge - fits > 1) {
    const size = (fits + tooLarge) >> 1;
    setSize(size);
    if (measureSheets()?.end === sheets.end) fits = size;
    else tooLarge = size;
  }
  setSize(fits);
}
