/** Time during which widgets above may still load, in milliseconds. */
const LOADING_MS = 5000;
/** Events after which the user decides on the position of the page. */
const USER_EVENTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/** Keeps a focused element in the window until the next action of the user, or for five seconds. */
function keepInView(element: Element): void {
  const observer = new IntersectionObserver(
    () => {
      const {top, bottom} = element.getBoundingClientRect();
      if (element.matches(':focus') && (top < 0 || bottom > innerHeight))
        element.scrollIntoView({block: 'nearest', behavior: 'instant'});
    },
    {threshold: 1},
  );
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    for (const type of USER_EVENTS) removeEventListener(type, end, true);
  };
  const timer = setTimeout(end, LOADING_MS);
  for (const type of USER_EVENTS) addEventListener(type, end, true);
  observer.observe(element);
}

/**
 * Keeps the line that has the keyboard focus after a button was used and removed, a status or a number of results, in
 * the window while linked widgets above it load and change their height.
 */
export function watchStatusFocus(): void {
  addEventListener('click', () => {
    // A list focuses its number of results after it has rendered them.
    setTimeout(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (focused?.matches(':is([role=status], .count):focus-visible')) keepInView(focused);
    });
  });
}
