/** Handlers of keys on the map. Arrow keys move between markers if one has the focus. */
export interface KeyHandlers {
  /** Pans by steps to the right and down. */
  pan(right: number, down: number): void;
  /** Focuses the next marker in a direction. Returns true if a marker has the focus. */
  focusNext(right: number, down: number): boolean;
  /** Focuses the first or last marker. Returns true if a marker has the focus. */
  focusEdge(isLast: boolean): boolean;
  zoom(steps: number): void;
}

const ARROWS = new Map<string, readonly [right: number, down: number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/**
 * Handles a key press. Returns true if the default action is to be prevented. Keys in a popup are left to the popup.
 */
export function handleKey(event: KeyboardEvent, inPopup: boolean, handlers: KeyHandlers): boolean {
  const {key} = event;
  if (inPopup || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  if (key === '+' || key === '=') handlers.zoom(1);
  else if (key === '-' || key === '_') handlers.zoom(-1);
  else if (key === 'Home' || key === 'End') return handlers.focusEdge(key === 'End');
  else {
    const arrow = ARROWS.get(key);
    if (!arrow) return false;
    if (!handlers.focusNext(...arrow)) handlers.pan(...arrow);
  }
  return true;
}

interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/** Returns the nearest item in a direction; sideways distance counts double. */
export function nearestInDirection<T>(
  start: T,
  items: readonly T[],
  positionOf: (thing: T) => PixelPoint,
  right: number,
  down: number,
): T | undefined {
  const from = positionOf(start);
  let [best, minDistance]: [T | undefined, number] = [undefined, Infinity];
  for (const thing of items) {
    const {x, y} = positionOf(thing);
    const [dx, dy] = [x - from.x, y - from.y];
    const forward = dx * right + dy * down;
    const sideways = Math.abs(dx * down) + Math.abs(dy * right);
    // Up to 63 degrees off axis: each item is reachable by at least one arrow key, and often by two.
    if (forward <= 0 || sideways > 2 * forward) continue;
    const distance = forward + 2 * sideways;
    if (distance < minDistance) [best, minDistance] = [thing, distance];
  }
  return best;
}
