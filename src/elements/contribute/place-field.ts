import {html, nothing, type TemplateResult} from 'lit';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import {sharedClient} from '../../data/client/client.js';
import {formatDegrees} from '../../i18n/format-measures.js';
import type {CommuneIndex} from '../../model/geo/commune-index.js';
import type {Geo} from '../../model/geo/geo.js';
import {joinFacts} from '../../model/text.js';
import {
  type ContributeI18n,
  formatCoordinates,
  parseCoordinates,
  roundToMetre,
} from './form-errors.js';
import {type ContributionKind, REQUIREMENTS} from '../../model/contribution-kinds.js';
import type {WidgetHost} from '../base/widget-view.js';
import {
  describedBy,
  type DraftForm,
  type FieldDescription,
  renderField,
  renderHintAndError,
  renderRequiredMark,
} from './form-fields.js';

/** Time after the last keystroke, in milliseconds, before an error is shown and announced. */
const TYPING_MS = 1000;
/** Distance from the centre of a commune, in metres, up to which its name helps to recognise a place. */
const MAX_COMMUNE_DISTANCE = 10_000;

interface PlaceForm extends DraftForm {
  /** Moves the form's own map to a place. */
  showOnMap(place: Geo): void;
}

/** Location field of the form: by map, device position, coordinates or commune. */
export class PlaceField {
  readonly #host: WidgetHost;
  readonly #i18n: ContributeI18n;
  readonly #form: PlaceForm;
  readonly #position: GeolocationController;
  /** Runs while coordinates are being typed: until then they may be incomplete, which is no error. */
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #communeError = '';
  #communeRequest: AbortController | undefined;

  constructor(host: WidgetHost, i18n: ContributeI18n, form: PlaceForm) {
    this.#host = host;
    this.#i18n = i18n;
    this.#form = form;
    this.#position = new GeolocationController(host);
  }

  /**
   * Sets the chosen place, and announces its commune and coordinates.
   *
   * @param commune Name of the commune of which this is the centre, if it was chosen by name.
   */
  choose(place: Geo, showsOnMap = true, commune?: string): void {
    const geo = roundToMetre(place);
    this.#communeError = '';
    this.#form.updateDraft({geo, coordinates: formatCoordinates(geo)});
    if (commune === undefined && this.#host.places) void this.#announceWithCommune(geo);
    else this.#announce(geo, commune);
    if (showsOnMap) this.#form.showOnMap(geo);
  }

  /** Announces a place with the commune whose centre is the closest, if the table of communes can be loaded. */
  async #announceWithCommune(geo: Geo): Promise<void> {
    const communes = await this.#loadCommunes(new AbortController().signal).catch(() => undefined);
    if (this.#form.draft.geo !== geo) return;
    const nearest = communes?.nearest(geo, MAX_COMMUNE_DISTANCE)?.name;
    this.#announce(geo, nearest && this.#i18n.messages.nearestCommune(nearest));
  }

  #announce({lat, lon}: Geo, commune: string | undefined): void {
    const {messages, language} = this.#i18n;
    const degrees = messages.latitudeLongitude(
      formatDegrees(language, lat),
      formatDegrees(language, lon),
    );
    this.#host.status.announce(messages.chosenPlace(joinFacts([commune, degrees], ', ')));
  }

  /**
   * Renders the field.
   *
   * @param map Form's own map, or `nothing`.
   */
  render(kind: ContributionKind, error: string | undefined, map: unknown): TemplateResult {
    const {messages} = this.#i18n;
    const {geo} = this.#form.draft;
    const field: FieldDescription = {id: 'geo', label: '', hint: messages.placeHint, error};
    return html`<fieldset id="geo" tabindex="-1" aria-describedby=${describedBy(field)}>
      <legend>
        ${messages.placeTitle}
        ${renderRequiredMark(REQUIREMENTS[kind].required === 'geo', this.#i18n)}
      </legend>
      ${renderHintAndError(field)} ${map}
      <div class="tools">
        ${this.#renderPickerButton()}
        <button
          class="button"
          type="button"
          aria-busy=${this.#position.isPending}
          @click=${() => this.#position.requestPosition(place => this.choose(place))}
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
      ${this.#position.hasFailed ? html`<p class="error" role="alert">${messages.noPosition}</p>` : nothing}
      <div class="pair">${this.#renderCoordinates(error)} ${this.#renderCommune()}</div>
    </fieldset>`;
  }

