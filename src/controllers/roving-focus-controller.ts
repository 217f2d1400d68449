import type {LitElement, ReactiveController} from 'lit';

/** Returns the index that a key moves to in a row of controls (WAI-ARIA APG, Tabs and Toolbar). */
export function targetIndex(
  key: string,
  from: number,
  count: number,
  isVertical = false,
): number | undefined {
  if (key === 'ArrowRight' || (isVertical && key === 'ArrowDown')) return (from + 1) % count;
  if (key === 'ArrowLeft' || (isVertical && key === 'ArrowUp')) return (from + count - 1) % count;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : undefined;
}

/** True if a key is pressed with another one that gives it a different meaning. */
export const hasModifier = ({altKey, ctrlKey, metaKey, shiftKey}: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;

interface RovingFocusOptions {
  /** Selector of the groups. A control belongs to the closest one. */
  readonly groups: string;
  /** Selector of the controls. All but the first of a group are rendered with `tabindex="-1"`. */
  readonly controls: string;
}

/**
 * Makes each group of controls one tab stop: arrow keys, Home and End move the focus inside it (WAI-ARIA APG, Toolbar).
 * The tab stop is the focused control; once the focus has left the group, its first one.
 */
export class RovingFocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RovingFocusOptions;
  #group: Element | undefined;

  constructor(host: LitElement, options: RovingFocusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const {renderRoot} = this.#host;
    renderRoot.addEventListener('keydown', this.#handleKey as EventListener);
    renderRoot.addEventListener('focusin', this.#handleFocus);
    renderRoot.addEventListener('focusout', this.#handleBlur as EventListener);
  }

  hostDisconnected(): void {
    const {renderRoot} = this.#host;
    renderRoot.removeEventListener('keydown', this.#handleKey as EventListener);
    renderRoot.removeEventListener('focusin', this.#handleFocus);
    renderRoot.removeEventListener('focusout', this.#handleBlur as EventListener);
    this.#leaveGroup();
  }

  /** Leaves the group if its focused control has been removed, which fires no event in some browsers. */
  hostUpdated(): void {
    if (!this.#group?.matches(':focus-within')) this.#leaveGroup();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const {target, key} = event;
    const group = this.#groupOf(target);
    if (!group || event.defaultPrevented || hasModifier(event)) return;
    const controls = this.#controlsOf(group).filter(one => one.getClientRects().length > 0);
    const from = controls.indexOf(target as HTMLElement);
    if (from < 0 || controls.length < 2) return;
    const isVertical = group.ariaOrientation === 'vertical';
    const to = targetIndex(key, from, controls.length, isVertical);
    if (to === undefined) return;
    event.preventDefault();
    controls[to]?.focus();
  };

  readonly #handleFocus = ({target}: Event): void => {
    const group = this.#groupOf(target);
    if (group !== this.#group) this.#leaveGroup();
    const controls = group && this.#controlsOf(group);
    if (!controls?.includes(target as HTMLElement)) return;
    this.#group = group;
    setTabStop(controls, target);
  };

  readonly #handleBlur = ({relatedTarget}: FocusEvent): void => {
    if (!this.#group?.contains(relatedTarget as Node | null)) this.#leaveGroup();
  };

  /** Makes the first control of the group its tab stop again. */
  #leaveGroup(): void {
    const group = this.#group;
    this.#group = undefined;
    if (!group) return;
    const controls = this.#controlsOf(group);
    setTabStop(controls, controls[0]);
  }

  #groupOf(target: EventTarget | null): Element | undefined {
    return (target instanceof Element && target.closest(this.#options.groups)) || undefined;
  }

  #controlsOf(group: Element): HTMLElement[] {
    const all = group.querySelectorAll<HTMLElement>(this.#options.controls);
    return [...all].filter(control => this.#groupOf(control) === group);
  }
}

const setTabStop = (
  controls: readonly HTMLElement[],
  stop: EventTarget | undefined | null,
): void => {
  for (const control of controls)
    if (control === stop) control.removeAttribute('tabindex');
    else control.tabIndex = -1;
};
