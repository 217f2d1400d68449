import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Bbox, boxAround, type Geo} from '../model/geo/geo.js';

/** Radius of "Around me", in metres. */
export const NEARBY_RADIUS = 10_000;

/** Rounds coordinates to about a kilometre, so that the server does not learn the exact position. */
const roundCoordinate = (degrees: number): number => Math.round(degrees * 100) / 100;

/** Returns the area around a place, to be sent to a server. */
export const nearbyArea = ({lat, lon}: Geo): Bbox =>
  boxAround({lat: roundCoordinate(lat), lon: roundCoordinate(lon)}, NEARBY_RADIUS);

/** Gets the user's position from the browser, only on request, and does not store it. */
export class GeolocationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Identifies the current request: results of a request made before disconnection are ignored. */
  #requestToken: object | undefined;
  /** True if the last request was denied or timed out. */
  hasFailed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isPending(): boolean {
    return this.#requestToken !== undefined;
  }

  /** Calls back with a box around the user; not called on failure. */
  requestArea(onArea: (around: Bbox) => void): void {
    this.#request(place => onArea(nearbyArea(place)), {maximumAge: 300_000, timeout: 20_000});
  }

  /** Calls back with the exact position of the user, who wants to share it; not called on failure. */
  requestPosition(onPosition: (place: Geo) => void): void {
    this.#request(onPosition, {enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000});
  }

  #request(onPosition: (place: Geo) => void, options: PositionOptions): void {
    if (this.#requestToken) return;
    const token = {};
    const end = (callback: () => void) => (): void => {
      if (this.#requestToken !== token) return;
      this.#requestToken = undefined;
      callback();
      this.#host.requestUpdate();
    };
    const fail = end(() => (this.hasFailed = true));
    this.#requestToken = token;
    this.hasFailed = false;
    this.#host.requestUpdate();
    const {geolocation} = navigator as Partial<Navigator>;
    if (!geolocation) {
      fail();
      return;
    }
    geolocation.getCurrentPosition(
      ({coords: {latitude, longitude}}) => end(() => onPosition({lat: latitude, lon: longitude}))(),
      fail,
      options,
    );
  }

  hostDisconnected(): void {
    this.#requestToken = undefined;
    this.hasFailed = false;
  }
}
