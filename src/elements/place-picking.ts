import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {Messages} from '../i18n/messages.js';
import type {Geo} from '../model/geo.js';

type Answer = (place: Geo | undefined) => void;

/**
 * Lets the user choose a position on a map: with a click, or by moving it to the map's centre, which also works with
 * the keyboard.
 */
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

  /** Starts a choice. A previous one ends without a position. */
  ask(answer: Answer): void {
    this.#give(undefined);
    this.#answer = answer;
    this.#host.requestUpdate();
  }

  /** Called when the map itself, not a marker, is clicked. */
  readonly placed = (place: Geo): void => this.#give(place);

  /** Called when the map has moved. */
  viewed(middle: Geo): void {
    this.#middle = middle;
  }

  /** Ends the choice without a position. */
  readonly cancel = (): void => this.#give(undefined);

  /** Renders crosshair and buttons on the map during a choice. */
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
