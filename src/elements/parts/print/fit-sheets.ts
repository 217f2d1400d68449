import {measureSheets, type Sheets} from './last-sheet.js';
import {LAST} from './page-rules.js';
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
/** Number of steps between the lowest and the highest map. */
const STEPS = 24;
/** Factor of the height up to which each map grows before another one grows further. */
const FAIR_STRETCH = 1.6;
/** Share of a sheet before the last one that may stay white, and share by which less white is worth a smaller text. */
const [MAX_WHITE, LESS_WHITE] = [0.12, 0.05];
/** Shares of the last sheet above the foot of a page that is alone there, and that is there with a line or a row. */
const [ALONE, NEARLY_ALONE] = [0.05, 0.12];
/** Share of a sheet that a map or a timeline on it may take. */
const GROWTH = 0.2;
/** Scales of the rows of timelines, and of the pictures of stories, of which the styles have the smallest. */
const [TIMELINE_SCALES, PICTURE_SCALES] = [
  [1, 1.5],
  [0.7, 2.4],
] as const;
/** Step between two scales. */
const SCALE_STEP = 0.1;

/** Parts of widgets that are whole on a sheet. */
const ENTRIES = '.row,.event';
/** Parts of widgets and of the page that stay on their sheets. */
const PLACED = 'h1,h2,h3,h4,h5,h6,.generation,.key-entry';

/** Returns the numbers of the sheets on which elements begin and end; empty if the browser has not divided the page. */
export function readSheets(elements: readonly Element[]): readonly (readonly [number, number])[] {
  const height = measureSheets()?.height;
  if (!height) return [];
  return elements.map(element => {
    const {top, bottom} = element.getBoundingClientRect();
    return [Math.floor((top + 1) / height), Math.floor((bottom - 1) / height)];
  });
}

/** Returns the number of sheets, and those on which widgets, headings, and entries begin and end, as a text. */
const readPlaces = (widgets: readonly Element[], roots: readonly ParentNode[]): string => {
  const parts = roots.flatMap(root => [...root.querySelectorAll(PLACED)]);
  return `${measureSheets()?.end} ${readSheets([...widgets, ...parts]).join()}`;
};

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
 * Returns the largest share of a sheet before the last one that is white below all elements, and that those which grow do
 * not fill.
 */
function largestWhite(roots: readonly ParentNode[], growing: readonly Element[]): number {
  const {end = 0, height = 1} = measureSheets() ?? {};
  const sheets = Array<number>(Math.max(1, Math.round(end / height)) - 1).fill(1);
  for (const root of roots)
    for (const element of root.querySelectorAll(':not(svg *)')) {
      const {bottom, height: own} = element.getBoundingClientRect();
      const sheet = Math.floor((bottom - 1) / height);
      const white = sheet + 1 - bottom / height;
      if (own && white < (sheets[sheet] ?? 0)) sheets[sheet] = white;
    }
  for (const [first, last] of readSheets(growing)) {
    const white = sheets[first];
    if (first === last && white) sheets[first] = white - GROWTH;
  }
  return Math.max(0, ...sheets);
}

/** Makes a change, or undoes it if the page has no room for it. Returns true if it has. */
export type TryChange = (change: () => void, undo: () => void) => boolean;

/**
 * Fills the sheets. A timeline that has room on one sheet is not divided. Maps have their usual height, and the text of
 * widgets on A4 is as large as possible without a further sheet; maps are lower and texts smaller where that saves a sheet,
 * or the white that a part would leave which does not fit. Each map, and each timeline, is then as high as the room of its
 * sheet allows, with everything on the sheet where it was. Needs a browser that has divided the page into sheets: it prints
 * as many as it has counted before, with the lowest maps and the smallest texts.
 *
 * @param widgets Outermost widgets of the page.
 * @param roots Shadow roots of all widgets.
 * @param timelines Boxes of the rows of timelines.
 * @param pictures Boxes of the pictures of stories.
 * @param foot Last element of the page.
 * @param name Adds the headings of parts that go on to another sheet. Its parameter undoes a change that needs a further
 *   sheet, or leaves a large part of one white.
 */
export function fitSheets(
  widgets: readonly HTMLElement[],
  roots: readonly ParentNode[],
  maps: readonly PrintedMap[],
  timelines: readonly HTMLElement[],
  pictures: readonly HTMLElement[],
  foot: HTMLElement,
  name: (tryChange: TryChange) => void,
): void {
  const usual = measureSheets();
  const all = [document.body, ...roots];
  foot.style.marginBottom = `${SPARE}px`;
  const stretch =
    usual && usual.end <= MAX_SHEETS * usual.height
      ? chooseSizes(usual, widgets, all, maps, timelines, pictures, foot)
      : undefined;
  name((change, undo) => {
    const read = (): readonly [number, number] => [
      measureSheets()?.end ?? 0,
      Math.max(MAX_WHITE, isAlone(foot) ? 1 : largestWhite(all, [])),
    ];
    const [end, white] = read();
    change();
    const [newEnd, newWhite] = read();
    const isFit = newEnd === end && newWhite <= white;
    if (!isFit) undo();
    return isFit;
  });
  if (isAlone(foot, NEARLY_ALONE)) beginLastSheet(foot);
  const read = (): string => readPlaces(widgets, all);
  if (stretch) growParts(stretch, read, maps, timelines, pictures);
  foot.style.marginBottom = '';
}

