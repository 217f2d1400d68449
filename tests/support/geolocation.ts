/** Replaces `navigator.geolocation` until `restore`. */
export class StubGeolocation {
  asked = 0;
  #found: PositionCallback = () => {};
  #refused: PositionErrorCallback | null | undefined;

  constructor() {
    Object.defineProperty(navigator, 'geolocation', {configurable: true, value: this});
  }

  getCurrentPosition(found: PositionCallback, refused?: PositionErrorCallback | null): void {
    this.asked++;
    this.#found = found;
    this.#refused = refused;
  }

  answer(latitude: number, longitude: number): void {
    this.#found({coords: {latitude, longitude}} as GeolocationPosition);
  }

  refuse(): void {
    this.#refused?.({code: 1} as GeolocationPositionError);
  }

  end(): void {
    delete (navigator as {geolocation?: unknown}).geolocation;
  }
}
