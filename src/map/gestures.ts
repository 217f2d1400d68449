/** Handlers of pointer gestures. */
export interface GestureActions {
  /** Called during a drag with the movement in pixels since the last call. */
  drag(right: number, down: number): void;
  dragged(): void;
  /** Zooms around a point of the container. */
  zoomAt(x: number, y: number, steps: number): void;
}

/** Distance in pixels below which a pointer movement is a click. */
const CLICK = 4;
/** Wheel travel in pixels for one zoom step; a notch of most mice is 100 to 120. */
const WHEEL_STEP = 60;
/** Pause in milliseconds after which previous wheel travel is discarded. */
const WHEEL_REST = 300;

/**
 * Listens to pointer gestures: dragging with mouse or pen pans, a double click zooms. Wheel and one-finger gestures
 * scroll the page, so that nobody gets stuck in the map: the wheel zooms with Ctrl or ⌘ (also sent by a trackpad
 * pinch), two fingers pan and zoom (Leaflet's handler; one-finger panning is left to the page by `touch-action`).
 *
 * @param isExcluded Returns true for elements in the container that are not part of the map, such as a popup.
 * @param signal Removes all listeners.
 */
export function listenToGestures(
  container: HTMLElement,
  actions: GestureActions,
  apart: (target: EventTarget | null) => boolean,
  signal: AbortSignal,
): void {
  let start: {readonly id: number; x: number; y: number; moved: boolean} | undefined;
  const end = () => {
    const moved = start?.moved;
    start = undefined;
    container.classList.remove('dragging');
    if (moved) actions.dragged();
  };
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ) => container.addEventListener(type, listener, {signal, ...options});

  on('pointerdown', event => {
    const {pointerId, pointerType, button, clientX, clientY, target} = event;
    if (start || pointerType === 'touch' || button !== 0 || apart(target)) return;
    start = {id: pointerId, x: clientX, y: clientY, moved: false};
  });
  on('pointermove', ({pointerId, clientX, clientY, buttons}) => {
    if (start?.id !== pointerId) return;
    // The button was released outside the window.
    if ((buttons & 1) === 0) {
      end();
      return;
    }
    const [right, down] = [clientX - start.x, clientY - start.y];
    if (!start.moved) {
      if (Math.hypot(right, down) < CLICK) return;
      start.moved = true;
      container.classList.add('dragging');
      container.setPointerCapture(pointerId);
    }
    [start.x, start.y] = [clientX, clientY];
    actions.drag(right, down);
  });
  on('pointerup', end);
  on('pointercancel', end);

  let travel = 0;
  let last = 0;
  on(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.timeStamp - last > WHEEL_REST) travel = 0;
      last = event.timeStamp;
      // Factors that convert lines and pages to pixels.
      travel += event.deltaY * ([1, 20, 60][event.deltaMode] ?? 1);
      if (Math.abs(travel) < WHEEL_STEP) return;
      const {left, top} = container.getBoundingClientRect();
      actions.zoomAt(event.clientX - left, event.clientY - top, -Math.sign(travel));
      travel = 0;
    },
    {passive: false},
  );
  on('dblclick', ({clientX, clientY, shiftKey, target}) => {
    if (apart(target) || (target instanceof Element && target.closest('button'))) return;
    const {left, top} = container.getBoundingClientRect();
    actions.zoomAt(clientX - left, clientY - top, shiftKey ? -1 : 1);
  });
}
