import {html, nothing, type TemplateResult} from 'lit';
import {LIST_FILTERS, type FacetValue} from '../src/model/query.js';
import {pickText} from '../src/model/text.js';
import type {Attribute} from '../src/tools/snippets/catalogue.js';
import type {ConfiguratorState} from './configurator-state.js';
import {renderField} from './field.js';
import type {ConfiguratorMessages} from './messages.js';

/** Attributes of the data panel. */
export const DATA_ATTRIBUTES = ['api', 'source', 'fields', 'places'];
/** Attributes of the appearance panel. */
export const APPEARANCE_ATTRIBUTES = ['skin', 'lang', 'heading-level'];
/** Attributes of every widget. */
const COMMON_ATTRIBUTES = [
  'limit',
  'sort',
  'q',
  'from',
  'to',
  'hide',
  'group',
  'sync-url',
  'structured-data',
  'keep',
  'link-origin',
];
const FILTER_ATTRIBUTES: readonly string[] = [...LIST_FILTERS, 'epci', 'departement', 'region'];

/** Attributes that the GDPR (article 13) makes mandatory for a contribution form. */
const LEGAL_ATTRIBUTES = ['controller', 'contact', 'retention'];

/** Maximum number of checkboxes; an attribute with more values is a text field. */
const MAX_CHECKBOXES = 24;

/** Renders the choice of widget, with a name and a short description of each. */
export function renderWidgetChoice(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const known = Object.keys(messages.widgets).filter(noun => state.catalogue.has(noun));
  const others = [...state.catalogue.keys()].filter(noun => !known.includes(noun));
  return html`<fieldset class="etape">
    <legend>${messages.steps.widget}</legend>
    <div class="choix-composant">
      ${[...known, ...others].map(noun => {
        const [name, description] = messages.widgets[noun] ?? [noun, ''];
        return html`<label class="composant">
          <input
            type="radio"
            name="widget"
            value=${noun}
            .checked=${noun === state.settings.widget}
            @change=${() => state.selectWidget(noun)}
          />
          <span><strong>${name}</strong> ${description}</span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}

/** Renders the values found in the data as checkboxes; the attribute holds them separated by commas. */
function renderValues(
  {name}: Attribute,
  values: readonly FacetValue[],
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const selected = new Set((state.settings.attributes[name] ?? '').split(',').filter(Boolean));
  const toggle = (value: string, isOn: boolean): void => {
    if (isOn) selected.add(value);
    else selected.delete(value);
    state.setAttribute(name, [...selected].join(',') || undefined);
  };
  return html`<fieldset class="valeurs">
    <legend>${messages.attributes[name] ?? name} <code>${name}</code></legend>
    ${values.map(({value, label, count}) => {
      const {value: text, lang} = pickText(label ?? value, messages.lang);
      return html`<label>
        <input
          type="checkbox"
          .checked=${selected.has(value)}
          @change=${({target}: Event) => toggle(value, (target as HTMLInputElement).checked)}
        />
        <span lang=${lang ?? nothing}>${text}</span> <small>${count}</small>
      </label>`;
    })}
  </fieldset>`;
}

/** Renders the filters and the attributes of the selected widget. */
export function renderAttributes(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const attributes = [...(state.widget?.attributes.values() ?? [])];
  const {probeResult} = state;
  const facets = probeResult.status === 'ready' ? probeResult.facets : {};
  const valuesOf = (name: string): readonly FacetValue[] =>
    (facets as Readonly<Record<string, readonly FacetValue[] | undefined>>)[name] ?? [];
  const renderAttribute = (attribute: Attribute): TemplateResult => {
    const values = valuesOf(attribute.name).filter(({value}) => !value.includes(','));
    return values.length > 0 && values.length <= MAX_CHECKBOXES
      ? renderValues(attribute, values, state, messages)
      : renderField(attribute, state, messages);
  };
  const common = attributes.filter(({name}) => COMMON_ATTRIBUTES.includes(name));
  const filters = attributes.filter(({name}) => FILTER_ATTRIBUTES.includes(name));
  const elsewhere = [
    ...DATA_ATTRIBUTES,
    ...APPEARANCE_ATTRIBUTES,
    ...COMMON_ATTRIBUTES,
    ...FILTER_ATTRIBUTES,
  ];
  const own = attributes.filter(({name}) => !elsewhere.includes(name));
  const renderGroup = (title: string, list: readonly Attribute[], isOpen = false) =>
    list.length > 0
      ? html`<details ?open=${isOpen}>
          <summary>${title}</summary>
          <div class="champs">${list.map(renderAttribute)}</div>
        </details>`
      : nothing;
  const isIncomplete = LEGAL_ATTRIBUTES.some(
    name => state.widget?.attributes.has(name) && !state.settings.attributes[name],
  );
  return html`
    ${isIncomplete ? html`<p class="faute">${messages.legalNotice}</p>` : nothing}
    ${renderGroup(messages.steps.content, common)} ${renderGroup(messages.filters, filters)}
    ${renderGroup(messages.ownAttributes, own, isIncomplete)}
  `;
}
