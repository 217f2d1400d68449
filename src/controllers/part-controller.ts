import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Code that a widget needs only at times: fetched when it first does. */
export class PartController<T> implements ReactiveController {
  /** What the code gives, once it is there. */
  value: T | undefined;
  /** Whether it could not be had; what fetches it has told the webmaster. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => boolean;
  readonly #load: () => Promise<T>;
  #loading: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, wanted: () => boolean, load: () => Promise<T>) {
    this.#host = host;
    this.#wanted = wanted;
    this.#load = load;
    host.addController(this);
  }

  /** While the code is on its way, for whoever waits for the widget to be drawn. */
  get pending(): Promise<void>[] {
    return this.#loading ? [this.#loading] : [];
  }

  hostUpdate(): void {
    if (this.#wanted() && !this.value && !this.hasFailed) void this.fetch();
  }

  /** Fetches it now; resolves when it is there or can't be had. */
  fetch(): Promise<void> {
    if (!this.value) this.#loading ??= this.#fetch();
    return this.#loading ?? Promise.resolve();
  }

  async #fetch(): Promise<void> {
    try {
      this.value ??= await this.#load();
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}
