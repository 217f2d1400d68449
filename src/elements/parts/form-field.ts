import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {sharedClient} from '../../data/client/client.js';
import type {CommuneIndex} from '../../model/geo/commune-index.js';
import type {Geo} from '../../model/geo/geo.js';
import type {WidgetHost} from '../base/widget-view.js';

type FormI18n = LocalizeController<'contribute'>;

/** Label, hint and error of a form control. */
export interface FieldDescription {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** True or false shows the control as required or optional; undefined if its fieldset states it. */
  readonly isRequired?: boolean;
}

/** Returns the ids of hint and error, for `aria-describedby`. */
export const describedBy = ({id, hint, error}: FieldDescription): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/** Renders hint and error, with the ids that `describedBy` returns. */
export const renderHintAndError = ({id, hint, error}: FieldDescription): TemplateResult =>
  html`${hint ? html`<p class="small" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}`;

/** Renders "required" or "optional" after a label. */
export const renderRequiredMark = (
  isRequired: boolean | undefined,
  {messages}: FormI18n,
): unknown =>
  isRequired === undefined
    ? nothing
    : html`<span class="need small ${isRequired ? 'must' : ''}"
        >(${isRequired ? messages.mandatory : messages.optional})</span
      >`;

/** Renders a control with its label, hint and error above it, so that they are read first. */
export const renderField = (
  field: FieldDescription,
  i18n: FormI18n,
  control: TemplateResult,
): TemplateResult =>
  html`<div class="item">
    <label for=${field.id}>${field.label}</label> ${renderRequiredMark(field.isRequired, i18n)}
    ${renderHintAndError(field)} ${control}
  </div>`;

/** Field for the name of a commune, found in the table that `places` names. */
export class CommuneField {
  readonly #host: WidgetHost;
  readonly #i18n: LocalizeController<'contribute'>;
  readonly #choose: (commune: Geo & {readonly name: string}) => void;
  #error = '';
  #request: AbortController | undefined;

  constructor(
    host: WidgetHost,
    i18n: LocalizeController<'contribute'>,
    choose: (commune: Geo & {readonly name: string}) => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#choose = choose;
  }

  clearError(): void {
    this.#error = '';
  }

  async load(signal: AbortSignal): Promise<CommuneIndex> {
    const {loadCommunes} = await import('../../data/decorators/commune-located-source.js');
    return loadCommunes(this.#host.places, sharedClient, signal);
  }

  /** Renders nothing without a table of communes. */
  render(): unknown {
    if (!this.#host.places) return nothing;
    const {messages} = this.#i18n;
    const field: FieldDescription = {
      id: 'commune',
      label: messages.commune,
      hint: messages.communeHint,
      error: this.#error,
    };
    const onChange = ({target}: Event): void => void this.#find((target as HTMLInputElement).value);
    return renderField(
      field,
      this.#i18n,
      html`<input
        class="field"
        id=${field.id}
        autocomplete="off"
        aria-describedby=${describedBy(field)}
        aria-invalid=${this.#error ? 'true' : nothing}
        @change=${onChange}
      />`,
    );
  }

  async #find(text: string): Promise<void> {
    const name = text.trim();
    const {messages} = this.#i18n;
    this.#request?.abort();
    this.#error = '';
    this.#host.requestUpdate();
    if (!name) return;
    const request = (this.#request = new AbortController());
    try {
      const communes = await this.load(request.signal);
      if (this.#request !== request) return;
      const place = communes.find({name});
      if (typeof place === 'object') this.#choose(place);
      else
        this.#showError(
          place === 'ambiguous' ? messages.communeTwice(name) : messages.communeMissing(name),
        );
    } catch (error) {
      if (this.#request !== request) return;
      this.#host.warn(error instanceof Error ? error.message : String(error));
      this.#showError(messages.failedNetwork);
    }
  }

  #showError(message: string): void {
    this.#error = message;
    this.#host.status.announce(message);
    this.#host.requestUpdate();
  }
}
