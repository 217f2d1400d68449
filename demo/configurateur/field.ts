import {html, nothing, type TemplateResult} from 'lit';
import type {Attribute} from '../../src/paste/catalogue.js';
import type {Desk} from './desk.js';
import {checkValue} from '../../src/paste/values.js';
import type {Words} from './words.js';

const changed =
  (take: (value: string) => void) =>
  ({target}: Event): void =>
    take((target as HTMLInputElement | HTMLSelectElement).value);

function renderChoice(attribute: Attribute, id: string, desk: Desk, words: Words): TemplateResult {
  const {name, choices, standard} = attribute;
  const value = desk.settings.attributes[name] ?? '';
  const worded = (choice: string): string => {
    const told = words.choices[choice];
    return told && told !== choice ? `${choice} – ${told}` : choice;
  };
  return html`<select id=${id} @change=${changed(one => desk.setAttribute(name, one))}>
    <option value="" ?selected=${!value}>${words.byDefault(standard)}</option>
    ${choices
      .filter(choice => choice !== '' && choice !== standard)
      .map(
        choice =>
          html`<option value=${choice} ?selected=${choice === value}>${worded(choice)}</option>`,
      )}
  </select>`;
}

/** Renders the control of an attribute with its label, hint and error. */
export function renderField(attribute: Attribute, desk: Desk, words: Words): TemplateResult {
  const {name, kind, description, standard} = attribute;
  const id = `attribute-${name}`;
  const label = words.attributes[name];
  const value = desk.settings.attributes[name];
  const code = html`<code>${name}</code>`;
  if (kind === 'flag')
    return html`<p class="champ drapeau">
      <input
        type="checkbox"
        id=${id}
        .checked=${value !== undefined}
        @change=${({target}: Event) => desk.setFlag(name, (target as HTMLInputElement).checked)}
      />
      <label for=${id}>${label ?? name} ${label ? code : nothing}</label>
    </p>`;
  const hint = words.hints[name] ?? (label ? '' : description);
  const fault = value === undefined ? undefined : checkValue(attribute, value);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const control =
    kind === 'choice'
      ? renderChoice(attribute, id, desk, words)
      : html`<input
          id=${id}
          type="text"
          inputmode=${kind === 'number' ? 'numeric' : nothing}
          placeholder=${standard || nothing}
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${described || nothing}
          aria-invalid=${fault ? 'true' : nothing}
          .value=${value ?? ''}
          @change=${changed(one => desk.setAttribute(name, one.trim()))}
        />`;
  return html`<p class="champ">
    <label for=${id}>${label ?? name} ${label ? code : nothing}</label>
    ${control}
    ${hint ? html`<span class="conseil" id="${id}-hint" lang=${label ? nothing : 'en'}>${hint}</span>` : nothing}
    ${fault ? html`<span class="faute" id="${id}-fault">${words.pasted.faults(fault)}</span>` : nothing}
  </p>`;
}
