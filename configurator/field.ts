import {html, nothing, type TemplateResult} from 'lit';
import type {Attribute} from '../src/tools/snippets/catalogue.js';
import type {ConfiguratorState} from './configurator-state.js';
import {correctionOf, valueMessage} from '../src/tools/snippets/values.js';
import {createDiagnostic} from '../src/tools/messages/diagnostic.js';
import {formatSentence} from '../src/tools/messages/format-diagnostic.js';
import type {ConfiguratorMessages} from './messages.js';

const onValueChange =
  (handle: (value: string) => void) =>
  ({target}: Event): void =>
    handle((target as HTMLInputElement | HTMLSelectElement).value);

function renderChoice(
  attribute: Attribute,
  id: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {name, choices, defaultValue: standard} = attribute;
  const value = state.settings.attributes[name] ?? '';
  const optionLabel = (choice: string): string => {
    const label = messages.choices[choice];
    return label && label !== choice ? `${choice} – ${label}` : choice;
  };
  return html`<select id=${id} @change=${onValueChange(one => state.setAttribute(name, one))}>
    <option value="" .selected=${!value}>${messages.byDefault(standard)}</option>
    ${choices
      .filter(choice => choice !== '' && choice !== standard)
      .map(
        choice =>
          html`<option value=${choice} .selected=${choice === value}>
            ${optionLabel(choice)}
          </option>`,
      )}
  </select>`;
}

/** Returns the message for an invalid value; empty if the value is valid. */
function valueError(
  attribute: Attribute,
  value: string,
  {toolMessages}: ConfiguratorState,
): string {
  const {name} = attribute;
  const correction = correctionOf(attribute, value);
  if (!correction) return '';
  const diagnostic = createDiagnostic('error', {name}, ...valueMessage(name, value, correction));
  return formatSentence(diagnostic, toolMessages);
}

/** Renders the control of an attribute with its label, hint and error. */
export function renderField(
  attribute: Attribute,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {name, kind, description, defaultValue: standard} = attribute;
  const id = `attribute-${name}`;
  const label = messages.attributes[name];
  const value = state.settings.attributes[name];
  const code = html`<code>${name}</code>`;
  if (kind === 'flag')
    return html`<p class="champ drapeau">
      <input
        type="checkbox"
        id=${id}
        .checked=${value !== undefined}
        @change=${({target}: Event) => state.setFlag(name, (target as HTMLInputElement).checked)}
      />
      <label for=${id}>${label ?? name} ${label ? code : nothing}</label>
    </p>`;
  const hint = messages.hints[name] ?? (label ? '' : description);
  const error = value === undefined ? '' : valueError(attribute, value, state);
  const described = [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ');
  const control =
    kind === 'choice'
      ? renderChoice(attribute, id, state, messages)
      : html`<input
          id=${id}
          type="text"
          inputmode=${kind === 'number' ? 'numeric' : nothing}
          placeholder=${standard || nothing}
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${described || nothing}
          aria-invalid=${error ? 'true' : nothing}
          .value=${value ?? ''}
          @change=${onValueChange(one => state.setAttribute(name, one.trim()))}
        />`;
  return html`<p class="champ">
    <label for=${id}>${label ?? name} ${label ? code : nothing}</label>
    ${control}
    ${hint ? html`<span class="conseil" id="${id}-hint" lang=${label ? nothing : 'en'}>${hint}</span>` : nothing}
    ${error ? html`<span class="faute" id="${id}-fault">${error}</span>` : nothing}
  </p>`;
}
