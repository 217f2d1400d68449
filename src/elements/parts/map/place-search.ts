import {html, nothing} from 'lit';
import {runInSlices} from '../../../data/scheduling.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {GeolocationController} from '../../../controllers/geolocation-controller.js';
import {centerOf, type NamedPlace} from '../../../model/geo/geo.js';
import {
  hasSeveralCommunes,
  LocatedCommunes,
  type LocatedRecords,
} from '../../../model/geo/located-communes.js';
import {memo} from '../../../model/memo.js';
import {CommuneFinder} from './commune-finder.js';
import type {AddressHost} from './address-search.js';
import {LazyAddressSearch} from './lazy-address-search.js';

/** Zoom at which the map shows a commune, and the surroundings of the reader. */
const COMMUNE_ZOOM = 13;
const POSITION_ZOOM = 11;
/** Up to this number of places, their communes are collected at once. */
const MAX_EAGER_PLACES = 100;

/** Search for a part of the map: by commune, by address, or by the reader's position. */
export class PlaceSearch {
  readonly #host: AddressHost;
  readonly #i18n: LocalizeController<'placeSearch'>;
  readonly #moveTo: (place: NamedPlace, zoom: number) => void;
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  readonly #addressSearch: LazyAddressSearch;
  #places: LocatedRecords | undefined;
  /** Communes of `#collectedPlaces`; empty until they are all collected. */
  #communes: LocatedCommunes['all'] = [];
  #collectedPlaces: LocatedRecords | undefined;
  #collecting: Promise<void> | undefined;
  readonly #hasSeveral = memo(
    () => [this.#places],
    () => this.#places !== undefined && hasSeveralCommunes(this.#places),
  );
  readonly #communeOptions = memo(
    () => [this.#communes, this.#i18n.messages],
    () => this.#communes.map(({value, name}) => ({value, label: this.#i18n.placeName(name)})),
  );

  constructor(
    host: AddressHost,
    i18n: LocalizeController<'placeSearch'>,
    moveTo: (place: NamedPlace, zoom: number) => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#moveTo = moveTo;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, i18n, {
      choose: value => this.#moveToCommune(value),
      announce: sentence => host.status.announce(sentence),
      collecting: () => this.#collecting,
    });
    this.#addressSearch = new LazyAddressSearch(host, (place, zoom, value) =>
      moveTo({...place, name: {value}}, zoom),
    );
  }

  get pending(): Promise<void>[] {
    const {pending} = this.#addressSearch;
    return this.#collecting ? [this.#collecting, ...pending] : pending;
  }

  /** Renders nothing if fewer than two places have coordinates. */
  render(places: LocatedRecords): unknown {
    this.#places = places;
    // A reader who has searched for a commune may do so again.
    if (this.#collectedPlaces || places.located.length <= MAX_EAGER_PLACES) this.#collect();
    const address = this.#addressSearch.render();
    if (places.located.length < 2) return address ?? nothing;
    const {isPending: isAsking, hasFailed: failed} = this.#position;
    const {messages} = this.#i18n;
    return html`<div class="tools">
      ${
        this.#hasSeveral()
          ? html`<div class="finder" @focusin=${this.#collect}>
              ${this.#communeFinder.render(this.#communeOptions())}
            </div>`
          : nothing
      }
      <button class="button" type="button" aria-busy=${isAsking} @click=${this.#requestPosition}>
        ${messages.nearMe}
      </button>
      ${failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
      ${address ?? nothing}
    </div>`;
  }

  /** Collects the communes, in slices: each record has to be validated for it. */
  readonly #collect = (): void => {
    const places = this.#places;
    if (!places || places === this.#collectedPlaces) return;
    this.#collectedPlaces = places;
    const communes = new LocatedCommunes(places);
    const {length} = places.located;
    const finish = (): void => {
      if (places === this.#collectedPlaces) this.#communes = communes.all;
    };
    if (length <= MAX_EAGER_PLACES) {
      for (let position = 0; position < length; position++) communes.add(position);
      finish();
      return;
    }
    const collecting = runInSlices(length, position => communes.add(position)).then(async () => {
      finish();
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      if (this.#collecting === collecting) this.#collecting = undefined;
    });
    this.#collecting = collecting;
  };

  readonly #requestPosition = (): void =>
    this.#position.requestArea(box =>
      this.#moveTo({...centerOf(box), name: {value: this.#i18n.messages.nearMe}}, POSITION_ZOOM),
    );

  #moveToCommune(value: string): void {
    const commune = this.#communes.find(one => one.value === value);
    if (!commune) return;
    const name = {value: this.#i18n.placeName(commune.name)};
    this.#moveTo({...commune.center, name}, COMMUNE_ZOOM);
  }
}
