import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Bbox, boxAround, type Geo} from '../model/geo.js';

/** How far "around me" reaches, in metres. */
export const NEAR = 10_000;

/** A server needn't know at which door a reader stands: places are rounded to about a kilometre. */
const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;

/** Asks the browser where the reader is, only when told to, and keeps nothing of the answer. */
export class PositionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** An answer to a question that was put before the host left is nobody's. */
  #asking: object | undefined;
  /** Whether the last question was refused or had no answer. */
  failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** Calls back with the box around the reader, or never. */
  ask(found: (around: Bbox) => void): void {
    this.#ask(({lat, lon}) => found(boxAround({lat: rounded(lat), lon: rounded(lon)}, NEAR)), {
      maximumAge: 300_000,
      timeout: 20_000,
    });
  }

  /** Calls back with the very place where the reader stands, who wants to tell it, or never. */
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
