import {FACT_SEPARATOR} from '../../../model/text.js';

/** Height in pixels that each sheet has. Between two breaks, browsers that divide the page later have none. */
const MIN_HEIGHT = 200;
/** Room that rounding needs: lines that overlap the end of a sheet would be followed by a blank one. */
const ROUNDING = 2;
/** Share of the page's width from which widgets are as wide as its content. */
const MIN_WIDTH_SHARE = 0.6;
/** Share of a sheet that may stay white, so that the foot is whole on the next one. */
const MAX_WHITE = 0.5;

/** Sheets of the printed page, in pixels from its start. */
export interface Sheets {
  /** End of the last sheet. */
  readonly end: number;
  readonly height: number;
}

/** Returns the sheets of the page, or undefined if the browser has not divided the page into sheets. */
export function measureSheets(): Sheets | undefined {
  // Each begins a sheet after the last one.
  const marks = [1, 2].map(() => {
    const mark = document.createElement('div');
    mark.style.cssText = 'all:initial;display:block;break-before:page;block-size:1px';
    document.documentElement.append(mark);
    return mark;
  });
  const [end = 0, next = 0] = marks.map(mark => mark.getBoundingClientRect().top);
  for (const mark of marks) mark.remove();
  const height = next - end;
  return height > MIN_HEIGHT ? {end, height} : undefined;
}

/** Returns the left and right edges of the part of the page that has all widgets: they may be in boxes with a padding. */
function edgesAround(widgets: readonly Element[]): readonly [left: number, right: number] {
  let around = widgets[0]?.parentElement;
  while (around && !widgets.every(widget => around?.contains(widget)))
    around = around.parentElement;
  if (!around) return [Infinity, -Infinity];
  const {left, right} = around.getBoundingClientRect();
  const {paddingLeft, paddingRight} = getComputedStyle(around);
  return [left + parseFloat(paddingLeft), right - parseFloat(paddingRight)];
}

/** Sets the foot as far from the edges of the page as its content is. */
function alignFoot(foot: HTMLElement, widgets: readonly Element[]): void {
  const box = foot.getBoundingClientRect();
  const boxes = widgets.map(widget => widget.getBoundingClientRect());
  const [first, last] = edgesAround(widgets);
  const left = Math.min(first, ...boxes.map(one => one.left));
  const right = Math.max(last, ...boxes.map(one => one.right));
  if (right - left < MIN_WIDTH_SHARE * box.width) return;
  foot.style.marginLeft = `${Math.max(0, left - box.left)}px`;
  foot.style.marginRight = `${Math.max(0, box.right - right)}px`;
}

/** Returns the space that the page has below the foot, in pixels. */
function spaceBelow({parentElement}: Element): number {
  const {paddingBottom, marginBottom} = getComputedStyle(parentElement as Element);
  return parseFloat(paddingBottom) + parseFloat(marginBottom);
}

/** Undoes what `finishLastSheet` has done. */
function resetFoot({style}: HTMLElement): void {
  style.breakBefore = style.margin = style.transform = '';
}

/**
 * Moves the foot of the page to the lower edge of the last sheet. Needs a browser that has divided the page into sheets
 * when its medium changes, as Chromium does; elsewhere the foot stays below the last line. The number of sheets is settled
 * by then: what would need another one is undone.
 *
 * @param foot Last element of the page.
 * @param widgets Widgets whose edges the foot has.
 */
export function finishLastSheet(foot: HTMLElement, widgets: readonly Element[]): void {
  const {style} = foot;
  const sheets = measureSheets();
  if (!sheets) return;
  const {top} = foot.getBoundingClientRect();
  alignFoot(foot, widgets);
  // Narrower, it is higher.
  if (measureSheets()?.end !== sheets.end) resetFoot(foot);
  // One that begins before the last sheet is divided. A margin is kept at the start of a sheet after a forced break only.
  const before = sheets.end - sheets.height + ROUNDING - foot.getBoundingClientRect().top;
  if (before <= MAX_WHITE * sheets.height) {
    // One that begins the last sheet needs no break, which would begin a further one.
    const isFirst = before > 0 && before <= ROUNDING;
    if (before > ROUNDING) style.breakBefore = 'page';
    // A negative one would set it over the text.
    const room = Math.max(
      0,
      sheets.end - foot.getBoundingClientRect().bottom - spaceBelow(foot) - ROUNDING,
    );
    if (isFirst) style.transform = `translateY(${room}px)`;
    else style.marginTop = `${room}px`;
  }
  // Chromium may lay out a grid before it lower than its content, once it is laid out again (seen in 156).
  if (measureSheets()?.end !== sheets.end || foot.getBoundingClientRect().top < top - 1)
    resetFoot(foot);
}

/** Writes the number of the last sheet, and the scale if all maps of the page have the same, in a browser that has divided it. */
export function writeSheet({shadowRoot}: Element, roots: readonly ParentNode[]): void {
  const {end = 0, height = 1} = measureSheets() ?? {};
  const line = shadowRoot?.querySelector('.sheet');
  if (!line || !end) return;
  const count = Math.round(end / height);
  const scales = roots
    .flatMap(root => [...root.querySelectorAll<HTMLElement>('.plan-credit')])
    .filter(credit => credit.checkVisibility())
    .map(({dataset}) => dataset['scale'] ?? '');
  const scale = new Set(scales).size === 1 ? scales[0] : '';
  line.textContent = [`${count} / ${count}`, scale].filter(Boolean).join(FACT_SEPARATOR);
}
