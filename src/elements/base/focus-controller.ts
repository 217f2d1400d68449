import type {LitElement, ReactiveController} from 'lit';
import {focusStatusLine} from '../../controllers/status-controller.js';
import {afterPaint} from '../../data/scheduling.js';

/**
 * Moves the focus to the status line when the element that has it is removed, hidden or disabled: by an update, by a
 * style sheet, or because the page's own content gives way to the data. The next Tab continues in the widget instead of
 * at the top of the page. Views that have a better target focus it before the update, or as soon as it is complete.
 */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  /** Element that had the focus before the update. */
  #focused: Element | null | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusout', this.#handleFocusOut);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusout', this.#handleFocusOut);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? this.#host.querySelector(':focus');
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = undefined;
    if (focused) void this.#restoreAfterUpdate(focused);
  }

  /** Views that wait for the same update come first. */
  async #restoreAfterUpdate(focused: Element): Promise<void> {
    await this.#host.updateComplete;
    await Promise.resolve();
    // Only a layout shows if it is hidden. Forced in each update, it took 5 ms of each key in a search field.
    if (isEnabled(focused)) await afterPaint();
    this.#restore(focused);
  }

  /** Chromium and WebKit blur an element that a style sheet has hidden, after an animation frame. */
  readonly #handleFocusOut = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (!event.relatedTarget && target instanceof Element) void this.#restoreAfterUpdate(target);
  };

  #restore(focused: Element): void {
    const {activeElement, body} = document;
    const isLost = !activeElement || activeElement === body || hasFocus(focused);
    if (!isLost || canHaveFocus(focused)) return;
    focusStatusLine(this.#host.renderRoot.querySelector('[role=status]'));
  }
}

const hasFocus = (element: Element): boolean =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element;

/** Returns true if an element is in the page and enabled. */
const isEnabled = (element: Element): boolean =>
  element.isConnected && !element.matches(':disabled, [inert], [inert] *');

/** Returns true if an element is rendered, visible and enabled. */
const canHaveFocus = (element: Element): boolean =>
  isEnabled(element) &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';
