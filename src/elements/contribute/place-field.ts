import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {PositionController} from '../../controllers/position-controller.js';
import {sharedClient} from '../../data/client.js';
import {loadSources} from '../../data/load-sources.js';
import type {Geo} from '../../model/geo.js';
import {parseCoordinates, toMetre, writeCoordinates} from './coordinates.js';
import type {Draft} from './draft.js';
import {describedBy, type FieldFrame, renderField, renderNeed, renderNotes} from './field.js';
import {ASKS, type Kind} from './kinds.js';
import type {Words} from './words.js';

interface Options {
  draft(): Draft;
  set(part: Partial<Draft>): void;
  announce(sentence: string): void;
  warn(line: string): void;
  /** Focuses the element with an id. */
  focus(id: string): void;
  /** URL of the table of communes; an empty string if none. */
  places(): string;
  /** Returns a function that asks for a place on another map of the page; undefined if there is none. */
  elsewhere(): ((answer: (place: Geo | undefined) => void) => void) | undefined;
  /** Moves the form's own map to a place. */
  show(place: Geo): void;
}

/** Location field of the form: by map, device position, coordinates or commune. */
export class PlaceField {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: Words;
  readonly #options: Options;
  readonly #position: PositionController;
  #communeError = '';
  #search: AbortController | undefined;

  constructor(host: ReactiveControllerHost, i18n: Words, options: Options) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
    this.#position = new PositionController(host);
  }

  /** Sets the chosen place and announces it. */
  choose(place: Geo, isShown = true): void {
    const geo = toMetre(place);
    this.#communeError = '';
    this.#options.set({geo, coordinates: writeCoordinates(geo)});
    this.#options.announce(this.#i18n.messages.chosenPlace(writeCoordinates(geo)));
    if (isShown) this.#options.show(geo);
  }

  /**
   * Renders the field.
   *
   * @param map Form's own map, or `nothing`.
   */
  render(kind: Kind, error: string | undefined, map: unknown): TemplateResult {
    const {messages} = this.#i18n;
    const {geo} = this.#options.draft();
    const frame: FieldFrame = {id: 'geo', label: '', hint: messages.placeHint, error};
    return html`<fieldset id="geo" tabindex="-1" aria-describedby=${describedBy(frame)}>
      <legend>${messages.placeTitle} ${renderNeed(ASKS[kind].needs === 'geo', this.#i18n)}</legend>
      ${renderNotes(frame)} ${map}
      <div class="tools">
        ${this.#renderElsewhere()}
        <button
          class="button"
          type="button"
          aria-busy=${this.#position.isAsking}
          @click=${() => this.#position.locate(place => this.choose(place))}
        >
          ${messages.myPosition}
        </button>
        ${
          geo
            ? html`<button class="button" type="button" @click=${this.#remove}>
                ${messages.removePlace}
              </button>`
            : nothing
        }
      </div>
      ${this.#position.failed ? html`<p class="error" role="alert">${messages.noPosition}</p>` : nothing}
      <div class="pair">${this.#renderCoordinates()} ${this.#renderCommune()}</div>
    </fieldset>`;
  }

  #renderElsewhere(): unknown {
    const ask = this.#options.elsewhere();
    if (!ask) return nothing;
    const begin = (): void =>
      ask(place => {
        if (place) this.choose(place, false);
        this.#options.focus('geo-map');
      });
    return html`<button class="button" type="button" id="geo-map" @click=${begin}>
      ${this.#i18n.messages.chooseOnMap}
    </button>`;
  }

  #renderCoordinates(): TemplateResult {
    const {messages} = this.#i18n;
    const {coordinates} = this.#options.draft();
    const isBad = coordinates.trim() !== '' && !parseCoordinates(coordinates);
    const frame: FieldFrame = {
      id: 'coordinates',
      label: messages.placeCoordinates,
      hint: messages.placeCoordinatesHint,
    };
    const write = ({target}: Event): void => {
      const typed = (target as HTMLInputElement).value;
      this.#options.set({coordinates: typed, geo: parseCoordinates(typed)});
    };
    const done = (): void => {
      const {geo} = this.#options.draft();
      if (geo) this.choose(geo);
    };
    return renderField(
      frame,
      this.#i18n,
      html`<input
        class="field"
        id=${frame.id}
        autocomplete="off"
        inputmode="text"
        aria-describedby=${describedBy(frame)}
        aria-invalid=${isBad ? 'true' : nothing}
        .value=${coordinates}
        @input=${write}
        @change=${done}
      />`,
    );
  }

  #renderCommune(): unknown {
    if (!this.#options.places()) return nothing;
    const {messages} = this.#i18n;
    const frame: FieldFrame = {
      id: 'commune',
      label: messages.commune,
      hint: messages.communeHint,
      error: this.#communeError,
    };
    const find = ({target}: Event): void => void this.#find((target as HTMLInputElement).value);
    return renderField(
      frame,
      this.#i18n,
      html`<input
        class="field"
        id=${frame.id}
        autocomplete="off"
        aria-describedby=${describedBy(frame)}
        aria-invalid=${this.#communeError ? 'true' : nothing}
        @change=${find}
      />`,
    );
  }

  async #find(typed: string): Promise<void> {
    const name = typed.trim();
    const {messages} = this.#i18n;
    this.#search?.abort();
    this.#communeError = '';
    this.#host.requestUpdate();
    if (!name) return;
    const search = (this.#search = new AbortController());
    try {
      const {communesAt} = await loadSources();
      const communes = await communesAt(this.#options.places(), sharedClient, search.signal);
      if (this.#search !== search) return;
      const found = communes.find({name});
      if (typeof found === 'object') this.choose(found);
      else
        this.#fail(
          found === 'ambiguous' ? messages.communeTwice(name) : messages.communeMissing(name),
        );
    } catch (error) {
      if (this.#search !== search) return;
      this.#options.warn(error instanceof Error ? error.message : String(error));
      this.#fail(messages.failedNetwork);
    }
  }

  #fail(sentence: string): void {
    this.#communeError = sentence;
    this.#options.announce(sentence);
    this.#host.requestUpdate();
  }

  readonly #remove = (): void => {
    this.#options.set({geo: undefined, coordinates: ''});
    this.#options.announce(this.#i18n.messages.noPlace);
    this.#options.focus('coordinates');
  };
}
