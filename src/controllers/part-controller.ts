import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Imports code on first use. */
export class PartController<T> implements ReactiveController {
  /** Value of the imported code. */
  value: T | undefined;
  /** True if the import failed; the importing function has logged a warning. */
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

  /** Import in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#loading ? [this.#loading] : [];
  }

  hostUpdate(): void {
    if (this.#wanted() && !this.value && !this.hasFailed) void this.fetch();
  }

  /** Imports the code now. Resolves when it is available or has failed. */
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
