/**
 * Returns the size on the screen of a CSS pixel of an element: 1, unless the page scales it by `transform` or `zoom`, as
 * some tools for larger text do.
 */
export const scaleOf = (element: HTMLElement): number =>
  element.getBoundingClientRect().width / element.offsetWidth || 1;

/** Converts client coordinates, such as those of an event, to CSS pixels from the top left corner of an element. */
export function pointIn(
  element: HTMLElement,
  clientX: number,
  clientY: number,
): readonly [x: number, y: number] {
  const {left, top} = element.getBoundingClientRect();
  const scale = scaleOf(element);
  return [(clientX - left) / scale, (clientY - top) / scale];
}
