import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from './words.js';

/** Label, hint and error of a form control. */
export interface FieldFrame {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** True or false shows the control as required or optional; undefined if its fieldset says so. */
  readonly isMandatory?: boolean;
}

/** Returns the ids of hint and error, for `aria-describedby`. */
export const describedBy = ({id, hint, error}: FieldFrame): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/** Renders hint and error, with the ids that `describedBy` returns. */
export const renderNotes = ({id, hint, error}: FieldFrame): TemplateResult =>
  html`${hint ? html`<p class="small" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}`;

/** Renders "required" or "optional" after a label. */
export const renderNeed = (isMandatory: boolean | undefined, {messages}: Words): unknown =>
  isMandatory === undefined
    ? nothing
    : html`<span class="need small"
        >(${isMandatory ? messages.mandatory : messages.optional})</span
      >`;

/** Renders a control with its label, hint and error above it, so that they are read first. */
export const renderField = (
  frame: FieldFrame,
  i18n: Words,
  control: TemplateResult,
): TemplateResult =>
  html`<div class="item">
    <label for=${frame.id}>${frame.label}</label> ${renderNeed(frame.isMandatory, i18n)}
    ${renderNotes(frame)} ${control}
  </div>`;
