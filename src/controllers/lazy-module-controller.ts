import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Imports code on first use. */
export class LazyModuleController<T> implements ReactiveController {
  /** Value of the imported code. */
  value: T | undefined;
  /** True if the last import failed; the importing function has logged a warning. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #isNeeded: () => boolean;
  readonly #importModule: () => Promise<T>;
  #loading: Promise<void> | undefined;

  constructor(
    host: ReactiveControllerHost,
    isNeeded: () => boolean,
    importModule: () => Promise<T>,
  ) {
    this.#host = host;
    this.#isNeeded = isNeeded;
    this.#importModule = importModule;
    host.addController(this);
  }

  /** Import in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#loading ? [this.#loading] : [];
  }

  hostUpdate(): void {
    if (!this.value && !this.hasFailed && this.#isNeeded()) void this.load();
  }

  /** Imports the code now. Resolves when it is available or has failed. */
  load(): Promise<void> {
    if (!this.value) this.#loading ??= this.#runImport();
    return this.#loading ?? Promise.resolve();
  }

  async #runImport(): Promise<void> {
    this.hasFailed = false;
    try {
      this.value ??= await this.#importModule();
    } catch {
      this.hasFailed = true;
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}
