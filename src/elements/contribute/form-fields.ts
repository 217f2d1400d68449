import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {MAX_NAME_LENGTH, MAX_TEXT_LENGTH, REQUIREMENTS} from '../../model/contribution-kinds.js';
import type {ContributionKind} from '../../model/records.js';
import {
  describedBy,
  type FieldDescription,
  renderField,
  renderHintAndError,
} from '../parts/form-field.js';
import type {Draft} from './draft-controller.js';
import {type ContributeI18n, FORM_FIELDS, type FormErrors, type FormField} from './form-errors.js';
import type {Messages} from '../../i18n/messages.js';
import type {SketchShape} from '../parts/sketch/sketch-shape.js';

/** Returns the accessible name of the form and the label of its text field. */
export function formLabels(
  kind: ContributionKind,
  {messages}: ContributeI18n,
): {form: string; text: string} {
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

type UpdateDraft = (changes: Partial<Draft>) => void;

/** Members of the form that its fields use. */
export interface DraftForm {
  readonly draft: Draft;
  readonly updateDraft: UpdateDraft;
  /** Focuses the element with an id. */
  focus(id: string): Promise<void>;
}

/** Renders a step of the form, which style sheets number; a mark shows that it is filled in. */
export const renderStep = (isDone: boolean, content: unknown): TemplateResult =>
  html`<div class="step ${isDone ? 'done' : ''}">${content}</div>`;

/** Scrolls to a text field that has received the focus: browsers scroll to its caret, below a header of the page. */
const showWhole = ({target}: Event): void => (target as Element).scrollIntoView({block: 'nearest'});

export function renderTextField(
  {text}: Draft,
  kind: ContributionKind,
  errors: FormErrors,
  i18n: ContributeI18n,
  updateDraft: UpdateDraft,
): TemplateResult {
  const {messages, number} = i18n;
  const field: FieldDescription = {
    id: 'text',
    label: formLabels(kind, i18n).text,
    hint: messages.textLimit(number(MAX_TEXT_LENGTH)),
    error: errors.get('text'),
    isRequired: REQUIREMENTS[kind].required === 'text',
  };
  return renderField(
    field,
    i18n,
    html`<textarea
      class="field"
      id=${field.id}
      rows="5"
      autocomplete="off"
      ?required=${field.isRequired}
      aria-describedby=${describedBy(field)}
      aria-invalid=${Boolean(field.error)}
      .value=${live(text)}
      @input=${({target}: Event) => updateDraft({text: (target as HTMLTextAreaElement).value})}
      @focus=${showWhole}
    ></textarea>`,
  );
}

export function renderNameField(
  {name}: Draft,
  errors: FormErrors,
  i18n: ContributeI18n,
  updateDraft: UpdateDraft,
): TemplateResult {
  const {messages} = i18n;
  const field: FieldDescription = {
    id: 'name',
    label: messages.authorName,
    hint: messages.authorNameHint,
    error: errors.get('name'),
    isRequired: false,
  };
  return renderField(
    field,
    i18n,
    html`<input
      class="field"
      id=${field.id}
      autocomplete="name"
      maxlength=${MAX_NAME_LENGTH}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error ? 'true' : nothing}
      .value=${live(name)}
      @input=${({target}: Event) => updateDraft({name: (target as HTMLInputElement).value})}
    />`,
  );
}

/** Renders a honeypot: a field hidden from people and screen readers, which only bots fill in. */
export const renderHoneypot = ({messages}: ContributeI18n): TemplateResult =>
  html`<div class="trap" aria-hidden="true">
    <label for="website">${messages.trap}</label>
    <input id="website" name="website" tabindex="-1" autocomplete="off" />
  </div>`;

/** Renders a checkbox with label, hint and error. */
function renderCheckbox(
  field: FieldDescription,
  isChecked: boolean,
  onChange: (isChecked: boolean) => void,
): TemplateResult {
  return html`<div class="item box">
    <input
      type="checkbox"
      id=${field.id}
      ?required=${field.isRequired}
      aria-describedby=${describedBy(field)}
      aria-invalid=${Boolean(field.error)}
      .checked=${live(isChecked)}
      @change=${({target}: Event) => onChange((target as HTMLInputElement).checked)}
    />
    <label for=${field.id}>${field.label}</label>
    ${renderHintAndError(field)}
  </div>`;
}

export function renderConsent(
  {consent}: Draft,
  errors: FormErrors,
  {messages}: ContributeI18n,
  updateDraft: UpdateDraft,
): TemplateResult {
  const field = {
    id: 'consent',
    label: messages.consent,
    error: errors.get('consent'),
    isRequired: true,
  };
  return renderCheckbox(field, consent, isChecked => updateDraft({consent: isChecked}));
}

/** Renders the error summary above the form; each error moves the focus to its field. */
export function renderErrorSummary(
  errors: FormErrors,
  notice: unknown,
  {messages, number}: ContributeI18n,
  focusField: (field: FormField) => void,
): unknown {
  if (errors.size === 0 && !notice) return nothing;
  return html`<div class="summary" id="summary" tabindex="-1">
    ${notice ? html`<div>${notice}</div>` : nothing}
    ${
      errors.size
        ? html`<p>${messages.errorsIn(errors.size, number(errors.size))}</p>
            <ul>
              ${FORM_FIELDS.filter(field => errors.has(field)).map(
                field =>
                  html`<li>
                    <button class="quiet" type="button" @click=${() => focusField(field)}>
                      ${errors.get(field)}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}

interface DraftStorage {
  readonly isStored: boolean;
  readonly isStorageRefused: boolean;
  setStored(isStored: boolean): void;
}

/** Renders the option to store the draft on the device; also while a contribution waits to be sent. */
export function renderStorageOption(
  storage: DraftStorage,
  {messages}: ContributeI18n,
): TemplateResult {
  const field = {
    id: 'keep',
    label: messages.keepDraft,
    hint: messages.keepDraftHint,
    error: storage.isStorageRefused ? messages.draftRefused : undefined,
  };
  return renderCheckbox(field, storage.isStored, isChecked => storage.setStored(isChecked));
}

/** Renders the choice between a point, a line and an area. */
export function renderShapeChoice(
  selected: 'point' | SketchShape,
  messages: Messages<'contribute'>,
  onChange: (shape: 'point' | SketchShape) => void,
): TemplateResult {
  const options = [
    ['point', messages.shapePoint],
    ['line', messages.shapeLine],
    ['area', messages.shapeArea],
  ] as const;
  return html`<fieldset class="choice">
    <legend class="small">${messages.shapeTitle}</legend>
    ${options.map(
      ([shape, label]) =>
        html`<label
          ><input
            type="radio"
            name="shape"
            id="shape-${shape}"
            .checked=${shape === selected}
            @change=${() => onChange(shape)}
          />${label}</label
        >`,
    )}
  </fieldset>`;
}
