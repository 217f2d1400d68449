import {html, nothing, render} from 'lit';
import {FAMILIES} from '../../../model/records.js';
import type {PaperMapContent} from '../../base/widget-view.js';
import {
  type DrawnMap,
  type PaperMapI18n,
  type PaperMapList,
  type PaperView,
  renderKey,
  renderNumber,
  renderOutside,
  renderUnnumbered,
  renderSquares,
} from './paper-map-key.js';
import {
  MAX_NUMBERED,
  MAX_NUMBERED_ON_SCREEN,
  MAX_STRETCH,
  MIN_STRETCH,
  type PaperMapModule,
  sizesFor,
} from './paper-map-sizes.js';

/** Credit of the outlines. */
const OUTLINES_CREDIT = 'Natural Earth';

/**
 * Returns the views of a map, one for each size; none if it has no place, or no outlines where its places are.
 *
 * @param stretch Factor of the heights.
 */
function viewsOf(
  drawing: PaperMapModule,
  content: PaperMapContent,
  stretch = 1,
): readonly PaperView[] {
  const {points, area, needsFineGround} = content;
  const sizes = sizesFor(drawing, content, stretch);
  const views = sizes.flatMap(size => drawing.paperView(points, size, area) ?? []);
  return needsFineGround && !views.every(drawing.hasFineGround) ? [] : views;
}

/** Loads what the drawing of a map of any height needs, so that it can be drawn at once when the browser prints. */
export const loadPaperMap = (drawing: PaperMapModule, content: PaperMapContent): Promise<unknown> =>
  Promise.all(
    [MIN_STRETCH, 1, MAX_STRETCH]
      .flatMap(stretch => viewsOf(drawing, content, stretch))
      .map(view => drawing.loadPaperSheet(view)),
  );

/** Map on paper. */
export interface PrintedMap {
  /** False if the list of the screen is to be printed too, because there are too many records for one with numbers. */
  readonly isListed: boolean;
  /** Drawings for the sizes of sheets, of which one is shown. */
  drawings(): readonly Element[];
  /** True if a map whose height is multiplied by a factor shows the same records. */
  isComplete(stretch: number): boolean;
  /** Gives the map its height times a factor, without drawing it. */
  resize(stretch: number): void;
  /** Draws the map in its height times a factor. */
  draw(stretch: number): void;
}

/**
 * Returns content whose list a key can hold. Of too many records, it has those on the map and without a place, without
 * those of layers if these are too many. A map of groups that the source has merged has none.
 */
function withShortList(drawing: PaperMapModule, content: PaperMapContent): PaperMapContent {
  const {points, listed} = content;
  if (points.recordCounts) return {...content, listed: []};
  if (listed.length <= MAX_NUMBERED) return content;
  const own = listed.filter(index => (points.family[index] ?? 0) <= FAMILIES.length);
  for (const some of [listed, own]) {
    let short = some;
    // The frame of a short list shows a little more or less.
    for (let i = 0; i < 2; i++) {
      const [view] = viewsOf(drawing, {...content, listed: short});
      const parts = view && listOf(drawing, view, {...content, listed: some});
      short = parts?.onMap.length ? [...parts.onMap, ...parts.withoutPlace] : some;
    }
    if (short.length <= MAX_NUMBERED) return {...content, listed: short};
  }
  return content;
}

/** Divides the records of a list by the map on which they have a number. */
function listOf(
  drawing: PaperMapModule,
  view: PaperView,
  {points, listed}: PaperMapContent,
): PaperMapList {
  const onMap: number[] = [];
  const offMap: number[] = [];
  const withoutPlace: number[] = [];
  for (const index of listed) {
    if (Number.isNaN(points.x[index])) withoutPlace.push(index);
    else (drawing.positionIn(view, points, index) ? onMap : offMap).push(index);
  }
  onMap.sort((a, b) => (points.family[a] ?? 0) - (points.family[b] ?? 0) || a - b);
  return {onMap, offMap, withoutPlace};
}

