import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {parseCoordinates, roundToMetre} from '../../../model/geo/coordinates.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {renderButton} from '../elements.js';
import {describedBy, type FieldDescription, renderField} from '../form-field.js';

/** Field for the coordinates of a vertex, with the button that puts it there. */
export class VertexCoordinates {
  static readonly id = 'vertex-coordinates';
  /** Coordinates as typed, not yet added. */
  text = '';
  readonly #host: WidgetHost;
  readonly #i18n: LocalizeController<'contribute' | 'sketch'>;
  readonly #put: (place: Geo) => boolean;
  readonly #focus: () => void;
  #error: string | undefined;

  /**
   * @param put Puts the vertex; returns false if the place cannot be one.
   * @param focus Focuses the field.
   */
  constructor(
    host: WidgetHost,
    i18n: LocalizeController<'contribute' | 'sketch'>,
    put: (place: Geo) => boolean,
    focus: () => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#put = put;
    this.#focus = focus;
  }

  /** @param action Label of the button. */
  render(action: string): TemplateResult {
    const {messages} = this.#i18n;
    const field: FieldDescription = {
      id: VertexCoordinates.id,
      label: messages.placeCoordinates,
      hint: messages.placeCoordinatesHint,
      error: this.#error,
    };
    const handleInput = ({target: input}: Event): void => {
      this.text = (input as HTMLInputElement).value;
      this.#error = undefined;
      this.#host.requestUpdate();
    };
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#add();
    };
    return renderField(
      field,
      this.#i18n,
      html`<input
          class="field"
          id=${field.id}
          autocomplete="off"
          aria-describedby=${describedBy(field)}
          aria-invalid=${field.error ? 'true' : nothing}
          .value=${this.text}
          @input=${handleInput}
          @keydown=${handleKey}
        />
        ${renderButton(action, this.#add)}`,
    );
  }

  readonly #add = (): void => {
    const place = parseCoordinates(this.text);
    this.#error = place ? undefined : this.#i18n.messages.badCoordinates;
    if (this.#error) this.#host.status.announce(this.#error);
    else if (place && this.#put(roundToMetre(place))) this.text = '';
    this.#host.requestUpdate();
    this.#focus();
  };
}
