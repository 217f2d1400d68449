/** Handlers of keys on the map. Arrow keys move between markers if one has the focus. */
export interface KeyActions {
  /** Pans by steps to the right and down. */
  pan(right: number, down: number): void;
  /** Focuses the next marker in a direction. Returns true if a marker has the focus. */
  step(right: number, down: number): boolean;
  /** Focuses the first or last marker. Returns true if a marker has the focus. */
  jump(last: boolean): boolean;
  zoom(steps: number): void;
  /** Returns true if something was closed. */
  escape(): boolean;
}

const ARROWS = new Map<string, readonly [right: number, down: number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/**
 * Handles a key press. Returns true if the default action is to be prevented. In a popup, all keys but Escape are left
 * to the popup.
 */
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

/** Returns the nearest item in a direction; sideways distance counts double. */
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
    // Up to 63 degrees off axis: each item is reachable by at least one arrow key, and often by two.
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [thing, far];
  }
  return best;
}
