import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from './words.js';

/** What stands around a control of the form: its name, what helps, what is wrong. */
export interface FieldFrame {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Undefined where the part of the form around it says so. */
  readonly isMandatory?: boolean;
}

/** The ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({id, hint, error}: FieldFrame): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/** A hint and an error, under the ids that `describedBy` names. */
export const renderNotes = ({id, hint, error}: FieldFrame): TemplateResult =>
  html`${hint ? html`<p class="small" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}`;

/** Whether a part of the form has to be filled in, in a word after its name. */
export const renderNeed = (isMandatory: boolean | undefined, {messages}: Words): unknown =>
  isMandatory === undefined
    ? nothing
    : html`<span class="need small"
        >(${isMandatory ? messages.mandatory : messages.optional})</span
      >`;

/** A control with its label above and its notes between: they are read before it is used. */
export const renderField = (
  frame: FieldFrame,
  i18n: Words,
  control: TemplateResult,
): TemplateResult =>
  html`<div class="item">
    <label for=${frame.id}>${frame.label}</label> ${renderNeed(frame.isMandatory, i18n)}
    ${renderNotes(frame)} ${control}
  </div>`;
