import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import {type Geo, centerOf} from '../../model/geo/geo.js';
import {CommuneFinder} from '../parts/map/commune-finder.js';
import type {PlaceIndex} from './place-index.js';

/** Zoom at which the map shows a commune, and the surroundings of the reader. */
const COMMUNE_ZOOM = 13;
const POSITION_ZOOM = 11;
/** Above this number of projects, the communes are collected on the first focus of the field. */
const MAX_EAGER_PLACES = 2000;

interface PlaceSearchOptions {
  moveTo(center: Geo, zoom: number): void;
  announce(sentence: string): void;
}

/** Search for a part of the map: by commune, or by the reader's position. */
export class PlaceSearch {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'placeSearch'>;
  readonly #moveTo: PlaceSearchOptions['moveTo'];
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  /** True once the search field has had the focus. */
  #hasHadFocus = false;
  #placeIndex: PlaceIndex | undefined;

  constructor(
    host: ReactiveControllerHost,
    i18n: LocalizeController<'placeSearch'>,
    {moveTo, announce}: PlaceSearchOptions,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#moveTo = moveTo;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, i18n, {
      choose: value => this.#moveToCommune(value),
      announce,
    });
  }

  /** Renders nothing if fewer than two places have coordinates. */
  render(places: PlaceIndex): unknown {
    this.#placeIndex = places;
    if (places.located.length < 2) return nothing;
    const communes =
      this.#hasHadFocus || places.length < MAX_EAGER_PLACES ? places.communes : undefined;
    const {isPending: isAsking, hasFailed: failed} = this.#position;
    const {messages, placeName: place} = this.#i18n;
    return html`<div class="tools">
      ${
        communes && communes.length < 2
          ? nothing
          : html`<div class="finder" @focusin=${this.#handleFocus}>
              ${this.#communeFinder.render(
                (communes ?? []).map(({value, name}) => ({value, name: place(name)})),
              )}
            </div>`
      }
      <button class="button" type="button" aria-busy=${isAsking} @click=${this.#requestPosition}>
        ${messages.nearMe}
      </button>
      ${failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
    </div>`;
  }

  readonly #handleFocus = (): void => {
    this.#hasHadFocus = true;
    this.#host.requestUpdate();
  };

  readonly #requestPosition = (): void =>
    this.#position.requestArea(box => this.#moveTo(centerOf(box), POSITION_ZOOM));

  #moveToCommune(value: string): void {
    const commune = this.#placeIndex?.communes.find(one => one.value === value);
    if (commune) this.#moveTo(commune.center, COMMUNE_ZOOM);
  }
}
