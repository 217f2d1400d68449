import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hearWayBack, unhearWayBack} from './way-back.js';

/** Names in use on this page, and by whom; a second widget of the same name leaves the address alone. */
const taken = new Map<string, unknown>();

interface Options {
  /** What it is called in the address: `explorer.view`; undefined: it is not kept there. */
  name(): string | undefined;
  /** What is to stand in the address; undefined: nothing. */
  value(): string | undefined;
  /** Takes up what the address says, null where it says nothing; makes of it what it can. */
  read(text: string | null): void;
}

/** Keeps one word in the page's query string by `replaceState`. No other parameter is touched, nor the hash. */
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

  /** The name under which the address has it; undefined where it has not. */
  get name(): string | undefined {
    return this.#name;
  }

  hostConnected(): void {
    hearWayBack(this.#back);
    // Before anything is asked for: what the address wants is what is shown first.
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
      // Sandboxed and `data:` pages have no address to keep it in.
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

/** The page's address with another value of a parameter, or without it. */
export function addressWith(name: string, value: string | undefined): string {
  const url = new URL(location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}
