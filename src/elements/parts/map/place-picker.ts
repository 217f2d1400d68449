import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import {renderButton} from '../elements.js';
import type {Geo} from '../../../model/geo/geo.js';

type PickCallback = (place: Geo | undefined) => void;

/**
 * Lets the user choose a position on a map: with a click, or by moving it to the map's centre, which also works with
 * the keyboard.
 */
export class PlacePicker {
  readonly #host: ReactiveControllerHost;
  #callback: PickCallback | undefined;
  #center: Geo | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Starts a choice. A previous one ends without a position. */
  start(callback: PickCallback): void {
    this.#finish(undefined);
    this.#callback = callback;
    this.#host.requestUpdate();
  }

  /** Called when the map itself, not a marker, is clicked. */
  readonly handleMapClick = (place: Geo): boolean => this.#finish(place);

  /** Called when the map has moved. */
  setCenter(center: Geo): void {
    this.#center = center;
  }

  /** Ends the choice without a position. Returns false if there was no choice. */
  readonly cancel = (): boolean => this.#finish(undefined);

  /** Renders crosshair and buttons on the map during a choice. */
  render({pickHint, pickMiddle, cancel}: Messages<'map'>): unknown {
    if (!this.#callback) return nothing;
    return html`<div class="aim" aria-hidden="true"></div>
      <div class="picking">
        <p class="small">${pickHint}</p>
        ${renderButton(pickMiddle, () => this.#finish(this.#center))}
        ${renderButton(cancel, this.cancel)}
      </div>`;
  }

  #finish(place: Geo | undefined): boolean {
    const callback = this.#callback;
    if (!callback) return false;
    this.#callback = undefined;
    this.#host.requestUpdate();
    callback(place);
    return true;
  }
}
