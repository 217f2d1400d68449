import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {PositionController} from '../../controllers/position-controller.js';
import {type Geo, middleOf} from '../../model/geo.js';
import {CommuneFinder} from '../commune-finder.js';
import type {Places} from './places.js';

/** Zoom at which the map shows a commune, and the surroundings of the reader. */
const COMMUNE_ZOOM = 13;
const NEAR_ZOOM = 11;
/** Above this number of projects, the communes are collected on the first focus of the field. */
const MANY = 2000;

interface Acts {
  go(center: Geo, zoom: number): void;
  announce(sentence: string): void;
}

/** Search for a part of the map: by commune, or by the reader's position. */
export class Finding {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'finding'>;
  readonly #go: Acts['go'];
  readonly #position: PositionController;
  readonly #finder: CommuneFinder;
  /** True once the search field has had the focus. */
  #isUsed = false;
  #places: Places | undefined;

  constructor(
    host: ReactiveControllerHost,
    i18n: LocalizeController<'finding'>,
    {go, announce}: Acts,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#go = go;
    this.#position = new PositionController(host);
    this.#finder = new CommuneFinder(host, i18n, {choose: value => this.#choose(value), announce});
  }

  /** Renders nothing if fewer than two places have coordinates. */
  render(places: Places): unknown {
    this.#places = places;
    if (places.located.length < 2) return nothing;
    const communes = this.#isUsed || places.length < MANY ? places.communes : undefined;
    const {isAsking, failed} = this.#position;
    const {messages, place} = this.#i18n;
    return html`<div class="tools">
      ${
        communes && communes.length < 2
          ? nothing
          : html`<div class="finder" @focusin=${this.#use}>
              ${this.#finder.render(
                (communes ?? []).map(({value, name}) => ({value, name: place(name)})),
              )}
            </div>`
      }
      <button class="button" type="button" aria-busy=${isAsking} @click=${this.#ask}>
        ${messages.nearMe}
      </button>
      ${failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
    </div>`;
  }

  readonly #use = (): void => {
    this.#isUsed = true;
    this.#host.requestUpdate();
  };

  readonly #ask = (): void => this.#position.ask(box => this.#go(middleOf(box), NEAR_ZOOM));

  #choose(value: string): void {
    const commune = this.#places?.communes.find(one => one.value === value);
    if (commune) this.#go(commune.center, COMMUNE_ZOOM);
  }
}
