import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hearWayBack, unhearWayBack} from './way-back.js';

/** Owner of each parameter on this page. A second widget with the same parameter does not use the URL. */
const taken = new Map<string, unknown>();

interface Options {
  /** Name of the parameter, such as `explorer.view`; undefined to not use the URL. */
  name(): string | undefined;
  /** Value for the URL; undefined to remove the parameter. */
  value(): string | undefined;
  /** Applies the value from the URL, null if absent. Must accept invalid values. */
  read(text: string | null): void;
}

/** Keeps a value in a query parameter with `replaceState`. Other parameters and the hash are preserved. */
export class ParameterController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #name: string | undefined;
  #written: string | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Name of the parameter; undefined if it is not in the URL. */
  get name(): string | undefined {
    return this.#name;
  }

  hostConnected(): void {
    hearWayBack(this.#back);
    // Applied before the first request, so that the value from the URL is rendered first.
    this.#settle();
  }

  hostDisconnected(): void {
    unhearWayBack(this.#back);
    this.#release();
  }

  hostUpdate(): void {
    this.#settle();
  }

  hostUpdated(): void {
    if (this.#name === undefined) return;
    const value = this.#options.value();
    if (value === this.#written) return;
    this.#written = value;
    try {
      history.replaceState(history.state, '', addressWith(this.#name, value));
    } catch {
      // Sandboxed and `data:` pages cannot change their URL.
    }
  }

  #settle(): void {
    const name = this.#options.name();
    if (name === this.#name) return;
    this.#release();
    if (name === undefined || taken.has(name)) return;
    taken.set(name, this);
    this.#name = name;
    this.#read();
  }

  #release(): void {
    if (this.#name !== undefined) taken.delete(this.#name);
    this.#name = undefined;
  }

  readonly #back = (): void => {
    if (this.#name === undefined) return;
    this.#read();
    this.#host.requestUpdate();
  };

  #read(): void {
    this.#options.read(new URLSearchParams(location.search).get(this.#name ?? ''));
    this.#written = this.#options.value();
  }
}

/** Returns the URL of the page with a parameter set or removed. */
export function addressWith(name: string, value: string | undefined): string {
  const url = new URL(location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}
