import {flatDescendants} from './flat-tree.js';
import {deepActiveElement, focusViolations, labelOf} from './focus.js';

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable]';

/** Fields in which browsers make each part focusable: in Chromium day, month, year, and the button of the picker. */
const DATE_FIELD = 'input:is([type=date], [type=datetime-local], [type=month], [type=time])';
const MAX_DATE_PARTS = 7;

/** Checks each tab stop of a widget. The caller presses Tab and calls `step` after each press. */
export class TabWalk {
  #order: readonly Element[] = [];
  readonly #visited: Element[] = [];

  constructor(readonly place: Element) {}

  /** Starts before the container; returns the maximum number of tab stops. */
  start(): number {
    this.#visited.length = 0;
    document.getElementById('before')?.focus();
    this.#order = flatDescendants(this.place);
    const count = (selector: string): number =>
      this.#order.filter(element => element.matches(selector)).length;
    return count(FOCUSABLE) + count(DATE_FIELD) * (MAX_DATE_PARTS - 1) + MAX_SCROLL_CONTAINERS;
  }

  /** Returns the problems of the current tab stop, or `out` after the container. */
  step(): 'out' | string[] {
    const element = deepActiveElement();
    if (element.id === 'after') return 'out';
    const name = labelOf(element).slice(0, 40) || element.localName;
    // Elements that a tab stop has opened are part of the order.
    const order = flatDescendants(this.place);
    const at = order.indexOf(element);
    const last = this.#visited.at(-1);
    const faults = focusViolations();
    if (at < 0) faults.push(`${name}: outside of the widget`);
    else if (element === last && element.matches(DATE_FIELD)) return faults;
    else if (this.#visited.includes(element)) faults.push(`${name}: a second time`);
    else if (last && order.indexOf(last) > at) faults.push(`${name}: after what follows it`);
    this.#visited.push(element);
    return faults;
  }

  /** Number of tab stops visited. */
  get stopCount(): number {
    return this.#visited.length;
  }
}

/** Maximum number of scroll containers, which browsers make focusable. */
const MAX_SCROLL_CONTAINERS = 3;
