import {html, nothing, type TemplateResult} from 'lit';
import type {Attribute} from '../src/tools/snippets/catalogue.js';
import type {ConfiguratorMessages} from './messages.js';
import type {FieldTarget} from './settings-editor.js';

/** Value of a list, to be checked. */
export interface ListValue {
  readonly value: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly count?: number;
}

/** Lists whose values are separated by spaces; other lists use commas. */
const SPACED: readonly string[] = ['hide', 'languages'];

/** Returns the closed values of a list, with their labels. */
export const closedValues = (
  {name, names = []}: Attribute,
  {choices, attributes}: ConfiguratorMessages,
): readonly ListValue[] =>
  names.map(value => ({
    value,
    text: choices[`${name}.${value}`] ?? choices[value] ?? attributes[value] ?? value,
  }));

/** Renders the values of a list as checkboxes. */
export function renderValues(
  {name, defaultValue, isList, names = []}: Attribute,
  values: readonly ListValue[],
  target: FieldTarget,
  messages: ConfiguratorMessages,
): TemplateResult {
  const given = target.value(name);
  const standard = defaultValue.split(',').filter(Boolean);
  // A space belongs to a value that a comma separates from others: `Patrimoine bâti`.
  const separator = names.length > 0 ? /[\s,]+/ : /\s*,\s*/;
  const selected = new Set(given?.split(separator).filter(Boolean) ?? standard);
  const toggle = (value: string, isOn: boolean): void => {
    if (isOn) selected.add(value);
    else selected.delete(value);
    if (!isList) {
      target.set(name, [...selected].join(',') || undefined);
      return;
    }
    // In the order in which they are offered. None is a list too: no facet at all.
    const list = values.map(one => one.value).filter(one => selected.has(one));
    const isStandard = list.length === standard.length && standard.every(one => selected.has(one));
    const text = list.join(SPACED.includes(name) ? ' ' : ',');
    if (list.length > 0) target.set(name, isStandard ? undefined : text);
    else target.setFlag(name, name === 'facets');
  };
  return html`<fieldset class="valeurs">
    <legend>${messages.attributes[name] ?? name}</legend>
    ${values.map(
      ({value, text, lang, count}) =>
        html`<label>
          <input
            type="checkbox"
            .checked=${selected.has(value)}
            @change=${({target: box}: Event) => toggle(value, (box as HTMLInputElement).checked)}
          />
          <span lang=${lang ?? nothing}>${text}</span>
          ${count === undefined ? nothing : html`<small>${count}</small>`}
        </label>`,
    )}
  </fieldset>`;
}
