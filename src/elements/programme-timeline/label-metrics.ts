import {type BarPosition, labelSide, type LabelWidths} from '../../model/time/time-axis.js';

/** Measures of the axis and its labels, in `em` of the labels. */
export interface LabelMetrics {
  readonly axisWidth: number;
  /** Font size, in pixels. */
  readonly em: number;
  readonly font: string;
  readonly widthOf: (text: string) => number;
}

/**
 * Estimate without a browser, before the first layout, and of the axis on a sheet of A4, which has no layout before it is
 * printed: about 75 characters of an average font. It has 45 `em` with the print font of the demo, 36 with one of 16
 * pixels.
 */
export const ESTIMATE: LabelMetrics = {
  axisWidth: 40,
  em: 15,
  font: '',
  widthOf: text => text.length * 0.53,
};

/** Returns the measures of a layout with a bar, or `last` if there is no axis, as in a narrow column. */
export function measureLabels(
  {offsetWidth}: HTMLElement,
  bar: Element,
  last: LabelMetrics,
): LabelMetrics {
  const [title] = bar.children;
  if (!offsetWidth || !title) return last;
  // A page may give the titles a size of their own (`::part`).
  const em = Number.parseFloat(getComputedStyle(bar).fontSize);
  const {font} = getComputedStyle(title);
  const axisWidth = offsetWidth / em;
  // A font with features has no such value.
  if (font === last.font || !font)
    return axisWidth === last.axisWidth ? last : {...last, axisWidth};
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return last;
  canvas.font = font;
  const widths = new Map<string, number>();
  const widthOf = (text: string): number => {
    const width = widths.get(text) ?? canvas.measureText(text).width / em;
    widths.set(text, width);
    return width;
  };
  return {axisWidth, em, font, widthOf};
}

export interface Label {
  readonly title: string;
  /** Title up to its dash; undefined if it has none. */
  readonly shortTitle: string | undefined;
  /** Years of the bar, if they are not a part of the label. */
  readonly years: string;
  /** Width of the shape of its family, in `em`. */
  readonly mark: number;
  /** Width of the button for details, in pixels. */
  readonly button: number;
  /** Distance of the text from an approximate end, in `em`. */
  readonly softEnd: number;
  /** True if it is in the smaller list below a portfolio. */
  readonly isPart: boolean;
}

/** Width of a character of years, and of their margins, in `em`: an upper bound, so that nothing is measured. */
const [YEAR_CHARACTER, YEARS_MARGIN] = [0.65, 1.5];
const widthOfYears = ({length}: string): number => length * YEAR_CHARACTER + YEARS_MARGIN;

/**
 * Returns the class of the side of a label, and those of the sides on which the years of its bar have room: after the
 * bar, before it, and after a label that is after it.
 *
 * @param before End of the space before the bar, as a fraction of the axis.
 */
function sideClasses(
  {years}: Label,
  position: BarPosition,
  widths: LabelWidths,
  {axisWidth}: LabelMetrics,
  before: number,
): string[] {
  const width = widthOfYears(years);
  const after = (1 - position.end) * axisWidth;
  const classes: string[] = [labelSide(position, widths, axisWidth, before)];
  if (width <= after) classes.push('room-after');
  if (width <= before * axisWidth) classes.push('room-before');
  if (widths.beside + width <= after) classes.push('room-end');
  return classes;
}

/** Returns the widths that a label needs, with the distances of `axisStyles`. */
function labelWidths(
  {title, years, mark, button, softEnd, isPart}: Label,
  {isCutBefore, isCutAfter}: BarPosition,
  {em, widthOf}: LabelMetrics,
  isDated: boolean,
): LabelWidths {
  const size = isPart ? 0.9375 : 1;
  const text = mark + widthOf(title) + (isDated ? 0 : widthOfYears(years));
  const start = isCutBefore ? 2.5 : softEnd;
  const end = isCutAfter ? 2.5 : softEnd;
  // One pixel more for rounded widths.
  const pixels = (button + 1) / em;
  return {
    // The focus ring of the button needs some space, which a soft end leaves.
    within: (text + 0.625 + start + (button ? Math.max(0.375, end) : 0.5 + end)) * size + pixels,
    // The bracket of a portfolio is before its parts.
    beside: (text + (isPart ? 1 : 0.5)) * size + pixels,
  };
}

/**
 * Returns the width of a label beside its bar, and its classes. A title ends before its dash if it has no room on one
 * line, or if it is then within its bar instead of before it.
 *
 * @param before End of the space before the bar, as a fraction of the axis.
 * @param isDated False if its years are a part of the label.
 */
export function fitLabel(
  label: Label,
  position: BarPosition,
  metrics: LabelMetrics,
  before: number,
  isDated: boolean,
): {readonly beside: number; readonly classes: readonly string[]} {
  const {shortTitle: title} = label;
  let widths = labelWidths(label, position, metrics, isDated);
  const {axisWidth} = metrics;
  const inside = (position.end - position.start) * axisWidth;
  const after = (1 - position.end) * axisWidth;
  const short =
    title && widths.within > inside && widths.beside > after
      ? labelWidths({...label, title}, position, metrics, isDated)
      : undefined;
  const isShort = short && (short.within <= inside || widths.beside > before * axisWidth);
  if (isShort) widths = short;
  const classes = sideClasses(label, position, widths, metrics, before);
  if (isShort) classes.push('short');
  return {beside: widths.beside, classes};
}

/** Writes a title. What follows its dash is an element of its own, which can be hidden. */
export function writeTitle(element: HTMLElement, title: string): void {
  const dash = title.indexOf(' – ');
  element.textContent = dash < 0 ? title : title.slice(0, dash);
  if (dash < 0) return;
  const rest = document.createElement('span');
  rest.className = 'rest';
  rest.textContent = title.slice(dash);
  element.append(rest);
}
