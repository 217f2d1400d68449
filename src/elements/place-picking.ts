import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {Messages} from '../i18n/messages.js';
import type {Geo} from '../model/geo.js';

type Answer = (place: Geo | undefined) => void;

/** Lets a reader choose a place on a map: by a click, or by bringing it to the middle, as keys can do too. */
export class PlacePicking {
  readonly #host: ReactiveControllerHost;
  #answer: Answer | undefined;
  #middle: Geo | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isAsking(): boolean {
    return this.#answer !== undefined;
  }

  /** Asks for a place; a question before that is answered by none. */
  ask(answer: Answer): void {
    this.#give(undefined);
    this.#answer = answer;
    this.#host.requestUpdate();
  }

  /** The ground of the map was clicked. */
  readonly placed = (place: Geo): void => this.#give(place);

  /** The map looks elsewhere. */
  viewed(middle: Geo): void {
    this.#middle = middle;
  }

  /** The reader would rather not. */
  readonly cancel = (): void => this.#give(undefined);

  /** What lies on the map while it asks. */
  render({pickHint, pickMiddle, cancel}: Messages<'map'>): unknown {
    if (!this.#answer) return nothing;
    return html`<div class="aim" aria-hidden="true"></div>
      <div class="picking">
        <p class="small">${pickHint}</p>
        <button class="button" type="button" @click=${() => this.#give(this.#middle)}>
          ${pickMiddle}
        </button>
        <button class="button" type="button" @click=${this.cancel}>${cancel}</button>
      </div>`;
  }

  #give(place: Geo | undefined): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = undefined;
    this.#host.requestUpdate();
    answer(place);
  }
}
