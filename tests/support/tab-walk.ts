import {elementsOf} from './flat.js';
import {focused, focusFaults, nameOf} from './focus.js';

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable]';

/** Goes with a keyboard through what is drawn: who presses the keys asks after each where it is. */
export class TabWalk {
  #order: readonly Element[] = [];
  readonly #visited: Element[] = [];

  constructor(readonly place: Element) {}

  /** Starts before the place; answers how many stops there can be at most. */
  begin(): number {
    this.#visited.length = 0;
    document.getElementById('before')?.focus();
    this.#order = elementsOf(this.place);
    return this.#order.filter(element => element.matches(FOCUSABLE)).length + SCROLLERS;
  }

  /** What is wrong with where the focus is now; 'out' when it has left the place. */
  step(): 'out' | string[] {
    const element = focused();
    if (element.id === 'after') return 'out';
    const name = nameOf(element).slice(0, 40) || element.localName;
    // What a stop has opened or drawn is part of the order too.
    const order = elementsOf(this.place);
    const at = order.indexOf(element);
    const last = this.#visited.at(-1);
    const faults = focusFaults();
    if (at < 0) faults.push(`${name}: outside of the widget`);
    else if (this.#visited.includes(element)) faults.push(`${name}: a second time`);
    else if (last && order.indexOf(last) > at) faults.push(`${name}: after what follows it`);
    this.#visited.push(element);
    return faults;
  }

  /** How many stops there were. */
  get stops(): number {
    return this.#visited.length;
  }
}

/** Browsers let keyboards scroll what scrolls: stops that no element asks for. */
const SCROLLERS = 3;