  #renderPickerButton(): unknown {
    const {selection} = this.#host;
    if (!selection.hasMap) return nothing;
    const onClick = (): void =>
      selection.pickPlace(place => {
        if (place) this.choose(place, false);
        void this.#form.focus('geo-map');
      });
    return html`<button class="button" type="button" id="geo-map" @click=${onClick}>
      ${this.#i18n.messages.chooseOnMap}
    </button>`;
  }

  get #hasInvalidCoordinates(): boolean {
    const {coordinates} = this.#form.draft;
    return coordinates.trim() !== '' && !parseCoordinates(coordinates);
  }

  /** @param shownError Error shown for the whole fieldset, which is not repeated. */
  #renderCoordinates(shownError: string | undefined): TemplateResult {
    const {messages} = this.#i18n;
    const {coordinates} = this.#form.draft;
    const isInvalid = this.#hasInvalidCoordinates && this.#typingTimer === undefined;
    const isShown = shownError === messages.badCoordinates;
    const field: FieldDescription = {
      id: 'coordinates',
      label: messages.placeCoordinates,
      hint: messages.placeCoordinatesHint,
      error: isInvalid && !isShown ? messages.badCoordinates : undefined,
    };
    const onInput = ({target}: Event): void => {
      const text = (target as HTMLInputElement).value;
      this.#form.updateDraft({coordinates: text, geo: parseCoordinates(text)});
      clearTimeout(this.#typingTimer);
      this.#typingTimer = setTimeout(() => this.#endTyping(), TYPING_MS);
    };
    const onChange = (): void => {
      const {geo} = this.#form.draft;
      if (this.#typingTimer !== undefined) this.#endTyping();
      if (geo) this.choose(geo);
    };
    return renderField(
      field,
      this.#i18n,
      html`<input
        class="field"
        id=${field.id}
        autocomplete="off"
        inputmode="text"
        aria-describedby=${isShown ? `${field.id}-hint geo-error` : describedBy(field)}
        aria-invalid=${isInvalid ? 'true' : nothing}
        .value=${coordinates}
        @input=${onInput}
        @change=${onChange}
      />`,
    );
  }

  /** Shows and announces an error of the coordinates, now that they are complete. */
  #endTyping(): void {
    clearTimeout(this.#typingTimer);
    this.#typingTimer = undefined;
    if (this.#hasInvalidCoordinates) this.#host.status.announce(this.#i18n.messages.badCoordinates);
    this.#host.requestUpdate();
  }

  #renderCommune(): unknown {
    if (!this.#host.places) return nothing;
    const {messages} = this.#i18n;
    const field: FieldDescription = {
      id: 'commune',
      label: messages.commune,
      hint: messages.communeHint,
      error: this.#communeError,
    };
    const onChange = ({target}: Event): void =>
      void this.#findCommune((target as HTMLInputElement).value);
    return renderField(
      field,
      this.#i18n,
      html`<input
        class="field"
        id=${field.id}
        autocomplete="off"
        aria-describedby=${describedBy(field)}
        aria-invalid=${this.#communeError ? 'true' : nothing}
        @change=${onChange}
      />`,
    );
  }

  async #findCommune(text: string): Promise<void> {
    const name = text.trim();
    const {messages} = this.#i18n;
    this.#communeRequest?.abort();
    this.#communeError = '';
    this.#host.requestUpdate();
    if (!name) return;
    const request = (this.#communeRequest = new AbortController());
    try {
      const communes = await this.#loadCommunes(request.signal);
      if (this.#communeRequest !== request) return;
      const place = communes.find({name});
      if (typeof place === 'object') this.choose(place, true, place.name);
      else
        this.#showError(
          place === 'ambiguous' ? messages.communeTwice(name) : messages.communeMissing(name),
        );
    } catch (error) {
      if (this.#communeRequest !== request) return;
      this.#host.warn(error instanceof Error ? error.message : String(error));
      this.#showError(messages.failedNetwork);
    }
  }

  async #loadCommunes(signal: AbortSignal): Promise<CommuneIndex> {
    const {loadCommunes} = await import('../../data/sources/on-demand.js');
    return loadCommunes(this.#host.places, sharedClient, signal);
  }

  #showError(message: string): void {
    this.#communeError = message;
    this.#host.status.announce(message);
    this.#host.requestUpdate();
  }

  readonly #remove = (): void => {
    this.#form.updateDraft({geo: undefined, coordinates: ''});
    this.#host.status.announce(this.#i18n.messages.noPlace);
    void this.#form.focus('coordinates');
  };
}
