/** Share of the widest element's width from which one is as wide as the content of the page. */
const MIN_WIDTH_SHARE = 0.8;

/** Pages hide sections of which nothing is printed, as those of a filter alone. */
export const isPrinted = ({localName}: Element): boolean => localName !== 'spass-family-filter';

/**
 * Returns the last widget of the page that is not in a narrow column; the sheet ends with it. One of several of equal
 * width side by side is in no such column.
 */
export function lastWide<W extends HTMLElement>(widgets: readonly W[]): W | undefined {
  const outer = widgets.filter(
    widget => widget.getRootNode() === document && widget.checkVisibility(),
  );
  const printed = outer.some(isPrinted) ? outer.filter(isPrinted) : outer;
  const boxes = printed.map(widget => widget.getBoundingClientRect());
  const widest = Math.max(...boxes.map(({width}) => width));
  const isWide = (_: unknown, i: number): boolean => {
    const {width, top, bottom} = boxes[i] as DOMRect;
    const row = boxes.filter(
      box =>
        box.top < bottom &&
        box.bottom > top &&
        Math.min(box.width, width) >= MIN_WIDTH_SHARE * Math.max(box.width, width),
    );
    return row.reduce((sum, box) => sum + box.width, 0) >= MIN_WIDTH_SHARE * widest;
  };
  return printed.filter(isWide).at(-1);
}
