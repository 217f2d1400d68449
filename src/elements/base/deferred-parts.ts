import type {LitElement} from 'lit';
import {afterPaint} from '../../data/scheduling.js';

/** Parts of an element that are not visible at first: rendered after the first frame, each in a frame of its own. */
export class DeferredParts {
  readonly #host: LitElement;
  readonly #requested = new Set<string>();
  readonly #rendered = new Set<string>();
  #work: Promise<void> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Number of parts that are rendered. */
  get count(): number {
    return this.#rendered.size;
  }

  /** Rendering of the requested parts, if any. */
  get pending(): Promise<void>[] {
    return this.#work ? [this.#work] : [];
  }

  /** Returns true if a part is to be rendered now. Requests an update that renders it otherwise. */
  isDue(key: string): boolean {
    if (this.#rendered.has(key)) return true;
    this.#requested.add(key);
    this.#work ??= this.#renderRequested();
    return false;
  }

  async #renderRequested(): Promise<void> {
    for (const key of this.#requested) {
      await afterPaint();
      this.#requested.delete(key);
      this.#rendered.add(key);
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    this.#work = undefined;
  }
}
