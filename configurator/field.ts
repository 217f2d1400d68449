import {html, nothing, type TemplateResult} from 'lit';
import type {Attribute} from '../src/tools/snippets/catalogue.js';
import type {ConfiguratorState} from './configurator-state.js';
import type {FieldTarget} from './settings-editor.js';
import {correctionOf, valueMessage} from '../src/tools/snippets/tag-checks.js';
import {createDiagnostic, formatSentence} from '../src/tools/messages/diagnostic.js';
import type {ConfiguratorMessages} from './messages.js';

/** Maximum number of values of a number that is chosen from a list. */
const MAX_NUMBERS = 10;
/** Maximum number of values that are shown side by side. */
const MAX_SEGMENTS = 3;

const onValueChange =
  (handle: (value: string) => void) =>
  ({target}: Event): void =>
    handle((target as HTMLInputElement | HTMLSelectElement).value);

/** Returns the values of an attribute that has a closed list of them, the default first; empty for any other. */
function choicesOf({kind, choices, range, defaultValue}: Attribute): readonly string[] {
  const {min = 0, max = Infinity} = range ?? {};
  const values =
    kind === 'choice'
      ? choices.filter(choice => choice !== '')
      : kind === 'number' && max - min < MAX_NUMBERS
        ? Array.from({length: max - min + 1}, (_, i) => String(min + i))
        : [];
  // Numbers stay in order.
  return kind === 'number' || defaultValue === ''
    ? values
    : [defaultValue, ...values.filter(value => value !== defaultValue)];
}

/** Returns the text of a value: that for this attribute, for any attribute, or the value itself. */
const choiceLabel = (name: string, value: string, {choices}: ConfiguratorMessages): string =>
  choices[`${name}.${value}`] ?? choices[value] ?? value;

interface Option {
  /** Value to be set; '' for the default. */
  readonly value: string;
  readonly label: string;
}

/** Returns the options of a closed list. The default is one of them, with its own name. */
function optionsOf(attribute: Attribute, messages: ConfiguratorMessages): readonly Option[] {
  const {name, defaultValue} = attribute;
  const values = choicesOf(attribute);
  if (values.length === 0) return [];
  const options = values.map(value => ({
    value: value === defaultValue ? '' : value,
    label: choiceLabel(name, value, messages),
  }));
  return values.includes(defaultValue)
    ? options
    : [{value: '', label: messages.emptyChoices[name] ?? messages.byDefault}, ...options];
}

function renderSelect(
  attribute: Attribute,
  id: string,
  options: readonly Option[],
  target: FieldTarget,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {name, defaultValue} = attribute;
  const value = target.value(name) ?? '';
  const selected = value === defaultValue ? '' : value;
  return html`<select id=${id} @change=${onValueChange(one => target.set(name, one))}>
    ${options.map(
      ({value: one, label}) =>
        html`<option value=${one} .selected=${one === selected}>
          ${one === '' && label !== messages.byDefault ? messages.asDefault(label) : label}
        </option>`,
    )}
  </select>`;
}

/** Renders a closed list of few values side by side. */
export function renderSegments<T extends string>(
  name: string,
  label: string,
  options: readonly {readonly value: T; readonly label: string}[],
  selected: string,
  choose: (value: T) => void,
): TemplateResult {
  return html`<fieldset class="segments">
    <legend>${label}</legend>
    <div class=${options.length > 3 ? 'paires' : nothing}>
      ${options.map(
        ({value, label: text}) =>
          html`<label>
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === selected}
              @change=${() => choose(value)}
            />
            <span>${text}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Returns the message for an invalid value, with a sentence for each entry of a list; empty if the value is valid. */
const valueError = (
  attribute: Attribute,
  value: string,
  {toolMessages}: ConfiguratorState,
): string =>
  (correctionOf(attribute, value)?.faults ?? [])
    .map(fault =>
      createDiagnostic('error', {name: attribute.name}, ...valueMessage(attribute.name, fault)),
    )
    .map(diagnostic => formatSentence(diagnostic, toolMessages))
    .join(' ');

/** Renders the names that a text may have, as suggestions of its field. */
const renderNames = (
  id: string,
  {name, names = []}: Attribute,
  messages: ConfiguratorMessages,
): TemplateResult =>
  html`<datalist id="${id}-names">
    ${names.map(one => html`<option value=${one}>${choiceLabel(name, one, messages)}</option>`)}
  </datalist>`;

function renderSwitch(
  {name}: Attribute,
  id: string,
  target: FieldTarget,
  label: string,
): TemplateResult {
  return html`<p class="champ drapeau">
    <label for=${id}>${label}</label>
    <input
      type="checkbox"
      id=${id}
      .checked=${target.value(name) !== undefined}
      @change=${({target: box}: Event) => target.setFlag(name, (box as HTMLInputElement).checked)}
    />
  </p>`;
}

/** Renders the control of an attribute with its label, hint and error. */
export function renderField(
  attribute: Attribute,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
  target = state.target,
): TemplateResult {
  const {name, kind, description, defaultValue, isList, names = []} = attribute;
  const id = `${target.id}-${name}`;
  // The name of a layer needs another label than the link in a project's progress.
  const tag = target.id.replace(/-\d+$/, '');
  const label = messages.attributes[`${tag}.${name}`] ?? messages.attributes[name] ?? name;
  const value = target.value(name);
  if (kind === 'flag') return renderSwitch(attribute, id, target, label);
  const options = optionsOf(attribute, messages);
  const isShort = options.every(({label: text}) => text.length < 14);
  if (options.length > 1 && options.length <= MAX_SEGMENTS && isShort)
    return renderSegments(id, label, options, value === defaultValue ? '' : (value ?? ''), one =>
      target.set(name, one),
    );
  const isKnown = messages.attributes[name] !== undefined;
  const hint = messages.hints[name] ?? (isKnown ? '' : description.replaceAll('`', ''));
  const error = value === undefined ? '' : valueError(attribute, value, state);
  const described = [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ');
  const suggests = names.length > 0 && !isList;
  const control =
    options.length > 0
      ? renderSelect(attribute, id, options, target, messages)
      : html`<input
            id=${id}
            type="text"
            inputmode=${kind === 'number' ? 'numeric' : nothing}
            list=${suggests ? `${id}-names` : nothing}
            placeholder=${defaultValue || nothing}
            autocomplete="off"
            spellcheck="false"
            aria-describedby=${described || nothing}
            aria-invalid=${error ? 'true' : nothing}
            .value=${value ?? ''}
            @change=${onValueChange(one => target.set(name, one.trim()))}
          />${suggests ? renderNames(id, attribute, messages) : nothing}`;
  return html`<p class="champ">
    <label for=${id}>${label}</label>
    ${control}
    ${hint ? html`<span class="conseil" id="${id}-hint" lang=${isKnown ? nothing : 'en'}>${hint}</span>` : nothing}
    ${error ? html`<span class="faute" id="${id}-fault">${error}</span>` : nothing}
  </p>`;
}
