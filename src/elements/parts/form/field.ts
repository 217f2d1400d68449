import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';

type FormI18n = LocalizeController<'contribute'>;

/** Label, hint and error of a form control. */
export interface FieldDescription {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** True or false shows the control as required or optional; undefined if its fieldset says so. */
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
    : html`<span class="need small"
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
