import {html, nothing, type TemplateResult} from 'lit';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {formatDegrees} from '../../i18n/format-measures.js';
import {formatCoordinates, parseCoordinates, roundToMetre} from '../../model/geo/coordinates.js';
import type {Geo} from '../../model/geo/geo.js';
import {joinFacts} from '../../model/text.js';
import type {ContributeI18n} from './form-errors.js';
import {REQUIREMENTS} from '../../model/contribution-kinds.js';
import {placeOf} from '../../model/geo/shape-of.js';
import type {Contribution, ContributionKind} from '../../model/records.js';
import type {AddressHost} from '../parts/map/address-search.js';
import {LazyAddressSearch} from '../parts/map/lazy-address-search.js';
import {renderShapeChoice, type DraftForm} from './form-fields.js';
import type {SketchField, SketchForm} from '../parts/sketch/sketch-field.js';
import type {SketchState} from '../parts/sketch/sketch-shape.js';
import type {Draft} from './draft-controller.js';
import {
  CommuneField,
  describedBy,
  type FieldDescription,
  renderField,
  renderHintAndError,
  renderRequiredMark,
} from '../parts/form-field.js';
import {renderButton} from '../parts/elements.js';

/** Time after the last keystroke, in milliseconds, before an error is shown and announced. */
const TYPING_MS = 1000;
/** Distance from the centre of a commune, in metres, up to which its name helps to recognize a place. */
const MAX_COMMUNE_DISTANCE = 10_000;

interface PlaceForm extends DraftForm {
  /** Moves the form's own map to a place; zooms in unless it keeps its zoom. */
  showOnMap(place: Geo, keepsZoom?: boolean): void;
}

/** Location field of the form: by map, device position, coordinates or commune. */
export class PlaceField {
  readonly #host: AddressHost;
  readonly #i18n: ContributeI18n;
  readonly #form: PlaceForm;
  readonly #position: GeolocationController;
  /** True if the coordinates are open. Undefined until they are opened or closed: open if there are some. */
  #areCoordinatesOpen: boolean | undefined;
  /** Runs while coordinates are being typed: until then they may be incomplete, which is no error. */
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #commune: CommuneField;
  readonly #address: LazyAddressSearch;
  readonly #sketch: LazyModuleController<SketchField>;

