import {FilterChangeEvent} from '../../events/events.js';
import {ancestorsOf} from './ancestors.js';

/** Time during which linked widgets may still load, in milliseconds. */
const LOADING_MS = 5000;
/** Events after which the user decides on the position of the page. */
const USER_EVENTS = ['wheel', 'touchmove', 'pointerdown', 'keydown', FilterChangeEvent.type];

function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === document.body ? null : focused;
}

const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight &&
  /auto|scroll/.test(getComputedStyle(element).overflowY);

function isInWindow(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/**
 * Keeps an element at its place in the window until the next action of the user, or for five seconds. If it is removed,
 * the element that then has the focus is kept in the window.
 */
function keepInPlace(element: Element): void {
  // A status line that has received the focus from a removed button may be anywhere.
  if (!isInWindow(element)) element.scrollIntoView({block: 'nearest', behavior: 'instant'});
  const {top} = element.getBoundingClientRect();
  const ancestors = ancestorsOf(element);
  const scroller =
    ancestors.find(one => one !== document.body && scrolls(one)) ?? document.scrollingElement;
  const correct = (): void => {
    if (element.getClientRects().length === 0)
      focusedElement()?.scrollIntoView({block: 'nearest', behavior: 'instant'});
    else scroller?.scrollBy({top: element.getBoundingClientRect().top - top, behavior: 'instant'});
  };
  const observer = new ResizeObserver(correct);
  addEventListener('focusin', correct);
  // Whatever changes its height above the element changes that of an ancestor, or of an element before one.
  for (const outer of [element, ...ancestors])
    for (let before: Element | null = outer; before; before = before.previousElementSibling)
      observer.observe(before);
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    removeEventListener('focusin', correct);
    for (const type of USER_EVENTS) removeEventListener(type, end, true);
  };
  const timer = setTimeout(end, LOADING_MS);
  for (const type of USER_EVENTS) addEventListener(type, end, true);
}

/**
 * Keeps the control by which a user changes a filter at its place in the window, while linked widgets above it load and
 * change their height. The browser's own scroll anchoring does not consider which element is in use.
 */
export function startScrollAnchoring(): void {
  addEventListener(
    FilterChangeEvent.type,
    ({target}) => {
      const focused = focusedElement();
      // WebKit does not focus a button that is clicked.
      const widget = target as Element;
      keepInPlace(focused && ancestorsOf(focused).includes(widget) ? focused : widget);
    },
    true,
  );
}