/** True if the foot of the page begins a further sheet, below not more than a share of that. */
function isAlone(foot: HTMLElement, share = ALONE): boolean {
  const {end = 0, height = 0} = measureSheets() ?? {};
  return end > height && foot.getBoundingClientRect().top - (end - height) < share * height;
}

/** Moves the last section of a page to the sheet of its foot. */
function beginLastSheet(foot: HTMLElement): void {
  const end = measureSheets()?.end;
  const headings = [...document.querySelectorAll('h2,h3')].filter(
    one => one.checkVisibility() && one.getClientRects().length,
  );
  const last = headings.at(-1)?.classList;
  if (headings.length < 2) return;
  last?.add(LAST);
  if (measureSheets()?.end !== end || isAlone(foot, NEARLY_ALONE)) last?.remove(LAST);
}

/** Chooses the text and the maps. Returns the factor of the height of these, or undefined if the page has no room. */
function chooseSizes(
  {end}: Sheets,
  widgets: readonly HTMLElement[],
  roots: readonly ParentNode[],
  maps: readonly PrintedMap[],
  timelines: readonly HTMLElement[],
  pictures: readonly HTMLElement[],
  foot: HTMLElement,
): number | undefined {
  const hasEnd = (): boolean => measureSheets()?.end === end;
  for (const timeline of timelines) {
    if (!areDivided([timeline])) continue;
    timeline.classList.add('whole');
    if (!hasEnd() || areDivided([timeline])) timeline.classList.remove('whole');
  }
  const sizes = matchMedia(WIDE).matches ? 1 : SIZES.length;
  const setSize = (size: number): void => {
    if (sizes > 1)
      for (const {style} of widgets) style.setProperty('--_paper-size', `${SIZES[size]}pt`);
  };
  let drawn: number | undefined;
  const drawAll = (stretch: number): void => {
    if (stretch !== drawn) for (const map of maps) map.draw(stretch);
    drawn = stretch;
  };
  const entries = roots.flatMap(root => [...root.querySelectorAll(ENTRIES)]);
  let [stretch, size, white] = [MIN_STRETCH, 0, 2];
  for (const one of maps.length ? [1, MIN_STRETCH] : [1]) {
    if (white <= MAX_WHITE) break;
    setSize(0);
    drawAll(one);
    // Chromium would divide a map rather than move its heading too.
    if (!hasEnd() || (one > MIN_STRETCH && maps.some(isDivided))) continue;
    let i = lastFit(sizes, index => {
      setSize(index);
      return hasEnd();
    });
    for (; i >= 0 && white > MAX_WHITE; i--) {
      setSize(i);
      // Chromium would divide a row rather than move its heading too.
      const left =
        isAlone(foot) || areDivided(entries)
          ? 1
          : largestWhite(roots, [
              ...timelines,
              ...pictures,
              ...maps.flatMap(map => map.drawings()),
            ]);
      if (left < white - LESS_WHITE) [stretch, size, white] = [one, i, left];
    }
  }
  setSize(size);
  drawAll(stretch);
  return white > 1 ? undefined : stretch;
}

/** Makes maps, pictures and timelines as high as the room of their sheets allows. */
function growParts(
  least: number,
  read: () => string,
  maps: readonly PrintedMap[],
  timelines: readonly HTMLElement[],
  pictures: readonly HTMLElement[],
): void {
  let stretch = least;
  let growing = maps;
  for (const highest of [FAIR_STRETCH, MAX_STRETCH]) {
    const at = (step: number): number => stretch + ((highest - stretch) * step) / STEPS;
    growing = growing.filter(map => {
      const before = read();
      const isFit = (): boolean => read() === before && !isDivided(map);
      let step = lastFit(STEPS + 1, one => {
        map.resize(at(one));
        return map.isComplete(at(one)) && isFit();
      });
      map.draw(at(step));
      // Drawn, a map may have other entries beside it.
      while (step > 0 && !isFit()) map.draw(at(--step));
      return step === STEPS;
    });
    stretch = highest;
  }
  for (const [elements, [lowest, highest]] of [
    [pictures, PICTURE_SCALES],
    [timelines, TIMELINE_SCALES],
  ] as const)
    for (const {style, parentElement} of elements) {
      const readAll = (): string => `${read()} ${parentElement?.getClientRects().length}`;
      const before = readAll();
      const setScale = (step: number): void => {
        style.setProperty('--_scale', String(lowest + step * SCALE_STEP));
      };
      setScale(
        lastFit(Math.round((highest - lowest) / SCALE_STEP) + 1, step => {
          setScale(step);
          return readAll() === before;
        }),
      );
    }
}
