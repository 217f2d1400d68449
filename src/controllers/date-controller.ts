import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {localDayNumber} from '../model/agenda.js';

export interface DateHost {
  /** Date used as the current one. Default: the date of the clock. */
  readonly now?: Date | undefined;
}

/**
 * Current date of an element. Updates the element at midnight, and when a hidden page is shown again: screens in public
 * buildings show a page for months, and phones keep one for days.
 */
export class DateController implements ReactiveController {
  readonly #host: ReactiveControllerHost & DateHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & DateHost) {
    this.#host = host;
    host.addController(this);
  }

  get now(): Date {
    return this.#host.now ?? new Date();
  }

  /** Current day in the time zone of the browser, as a day number. */
  get today(): number {
    return localDayNumber(this.now);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#update);
    this.#waitForMidnight();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#update);
    clearTimeout(this.#timer);
  }

  readonly #update = (): void => {
    this.#waitForMidnight();
    // A hidden page loads nothing until it is shown.
    if (!document.hidden) this.#host.requestUpdate();
  };

  #waitForMidnight(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#update, midnight.getTime() - now.getTime());
  }
}
