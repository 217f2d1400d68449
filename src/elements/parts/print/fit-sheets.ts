import {measureSheets, type Sheets} from './last-sheet.js';
import {MAX_STRETCH, MIN_STRETCH} from './paper-map-sizes.js';
import type {PrintedMap} from './paper-map-view.js';

/** Sizes of the text of widgets on sheets of A4, in points, from that of the styles. */
const SIZES: readonly number[] = [8.5, 9, 9.5, 10];
/** Sheets of A3 have columns, which are too narrow for larger texts. */
const WIDE = '(width >= 1200px)';
/** Maximum number of sheets that are divided again for each size. */
const MAX_SHEETS = 8;
/** Room that stays free on the last sheet, in pixels: Chromium prints some pages a little higher than it has laid them out. */
const SPARE = 12;
/** Factors of the height of a map on a sheet with room, the highest first. */
const STRETCHES: readonly number[] = [MAX_STRETCH, 1.45, 1.3, 1.15, 1];
/** Factors of the height of the rows of a timeline on a sheet with room, the lowest first. */
const ROW_SCALES: readonly string[] = ['1.1', '1.2', '1.3', '1.4', '1.5'];

/** Returns the numbers of the sheets on which elements begin and end; empty if the browser has not divided the page. */
export function readSheets(elements: readonly Element[]): readonly (readonly [number, number])[] {
  const height = measureSheets()?.height;
  if (!height) return [];
  return elements.map(element => {
    const {top, bottom} = element.getBoundingClientRect();
    return [Math.floor((top + 1) / height), Math.floor((bottom - 1) / height)];
  });
}

/** True if one of the elements is divided between two sheets. */
const areDivided = (elements: readonly Element[]): boolean =>
  readSheets(elements).some(([begin, end]) => begin < end);

/** True if a map is divided, which Chromium does rather than move its heading too. */
const isDivided = ({drawings}: PrintedMap): boolean => areDivided(drawings());

/** Returns the largest index for which a page is as wanted, from one that is. */
function lastFit(count: number, isFit: (index: number) => boolean): number {
  let [fits, tooLarge] = [0, count];
  while (tooLarge - fits > 1) {
    const middle = (fits + tooLarge) >> 1;
    if (isFit(middle)) fits = middle;
    else tooLarge = middle;
  }
  return fits;
}

/**
 * Fills the sheets. A timeline that has room on one sheet is not divided. Maps have their usual height unless a lower
 * one saves a sheet. Then the text of widgets on A4 is enlarged as long as the page needs no further sheet. Each map, and
 * each timeline, is then as high as the room of its sheet allows, with everything on the sheet where it was. Needs a
 * browser that has divided the page into sheets: it prints as many as it has counted before, with the lowest maps and the
 * smallest texts.
 *
 * @param widgets Outermost widgets of the page.
 * @param timelines Boxes of the rows of timelines.
 * @param foot Last element of the page.
 */
export function fitSheets(
  widgets: readonly HTMLElement[],
  maps: readonly PrintedMap[],
  timelines: readonly HTMLElement[],
  foot: HTMLElement,
): void {
  const usual = measureSheets();
  if (!usual || usual.end > MAX_SHEETS * usual.height) return;
  foot.style.marginBottom = `${SPARE}px`;
  fit(usual, widgets, maps, timelines);
  foot.style.marginBottom = '';
}

function fit(
  usual: Sheets,
  widgets: readonly HTMLElement[],
  maps: readonly PrintedMap[],
  timelines: readonly HTMLElement[],
): void {
  const drawAll = (stretch: number): number | undefined => {
    for (const map of maps) map.draw(stretch);
    return measureSheets()?.end;
  };
  const {end} = usual;
  for (const map of maps) map.resize(1);
  // Drawn, a map may have other entries beside it.
  const isLow = measureSheets()?.end !== end || maps.some(isDivided) || drawAll(1) !== end;
  const least = isLow ? MIN_STRETCH : 1;
  if (isLow && drawAll(MIN_STRETCH) !== end) return;
  for (const timeline of timelines) {
    if (!areDivided([timeline])) continue;
    timeline.classList.add('whole');
    if (measureSheets()?.end !== end || areDivided([timeline])) timeline.classList.remove('whole');
  }
  if (!matchMedia(WIDE).matches) {
    const setSize = (size: number): void => {
      for (const {style} of widgets) style.setProperty('--_paper-size', `${SIZES[size]}pt`);
    };
    setSize(
      lastFit(SIZES.length, size => {
        setSize(size);
        return measureSheets()?.end === end;
      }),
    );
  }
  const rows = timelines.flatMap(timeline => [...timeline.querySelectorAll('.generation')]);
  const parts = [...widgets, ...rows, ...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
  const read = (): string => `${measureSheets()?.end} ${readSheets(parts).join()}`;
  for (const map of maps) {
    const before = read();
    const isFit = (): boolean => read() === before && !isDivided(map);
    const stretch = STRETCHES.find(one => {
      if (!map.isComplete(one)) return false;
      map.resize(one);
      if (!isFit()) return false;
      map.draw(one);
      return isFit();
    });
    if (!stretch) map.draw(least);
  }
  const before = read();
  let growing = timelines;
  for (const scale of ROW_SCALES)
    growing = growing.filter(({style}) => {
      const last = style.getPropertyValue('--_scale');
      style.setProperty('--_scale', scale);
      if (read() === before) return true;
      style.setProperty('--_scale', last);
      return false;
    });
}
