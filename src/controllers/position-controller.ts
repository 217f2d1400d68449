import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Bbox, boxAround, type Geo} from '../model/geo.js';

/** Radius of "Around me", in metres. */
export const NEAR = 10_000;

/** Rounds coordinates to about a kilometre, so that the server does not learn the exact position. */
const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

/** Gets the user's position from the browser, only on request, and does not store it. */
export class PositionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Identifies the current request: results of a request made before disconnection are ignored. */
  #asking: object | undefined;
  /** True if the last request was denied or timed out. */
  failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** Calls back with a box around the user; not called on failure. */
  ask(found: (around: Bbox) => void): void {
    this.#ask(({lat, lon}) => found(boxAround({lat: rounded(lat), lon: rounded(lon)}, NEAR)), {
      maximumAge: 300_000,
      timeout: 20_000,
    });
  }

  /** Calls back with the exact position of the user, who wants to share it; not called on failure. */
  locate(found: (place: Geo) => void): void {
    this.#ask(found, {enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000});
  }

  #ask(found: (place: Geo) => void, options: PositionOptions): void {
    if (this.#asking) return;
    const asking = {};
    const end = (act: () => void) => (): void => {
      if (this.#asking !== asking) return;
      this.#asking = undefined;
      act();
      this.#host.requestUpdate();
    };
    const fail = end(() => (this.failed = true));
    this.#asking = asking;
    this.failed = false;
    this.#host.requestUpdate();
    const {geolocation} = navigator as Partial<Navigator>;
    if (!geolocation) {
      fail();
      return;
    }
    geolocation.getCurrentPosition(
      ({coords: {latitude, longitude}}) => end(() => found({lat: latitude, lon: longitude}))(),
      fail,
      options,
    );
  }

  hostDisconnected(): void {
    this.#asking = undefined;
    this.failed = false;
  }
}
