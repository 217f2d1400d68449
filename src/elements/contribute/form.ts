import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Draft} from './draft.js';
import {type Errors, type Field, FIELDS} from './errors.js';
import {describedBy, type FieldFrame, renderField} from './field.js';
import {ASKS, type Kind, LONGEST_NAME, LONGEST_TEXT} from './kinds.js';
import type {Words} from './words.js';

/** Returns the accessible name of the form and the label of its text field. */
export function titlesOf(kind: Kind, {messages}: Words): {form: string; text: string} {
  switch (kind) {
    case 'idea':
      return {form: messages.formIdea, text: messages.textIdea};
    case 'photo':
      return {form: messages.formPhoto, text: messages.textPhoto};
    case 'tree':
      return {form: messages.formTree, text: messages.textTree};
    case 'comment':
      return {form: messages.formComment, text: messages.textComment};
    case 'place':
      return {form: messages.formPlace, text: messages.textPlace};
  }
}

type Set = (part: Partial<Draft>) => void;

export function renderText(
  {text}: Draft,
  kind: Kind,
  errors: Errors,
  i18n: Words,
  set: Set,
): TemplateResult {
  const {messages, number} = i18n;
  const frame: FieldFrame = {
    id: 'text',
    label: titlesOf(kind, i18n).text,
    hint: messages.textLimit(number(LONGEST_TEXT)),
    error: errors.get('text'),
    isMandatory: ASKS[kind].needs === 'text',
  };
  return renderField(
    frame,
    i18n,
    html`<textarea
      class="field"
      id=${frame.id}
      rows="5"
      autocomplete="off"
      ?required=${frame.isMandatory}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
      .value=${live(text)}
      @input=${({target}: Event) => set({text: (target as HTMLTextAreaElement).value})}
    ></textarea>`,
  );
}

export function renderName({name}: Draft, errors: Errors, i18n: Words, set: Set): TemplateResult {
  const {messages} = i18n;
  const frame: FieldFrame = {
    id: 'name',
    label: messages.authorName,
    hint: messages.authorNameHint,
    error: errors.get('name'),
    isMandatory: false,
  };
  return renderField(
    frame,
    i18n,
    html`<input
      class="field"
      id=${frame.id}
      autocomplete="name"
      maxlength=${LONGEST_NAME}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
      .value=${live(name)}
      @input=${({target}: Event) => set({name: (target as HTMLInputElement).value})}
    />`,
  );
}

/** Renders a honeypot: a field hidden from people and screen readers, which only bots fill in. */
export const renderTrap = ({messages}: Words): TemplateResult =>
  html`<div class="trap" aria-hidden="true">
    <label for="website">${messages.trap}</label>
    <input id="website" name="website" tabindex="-1" autocomplete="off" />
  </div>`;

/** Renders a checkbox with label, hint and error. */
export function renderBox(
  frame: FieldFrame,
  isTicked: boolean,
  tick: (isTicked: boolean) => void,
): TemplateResult {
  return html`<div class="item box">
    <input
      type="checkbox"
      id=${frame.id}
      ?required=${frame.isMandatory}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
      .checked=${live(isTicked)}
      @change=${({target}: Event) => tick((target as HTMLInputElement).checked)}
    />
    <label for=${frame.id}>${frame.label}</label>
    ${frame.hint ? html`<p class="small" id="${frame.id}-hint">${frame.hint}</p>` : nothing}
    ${frame.error ? html`<p class="error" id="${frame.id}-error">${frame.error}</p>` : nothing}
  </div>`;
}

/** Renders the error summary above the form; each error moves the focus to its field. */
export function renderSummary(
  errors: Errors,
  notice: unknown,
  {messages, number}: Words,
  go: (field: Field) => void,
): unknown {
  if (errors.size === 0 && !notice) return nothing;
  return html`<div class="summary" id="summary" tabindex="-1">
    ${notice ? html`<div>${notice}</div>` : nothing}
    ${
      errors.size
        ? html`<p>${messages.errorsIn(errors.size, number(errors.size))}</p>
            <ul>
              ${FIELDS.filter(field => errors.has(field)).map(
                field =>
                  html`<li>
                    <button class="quiet" type="button" @click=${() => go(field)}>
                      ${errors.get(field)}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}