/**
 * Draws a map for paper with its list into a container, which must be in the tree. Returns undefined if nothing is drawn.
 *
 * @param createSlots Adds a place for its mark to each entry of the list of the screen, called if that is printed.
 */
export function drawPaperMapView(
  container: HTMLElement,
  drawing: PaperMapModule,
  all: PaperMapContent,
  i18n: PaperMapI18n,
  createSlots: () => readonly HTMLElement[],
): PrintedMap | undefined {
  const content = withShortList(drawing, all);
  const [first] = viewsOf(drawing, content);
  if (!first) return undefined;
  const isListed = content.listed.length <= MAX_NUMBERED;
  const {points, messages, basemap} = content;
  const key = listOf(drawing, first, content);
  const entries = (isListed ? [] : createSlots()).map(
    slot => [Number(slot.parentElement?.dataset['index']), slot] as const,
  );
  const shown = entries
    .map(([index]) => index)
    .filter(index => drawing.positionIn(first, points, index));
  const numbered = isListed ? key.onMap : shown.length <= MAX_NUMBERED_ON_SCREEN ? shown : [];
  const marks = isListed
    ? drawing.groupMarks(first, points, numbered)
    : numbered.map(index => [index]);
  for (const {name, span, columns, hasRoom, restColumns} of sizesFor(drawing, content)) {
    const values = {
      display: span < 6 ? 'grid' : 'block',
      break: span < 6 ? 'avoid' : 'auto',
      rows: hasRoom ? 2 : 1,
      span,
      columns,
      rest: hasRoom ? `${span + 1} / -1` : '1 / -1',
      'rest-columns': restColumns,
    };
    for (const [property, value] of Object.entries(values))
      container.style.setProperty(`--_${property}-${name}`, String(value));
  }
  const drawings = (): readonly Element[] => [...container.querySelectorAll('.plan')];
  const resize = (stretch: number): void => {
    viewsOf(drawing, content, stretch).forEach((view, i) => {
      drawings()[i]?.setAttribute('viewBox', drawing.boxOfPlan(view));
    });
  };
  const draw = (stretch: number): void => {
    const sizes = sizesFor(drawing, content, stretch);
    const views = viewsOf(drawing, content, stretch);
    const map: DrawnMap = {drawing, content, marks, views, sizes};
    render(
      html`<div class="plans">
          ${content.title ? html`<p class="plan-title">${content.title}</p>` : nothing}
          ${sizes.map(
            ({name}) =>
              html`<div class="plan-size ${name}">
                <div class="plan-map"></div>
                <p class="small plan-credit"></p>
              </div>`,
          )}
          ${renderUnnumbered(map, i18n)} ${renderOutside(map, i18n)}
        </div>
        ${isListed ? renderKey({...key, onMap: marks.flat()}, map, i18n) : nothing}`,
      container,
    );
    views.forEach((view, i) => {
      const target = container.querySelectorAll<HTMLElement>('.plan-map')[i];
      const options = {points, view, marks, messages, basemap, north: i18n.messages.northLetter};
      target?.replaceChildren();
      const credit = target && drawing.drawPaperMap(target, options);
      const line = container.querySelectorAll('.plan-credit')[i];
      if (line) line.textContent = content.basemapCredit ?? credit?.text ?? OUTLINES_CREDIT;
      const scale = drawing.scaleOf(view);
      if (scale) line?.setAttribute('data-scale', `1\u00a0:\u00a0${i18n.number(scale)}`);
    });
    for (const [index, slot] of entries)
      render(html`${renderNumber(map, index)}${renderSquares(map, index)}`, slot);
  };
  // Only Chromium can enlarge it (see fitSheets).
  draw(CSS.supports('app-region', 'drag') ? MIN_STRETCH : 1);
  return {
    isListed,
    drawings,
    isComplete: stretch => {
      if (!isListed) return true;
      const views = viewsOf(drawing, content, stretch);
      const isOn = (index: number): boolean =>
        views.some(view => drawing.positionIn(view, points, index));
      return views.length > 0 && !key.offMap.some(isOn) && key.onMap.every(isOn);
    },
    resize,
    draw,
  };
}
