import type {WidgetHost} from '../../base/widget-view.js';
import type {PrintSheetI18n} from './print-foot.js';

/** Number of projects up to which a timeline prints those too that its screen shows on request. */
const MAX_PRINTED = 500;
/** Share of the axis up to which the parts of a portfolio may begin after it: a longer line would be read as a bar. */
const MAX_BRANCH = 0.06;

type PrintedTimeline = WidgetHost & {
  /** Date used as the current one. */
  readonly now?: Date | undefined;
  limit: number;
  performUpdate(): void;
};

/** Returns the position of a bar on the axis, from 0 to 1. */
const startOf = (item: HTMLElement): number => Number(item.style.getPropertyValue('--s'));

/** Leaves out the lines from a portfolio to its parts if one of these begins before it, or far after it. */
function clearBranches(root: Element, toggle: (element: Element, className: string) => void): void {
  for (const list of root.querySelectorAll('.parts')) {
    const start = startOf(list.parentElement as HTMLElement);
    const parts = [...(list.children as HTMLCollectionOf<HTMLElement>)];
    const branches = parts.map(part => startOf(part) - start);
    if (branches.some(branch => branch < 0 || branch > MAX_BRANCH))
      for (const part of parts) toggle(part, 'loose');
  }
}

/**
 * Draws all projects of a timeline, and adds the years of its axis as the head of a table, which is printed again on
 * each page that its rows go on to. The last row has the key, and the projects without a date, which stay with it.
 *
 * @param undo Receives the functions that undo it.
 */
export function printTimeline(
  widget: PrintedTimeline,
  root: HTMLElement,
  i18n: PrintSheetI18n,
  undo: (() => void)[],
): void {
  const scale = root.querySelector('.frame > .scale');
  if (!scale) return;
  const add = (className: string): HTMLElement => {
    const element = document.createElement('div');
    element.className = className;
    undo.push(() => element.remove());
    return element;
  };
  const toggle = (element: Element, className: string): void => {
    element.classList.add(className);
    undo.push(() => element.classList.remove(className));
  };
  const {limit} = widget;
  widget.limit = MAX_PRINTED;
  undo.push(() => (widget.limit = limit));
  // At once: the browser does not wait, and the links are about to be numbered.
  widget.performUpdate();
  clearBranches(root, toggle);
  const frame = scale.parentElement as Element;
  const head = add('scale-head');
  head.append(scale.cloneNode(true));
  head.ariaHidden = 'true';
  const today = head.querySelector('i');
  if (today)
    today.textContent = (widget.now ?? new Date()).toLocaleDateString(i18n.language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  frame.append(head);
  const room = add('scale-room');
  frame.before(room);
  // Each row has its part of the lines, which end where it ends.
  for (const row of root.querySelectorAll('.generation')) {
    const lines = scale.cloneNode(true) as Element;
    undo.push(() => lines.remove());
    row.prepend(lines);
  }
  const key = add('scale-key');
  const legend = root.querySelector('.tools > .legend')?.cloneNode(true) as Element | undefined;
  if (legend) {
    if (root.querySelector('.bar.open')) {
      const open = document.createElement('span');
      open.className = 'open-key';
      open.textContent = i18n.messages.openEnd;
      legend.append(open);
    }
    if (legend.childElementCount) key.append(legend);
  }
  const beyond = root.querySelector('.beyond');
  if (beyond) {
    key.append(beyond.cloneNode(true));
    toggle(beyond, 'omitted');
  }
  root.querySelector('.generation:last-child')?.append(key);
}