  constructor(host: AddressHost, i18n: ContributeI18n, form: PlaceForm) {
    this.#host = host;
    this.#i18n = i18n;
    this.#form = form;
    this.#position = new GeolocationController(host);
    this.#commune = new CommuneField(host, i18n, ({name, ...center}) =>
      this.choose(center, true, name),
    );
    this.#address = new LazyAddressSearch(host, (place, _zoom, label) =>
      this.choose(place, true, label),
    );
    this.#sketch = new LazyModuleController(
      host,
      () => form.draft.shape !== 'point',
      async () =>
        new (await import('../parts/sketch/sketch-field.js')).SketchField(host, this.#sketchForm),
    );
  }

  /** Access of the drawing to the draft. */
  get #sketchForm(): SketchForm {
    const form = this.#form;
    return {
      get sketch(): SketchState {
        const {shape, vertices} = form.draft;
        return {shape: shape === 'area' ? 'area' : 'line', vertices};
      },
      updateVertices: vertices => form.updateDraft({vertices}),
      showOnMap: place => form.showOnMap(place, form.draft.vertices.length > 1),
      focus: id => form.focus(id),
    };
  }

  /** Load of the drawing in progress, if any. */
  get pending(): Promise<void>[] {
    return [...this.#sketch.pending, ...this.#address.pending];
  }

  get sketch(): SketchField | undefined {
    return this.#form.draft.shape === 'point' ? undefined : this.#sketch.value;
  }

  /** Message with the reason why the line or area cannot be sent, if it cannot. */
  get sketchError(): string | undefined {
    return this.#sketch.value ? this.sketch?.error : this.#i18n.messages.sketchUnavailable;
  }

  /** Fields of the contribution: its place, its line or area, or nothing. */
  located(kind: ContributionKind): Pick<Contribution, 'geo' | 'geometry'> {
    const {draft} = this.#form;
    const geometry = this.sketch?.geometry;
    if (draft.shape === 'point') return draft.geo ? {geo: draft.geo} : {};
    if (!geometry) return {};
    // A kind that requires a place has the vertex at which lists show the line or area.
    const geo = REQUIREMENTS[kind].required === 'geo' ? placeOf({geometry}) : undefined;
    return {...(geo ? {geo} : {}), geometry};
  }

  /**
   * Sets the chosen place, and announces its commune and coordinates.
   *
   * @param commune Name of the commune of which this is the centre, if it was chosen by name.
   */
  choose(place: Geo, showsOnMap = true, commune?: string): void {
    const geo = roundToMetre(place);
    this.#commune.clearError();
    if (this.#form.draft.shape !== 'point') {
      void this.#sketch.load().then(() => this.sketch?.put(geo, showsOnMap));
      return;
    }
    this.#form.updateDraft({geo, coordinates: formatCoordinates(geo)});
    if (commune === undefined && this.#host.places) void this.#announceWithCommune(geo);
    else this.#announce(geo, commune);
    if (showsOnMap) this.#form.showOnMap(geo);
  }

  /** Announces a place with the commune whose centre is the closest, if the table of communes can be loaded. */
  async #announceWithCommune(geo: Geo): Promise<void> {
    const communes = await this.#commune.load(new AbortController().signal).catch(() => undefined);
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

  /** Opens coordinates that cannot be read. Returns the id of the control to correct, or of the whole fieldset. */
  openInvalid(): string {
    if (this.#form.draft.shape !== 'point' || !this.#hasInvalidCoordinates) return 'geo';
    this.#areCoordinatesOpen = true;
    this.#host.requestUpdate();
    return 'coordinates';
  }

  render(kind: ContributionKind, error: string | undefined, map: TemplateResult): TemplateResult {
    const {messages} = this.#i18n;
    const {geo, shape} = this.#form.draft;
    const isPoint = shape === 'point';
    const hint = isPoint ? messages.placeHint : this.sketch?.hint;
    // That error is shown beside the coordinates themselves.
    const isBad = isPoint && error === messages.badCoordinates;
    const shownError = isBad ? undefined : error;
    const field: FieldDescription = {id: 'geo', label: '', hint: hint ?? '', error: shownError};
    return html`<fieldset id="geo" tabindex="-1" aria-describedby=${describedBy(field)}>
      <legend>
        ${messages.placeTitle}
        ${renderRequiredMark(REQUIREMENTS[kind].required === 'geo', this.#i18n)}
      </legend>
      ${renderShapeChoice(shape, messages, this.#chooseShape)} ${renderHintAndError(field)} ${map}
      ${isPoint ? nothing : this.#renderSketch()}
      <div class="tools">
        <button
          class="button"
          type="button"
          aria-busy=${this.#position.isPending}
          @click=${() => this.#position.requestPosition(place => this.choose(place))}
        >
          ${messages.myPosition}
        </button>
        ${isPoint && geo ? renderButton(messages.removePlace, this.#remove) : nothing}
      </div>
      ${this.#position.hasFailed ? html`<p class="error" role="alert">${messages.noPosition}</p>` : nothing}
      ${this.#address.render() ?? nothing} ${this.#commune.render()}
      ${isPoint ? this.#renderCoordinates(isBad) : nothing}
    </fieldset>`;
  }

  #renderSketch(): unknown {
    const {messages} = this.#i18n;
    if (this.sketch) return this.sketch.render();
    if (!this.#sketch.hasFailed) return nothing;
    return html`<p class="error" role="alert">${messages.sketchUnavailable}</p>
      ${renderButton(messages.tryAgain, () => void this.#sketch.load())}`;
  }

  /** Changes the shape. The place already chosen becomes the first vertex of a line or area. */
  readonly #chooseShape = (shape: Draft['shape']): void => {
    const {vertices, geo} = this.#form.draft;
    const isFirst = shape !== 'point' && vertices.length === 0 && geo !== undefined;
    this.#form.updateDraft({shape, ...(isFirst ? {vertices: [geo]} : {})});
  };

  get #hasInvalidCoordinates(): boolean {
    const {coordinates} = this.#form.draft;
    return coordinates.trim() !== '' && !parseCoordinates(coordinates);
  }

  /** @param isReported True after an attempt to send them: their error stays until it is corrected. */
  #renderCoordinates(isReported: boolean): TemplateResult {
    const {messages} = this.#i18n;
    const {coordinates} = this.#form.draft;
    const isTyping = this.#typingTimer !== undefined && !isReported;
    const isInvalid = this.#hasInvalidCoordinates && !isTyping;
    const field: FieldDescription = {
      id: 'coordinates',
      label: messages.placeCoordinates,
      hint: messages.placeCoordinatesHint,
      error: isInvalid ? messages.badCoordinates : undefined,
    };
    const onInput = ({target}: Event): void => {
      const text = (target as HTMLInputElement).value;
      this.#areCoordinatesOpen = true;
      this.#form.updateDraft({coordinates: text, geo: parseCoordinates(text)});
      clearTimeout(this.#typingTimer);
      this.#typingTimer = setTimeout(() => this.#endTyping(), TYPING_MS);
    };
    const onChange = (): void => {
      const {geo} = this.#form.draft;
      if (this.#typingTimer !== undefined) this.#endTyping();
      if (geo) this.choose(geo);
    };
    const input = html`<input
      class="field"
      id=${field.id}
      autocomplete="off"
      inputmode="text"
      aria-describedby=${describedBy(field)}
      aria-invalid=${isInvalid ? 'true' : nothing}
      .value=${coordinates}
      @input=${onInput}
      @change=${onChange}
    />`;
    // After an update without the attribute, an error can set it again.
    const onToggle = ({currentTarget}: Event): void => {
      this.#areCoordinatesOpen = (currentTarget as HTMLDetailsElement).open;
      this.#host.requestUpdate();
    };
    // Collapsed until coordinates are set: few people enter them.
    return html`<details
      ?open=${this.#areCoordinatesOpen ?? coordinates !== ''}
      @toggle=${onToggle}
    >
      <summary>${messages.coordinatesEntry}</summary>
      ${renderField(field, this.#i18n, input)}
    </details>`;
  }

  /** Shows and announces an error of the coordinates, now that they are complete. */
  #endTyping(): void {
    clearTimeout(this.#typingTimer);
    this.#typingTimer = undefined;
    if (this.#hasInvalidCoordinates) this.#host.status.announce(this.#i18n.messages.badCoordinates);
    this.#host.requestUpdate();
  }

  readonly #remove = (): void => {
    this.#areCoordinatesOpen = true;
    this.#form.updateDraft({geo: undefined, coordinates: ''});
    this.#host.status.announce(this.#i18n.messages.noPlace);
    void this.#form.focus('coordinates');
  };
}
