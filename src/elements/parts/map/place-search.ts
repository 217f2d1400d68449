import {html, nothing} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {GeolocationController} from '../../../controllers/geolocation-controller.js';
import {type Geo, centerOf} from '../../../model/geo/geo.js';
import type {Text} from '../../../model/text.js';
import {memo} from '../../../model/memo.js';
import {CommuneFinder} from './commune-finder.js';
import type {AddressHost} from './address-search.js';
import {LazyAddressSearch} from './lazy-address-search.js';

/** Zoom at which the map shows a commune, and the surroundings of the reader. */
const COMMUNE_ZOOM = 13;
const POSITION_ZOOM = 11;
/** Above this number of projects, the communes are collected on the first focus of the field. */
const MAX_EAGER_PLACES = 2000;

/** Places to search for. */
export interface SearchablePlaces {
  readonly length: number;
  /** Indices of those with coordinates. */
  readonly located: ArrayLike<number>;
  /** Communes of the places; computed on first access. */
  readonly communes: readonly {readonly value: string; readonly name: Text; readonly center: Geo}[];
}

/** Search for a part of the map: by commune, by address, or by the reader's position. */
export class PlaceSearch {
  readonly #host: AddressHost;
  readonly #i18n: LocalizeController<'placeSearch'>;
  readonly #moveTo: (center: Geo, zoom: number) => void;
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  readonly #addressSearch: LazyAddressSearch;
  /** True once the search field has had the focus. */
  #hasHadFocus = false;
  #places: SearchablePlaces | undefined;
  readonly #communeOptions = memo(
    () => [this.#places, this.#isCollected, this.#i18n.messages],
    () =>
      (this.#isCollected ? (this.#places?.communes ?? []) : []).map(({value, name}) => ({
        value,
        label: this.#i18n.placeName(name),
      })),
  );

  constructor(
    host: AddressHost,
    i18n: LocalizeController<'placeSearch'>,
    moveTo: (center: Geo, zoom: number) => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#moveTo = moveTo;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, i18n, {
      choose: value => this.#moveToCommune(value),
      announce: sentence => host.status.announce(sentence),
    });
    this.#addressSearch = new LazyAddressSearch(host, moveTo);
  }

  get pending(): Promise<void>[] {
    return this.#addressSearch.pending;
  }

  /** Renders nothing if fewer than two places have coordinates. */
  render(places: SearchablePlaces): unknown {
    this.#places = places;
    const address = this.#addressSearch.render();
    if (places.located.length < 2) return address ?? nothing;
    const {isPending: isAsking, hasFailed: failed} = this.#position;
    const {messages} = this.#i18n;
    return html`<div class="tools">
      ${
        this.#isCollected && places.communes.length < 2
          ? nothing
          : html`<div class="finder" @focusin=${this.#handleFocus}>
              ${this.#communeFinder.render(this.#communeOptions())}
            </div>`
      }
      <button class="button" type="button" aria-busy=${isAsking} @click=${this.#requestPosition}>
        ${messages.nearMe}
      </button>
      ${failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
      ${address ?? nothing}
    </div>`;
  }

  /** True if the communes of the records are known. */
  get #isCollected(): boolean {
    return this.#hasHadFocus || (this.#places?.length ?? 0) < MAX_EAGER_PLACES;
  }

  readonly #handleFocus = (): void => {
    this.#hasHadFocus = true;
    this.#host.requestUpdate();
  };

  readonly #requestPosition = (): void =>
    this.#position.requestArea(box => this.#moveTo(centerOf(box), POSITION_ZOOM));

  #moveToCommune(value: string): void {
    const commune = this.#places?.communes.find(one => one.value === value);
    if (commune) this.#moveTo(commune.center, COMMUNE_ZOOM);
  }
}
