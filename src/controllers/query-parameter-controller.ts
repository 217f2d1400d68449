import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {addPopStateListener, removePopStateListener} from './popstate.js';

/** Owner of each parameter on this page. A second widget with the same parameter does not use the URL. */
const owners = new Map<string, unknown>();

interface QueryParameterOptions {
  /** Name of the parameter, such as `explorer.view`; undefined to not use the URL. */
  name(): string | undefined;
  /** Value for the URL; undefined to remove the parameter. */
  value(): string | undefined;
  /** Applies the value from the URL, null if absent. Must accept invalid values. */
  apply(text: string | null): void;
}

/** Keeps a value in a query parameter with `replaceState`. Other parameters and the hash are preserved. */
export class QueryParameterController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: QueryParameterOptions;
  #name: string | undefined;
  #lastWritten: string | undefined;

  constructor(host: ReactiveControllerHost, options: QueryParameterOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Name of the parameter; undefined if it is not in the URL. */
  get name(): string | undefined {
    return this.#name;
  }

  hostConnected(): void {
    addPopStateListener(this.#handlePopState);
    // Applied before the first request, so that the value from the URL is rendered first.
    this.#updateName();
  }

  hostDisconnected(): void {
    removePopStateListener(this.#handlePopState);
    this.#releaseName();
  }

  hostUpdate(): void {
    this.#updateName();
  }

  hostUpdated(): void {
    if (this.#name === undefined) return;
    const value = this.#options.value();
    if (value === this.#lastWritten) return;
    this.#lastWritten = value;
    try {
      history.replaceState(history.state, '', urlWithParameter(this.#name, value));
    } catch {
      // Sandboxed and `data:` pages cannot change their URL.
    }
  }

  #updateName(): void {
    const name = this.#options.name();
    if (name === this.#name) return;
    this.#releaseName();
    if (name === undefined || owners.has(name)) return;
    owners.set(name, this);
    this.#name = name;
    this.#readUrl();
  }

  #releaseName(): void {
    if (this.#name !== undefined) owners.delete(this.#name);
    this.#name = undefined;
  }

  readonly #handlePopState = (): void => {
    if (this.#name === undefined) return;
    this.#readUrl();
    this.#host.requestUpdate();
  };

  #readUrl(): void {
    this.#options.apply(new URLSearchParams(location.search).get(this.#name ?? ''));
    this.#lastWritten = this.#options.value();
  }
}

/** Returns the URL of the page with a parameter set or removed. */
export function urlWithParameter(name: string, value: string | undefined): string {
  const url = new URL(location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}
