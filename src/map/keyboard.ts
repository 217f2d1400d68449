/** What keys do on the map; the arrows belong to the markers when one of them has the focus. */
export interface KeyActions {
  /** Moves the view, in steps to the right and down. */
  pan(right: number, down: number): void;
  /** Goes to the next marker in a direction; answers whether a marker has the focus. */
  step(right: number, down: number): boolean;
  /** Goes to the first or last marker; answers whether a marker has the focus. */
  jump(last: boolean): boolean;
  zoom(steps: number): void;
  /** Answers whether there was something to leave. */
  escape(): boolean;
}

const ARROWS = new Map<string, readonly [right: number, down: number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** Answers a key; whether the page shall not have it. In a popup all keys but Escape are the popup's. */
export function pressKey(event: KeyboardEvent, inPopup: boolean, actions: KeyActions): boolean {
  const {key} = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === 'Escape') return actions.escape();
  if (inPopup) return false;
  if (key === '+' || key === '=') actions.zoom(1);
  else if (key === '-' || key === '_') actions.zoom(-1);
  else if (key === 'Home' || key === 'End') return actions.jump(key === 'End');
  else {
    const arrow = ARROWS.get(key);
    if (!arrow) return false;
    if (!actions.step(...arrow)) actions.pan(...arrow);
  }
  return true;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The nearest of some things in a direction; what lies off to the side counts as farther. */
export function nearestTowards<T>(
  start: T,
  things: readonly T[],
  placeOf: (thing: T) => Place,
  right: number,
  down: number,
): T | undefined {
  const from = placeOf(start);
  let [best, least]: [T | undefined, number] = [undefined, Infinity];
  for (const thing of things) {
    const {x, y} = placeOf(thing);
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    // Up to 63 degrees off: so there is an arrow, and often two, for every way.
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [thing, far];
  }
  return best;
}
