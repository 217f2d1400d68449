import {pointIn, scaleOf} from '../leaflet/viewport.js';

/** Handlers of pointer gestures. */
export interface GestureHandlers {
  /** Called during a drag with the movement in CSS pixels of the container since the last call. */
  pan(right: number, down: number): void;
  panEnd(): void;
  /** Zooms around a point of the container. */
  zoomAt(x: number, y: number, steps: number): void;
}

/** Distance in pixels below which a pointer movement is a click. */
const CLICK_TOLERANCE = 4;
/** Wheel travel in pixels for one zoom step; a notch of most mice is 100 to 120. */
const WHEEL_PIXELS_PER_STEP = 60;
/** Pause in milliseconds after which previous wheel travel is discarded. */
const WHEEL_RESET_MS = 300;

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
  handlers: GestureHandlers,
  isExcluded: (target: EventTarget | null) => boolean,
  signal: AbortSignal,
): void {
  let drag:
    {readonly id: number; readonly scale: number; x: number; y: number; moved: boolean} | undefined;
  const endDrag = () => {
    const hasMoved = drag?.moved;
    drag = undefined;
    container.classList.remove('dragging');
    if (hasMoved) handlers.panEnd();
  };
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ) => container.addEventListener(type, listener, {signal, ...options});

  on('pointerdown', event => {
    const {pointerId, pointerType, button, clientX, clientY, target} = event;
    if (drag || pointerType === 'touch' || button !== 0 || isExcluded(target)) return;
    drag = {id: pointerId, scale: scaleOf(container), x: clientX, y: clientY, moved: false};
  });
  on('pointermove', ({pointerId, clientX, clientY, buttons}) => {
    if (drag?.id !== pointerId) return;
    // The button was released outside the window.
    if ((buttons & 1) === 0) {
      endDrag();
      return;
    }
    const [right, down] = [clientX - drag.x, clientY - drag.y];
    if (!drag.moved) {
      if (Math.hypot(right, down) < CLICK_TOLERANCE) return;
      drag.moved = true;
      container.classList.add('dragging');
      container.setPointerCapture(pointerId);
    }
    [drag.x, drag.y] = [clientX, clientY];
    handlers.pan(right / drag.scale, down / drag.scale);
  });
  on('pointerup', endDrag);
  on('pointercancel', endDrag);

  let wheelTravel = 0;
  let lastWheelTime = 0;
  on(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.timeStamp - lastWheelTime > WHEEL_RESET_MS) wheelTravel = 0;
      lastWheelTime = event.timeStamp;
      // Factors that convert lines and pages to pixels.
      wheelTravel += event.deltaY * ([1, 20, 60][event.deltaMode] ?? 1);
      if (Math.abs(wheelTravel) < WHEEL_PIXELS_PER_STEP) return;
      const [x, y] = pointIn(container, event.clientX, event.clientY);
      handlers.zoomAt(x, y, -Math.sign(wheelTravel));
      wheelTravel = 0;
    },
    {passive: false},
  );
  on('dblclick', ({clientX, clientY, shiftKey, target}) => {
    if (isExcluded(target) || (target instanceof Element && target.closest('button'))) return;
    const [x, y] = pointIn(container, clientX, clientY);
    handlers.zoomAt(x, y, shiftKey ? -1 : 1);
  });
}
