/** Replaces `navigator.geolocation` until `restore`. */
export class StubGeolocation {
  requestCount = 0;
  #onSuccess: PositionCallback = () => {};
  #onError: PositionErrorCallback | null | undefined;

  constructor() {
    Object.defineProperty(navigator, 'geolocation', {configurable: true, value: this});
  }

  getCurrentPosition(found: PositionCallback, refused?: PositionErrorCallback | null): void {
    this.requestCount++;
    this.#onSuccess = found;
    this.#onError = refused;
  }

  succeed(latitude: number, longitude: number): void {
    this.#onSuccess({coords: {latitude, longitude}} as GeolocationPosition);
  }

  deny(): void {
    this.#onError?.({code: 1} as GeolocationPositionError);
  }

  restore(): void {
    delete (navigator as {geolocation?: unknown}).geolocation;
  }
}
