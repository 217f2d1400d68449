import type {LitElement, ReactiveController} from 'lit';
import type {NamedPlace} from '../../../model/geo/geo.js';
import type {LocalizedText} from '../../../model/text.js';
import type {StatusController} from '../../../controllers/status-controller.js';

/** Time without movement, in milliseconds, after which the content of the view is announced. */
const REST_MS = 500;

interface ViewStatusHost extends LitElement {
  readonly loadComplete: Promise<void>;
  readonly status: StatusController;
}

interface ViewStatusOptions {
  /** Points on the map: another object after each load. With points to fit, they are only those in the view. */
  places(): {readonly autoFitPoints?: unknown} | undefined;
  /** Returns the message about the records in view. */
  message(): string;
  /** Returns the message about those outside the view; empty if there are none. */
  outside(): string;
}

/** Announces the number of records in view once the map has come to rest, if a movement has changed it. */
export class ViewStatusController implements ReactiveController {
  readonly #host: ViewStatusHost;
  readonly #options: ViewStatusOptions;
  #places: unknown;
  #message = '';
  /** True if the last default view left places out. */
  #leavesOut = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ViewStatusHost, options: ViewStatusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /**
   * Called when the visible area or its records have changed.
   *
   * @param requested View that the user has asked for: it is announced at once, also if it is the same, after the name of
   *   its place.
   */
  handleViewChange(requested?: Pick<NamedPlace, 'name'>): void {
    const places = this.#options.places();
    // With other records, the map fits itself, and the widget that has caused it announces the result.
    const isMove = places === this.#places;
    this.#places = places;
    if (requested) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      void this.#host.updateComplete.then(() => this.#announce(requested.name));
    } else if (isMove) {
      clearTimeout(this.#timer);
      // The layout of the page moves the edges too, often while another widget filters the records.
      const hasNews = Boolean(places?.autoFitPoints) || this.#options.message() !== this.#message;
      this.#timer = hasNews ? setTimeout(() => void this.#handleRest(), REST_MS) : undefined;
    } else if (this.#timer === undefined) {
      this.#message = this.#options.message();
      void this.#handleFit();
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#places = undefined;
    this.#leavesOut = false;
  }

  async #handleRest(): Promise<void> {
    const timer = this.#timer;
    // The records of the new view may still be loading.
    await this.#host.loadComplete;
    if (timer !== this.#timer) return;
    this.#timer = undefined;
    if (this.#options.message() !== this.#message) this.#announce();
  }

  /** Announces that a new default view leaves places out, unless the one before did, with the results of all widgets. */
  async #handleFit(): Promise<void> {
    await this.#host.loadComplete;
    const outside = (): string => this.#options.outside();
    if (outside() && !this.#leavesOut) this.#host.status.report(() => [outside()].filter(Boolean));
    this.#leavesOut = Boolean(outside());
  }

  #announce(place?: LocalizedText): void {
    this.#message = this.#options.message();
    this.#host.status.announce(...(place ? [place, ' – '] : []), this.#message);
  }
}
