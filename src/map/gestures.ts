/** What a pointer does to the map. */
export interface GestureActions {
  /** Moves what is seen by so many pixels, while a drag goes on. */
  drag(right: number, down: number): void;
  dragged(): void;
  /** Zooms about a point of the container. */
  zoomAt(x: number, y: number, steps: number): void;
}

/** A pointer that moves less than this has clicked. */
const CLICK = 4;
/** Wheel travel, in pixels, that makes one step of zoom; a notch of most mice has 100 to 120. */
const WHEEL_STEP = 60;
/** Wheel travel from before a rest of so many milliseconds counts no more. */
const WHEEL_REST = 300;

/**
 * Mouse and pen drag the map, a double click zooms. The wheel and one finger belong to the page, so that nobody who
 * scrolls by gets stuck in the map: the wheel zooms with Ctrl or ⌘ (which is also what a trackpad's pinch sends), and on
 * touch two fingers move and zoom (Leaflet's own handler; `touch-action` in the style sheet leaves one finger's pan to
 * the page). `signal` ends all listening; `apart` says what is in the container but no map, a popup.
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
    // The button was let go outside the window.
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
      // Lines and pages, in pixels.
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
