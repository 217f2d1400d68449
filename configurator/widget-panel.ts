import {html, nothing, type TemplateResult} from 'lit';
import {type FacetValue, LIST_FILTERS, TERRITORIES} from '../src/model/query.js';
import {pickText} from '../src/model/text.js';
import type {Attribute} from '../src/tools/snippets/catalogue.js';
import {widgetsOf} from '../src/tools/snippets/settings.js';
import type {ConfiguratorState} from './configurator-state.js';
import {renderBlocks, renderLayerItems} from './blocks-panel.js';
import {renderField} from './field.js';
import {renderThumbnail} from './thumbnails.js';
import type {ConfiguratorMessages} from './messages.js';
import {closedValues, type ListValue, renderValues} from './value-list.js';

/** Attributes of the data panel. */
export const DATA_ATTRIBUTES = ['api', 'source', 'fields', 'places'];
/** Attributes of the appearance panel. */
export const APPEARANCE_ATTRIBUTES = ['lang', 'heading-level'];
/** Attributes of every widget. */
const COMMON_ATTRIBUTES = [
  'limit',
  'sort',
  'q',
  'from',
  'to',
  'hide',
  'diagnostics',
  'group',
  'sync-url',
  'structured-data',
  'keep',
  'link-origin',
];
/** Attributes that are changed most, in this order; the first ones of a widget are shown at once. */
const MAIN_ATTRIBUTES = [
  'layout',
  'views',
  'kind',
  'story',
  'facets',
  'mode',
  'of',
  'height',
  'no-list',
  'no-map',
  'tiles',
  'load',
  'group-by',
  'multiple',
  'paging',
];
/** Number of attributes of a widget that are shown at once. */
const MAX_MAIN = 4;
const FILTER_ATTRIBUTES: readonly string[] = [...LIST_FILTERS, ...TERRITORIES];

/** Attributes that the GDPR (article 13) makes mandatory for a contribution form. */
const LEGAL_ATTRIBUTES = ['controller', 'contact', 'retention'];

/** Attributes of a layer, the most used ones first. */
const LAYER_ATTRIBUTES = [
  'label',
  'api',
  'source',
  'fields',
  'color',
  'shapes',
  'min-zoom',
  'hidden',
];

/** Lists of parts of the widget, not of values in the data. */
const WIDGET_LISTS: readonly string[] = ['facets', 'views', 'hide'];

/** Maximum number of checkboxes; an attribute with more values is a text field. */
const MAX_CHECKBOXES = 24;

/** Renders the choice of widget: a drawing, a name and a short description of each. */
export function renderWidgetChoice(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const known = Object.keys(messages.widgets).filter(noun => state.catalogue.has(noun));
  const others = [...state.catalogue.keys()].filter(noun => !known.includes(noun));
  return html`<fieldset class="composants">
    <legend class="cache">${messages.steps.widget}</legend>
    ${[...known, ...others].map(noun => {
      const [name, description] = messages.widgets[noun] ?? [noun, ''];
      return html`<label class="composant" title=${description}>
        <input
          type="radio"
          name="widget"
          value=${noun}
          .checked=${noun === state.settings.widget}
          @change=${() => state.selectWidget(noun)}
        />
        ${renderThumbnail(noun)}
        <span>${name}</span>
      </label>`;
    })}
  </fieldset>`;
}

/** Renders the choice of the widget to be edited, if a portal contains several. */
export function renderSiblings(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {settings} = state;
  const widgets = widgetsOf(settings);
  if (!settings.portal || widgets.length < 2) return nothing;
  const own = settings.portal.before.length;
  const change = ({target}: Event): void =>
    state.selectInPortal(Number((target as HTMLSelectElement).value));
  return html`<p class="champ">
    <label for="sibling">${messages.siblings(widgets.length)}</label>
    <select id="sibling" @change=${change}>
      ${widgets.map(
        ({widget}, i) =>
          html`<option value=${i} .selected=${i === own}>
            ${i + 1}. ${messages.widgets[widget]?.[0] ?? widget}
          </option>`,
      )}
    </select>
  </p>`;
}

/** Renders the layers of a map, each with its attributes. */
function renderLayers(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const layer = state.dependentTags.get('layer');
  const {widget, layers} = state.settings;
  if (widget !== 'project-map' || !layer) return nothing;
  const attributes = LAYER_ATTRIBUTES.flatMap(name => layer.attributes.get(name) ?? []);
  return html`<details ?open=${layers.length > 0}>
    <summary>${messages.layers.title}</summary>
    <p class="conseil">${messages.layers.intro}</p>
    ${layers.map(
      (_, i) =>
        html`<fieldset class="couche">
          <legend>${messages.layers.one(i + 1)}</legend>
          ${attributes.map(one => renderField(one, state, messages, state.layerTarget(i)))}
          ${renderLayerItems(i, state, messages)}
          <button type="button" class="discret" @click=${() => state.removeLayer(i)}>
            ${messages.layers.remove(i + 1)}
          </button>
        </fieldset>`,
    )}
    <p>
      <button type="button" class="bouton" @click=${() => state.addLayer()}>
        ${messages.layers.add}
      </button>
    </p>
  </details>`;
}

/** True if the preview is beside the settings. On a phone it is below them, so that they start closed. */
const hasRoom = (): boolean => matchMedia('(width >= 48em)').matches;

/** Renders the filters and the attributes of the selected widget. */
export function renderAttributes(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const attributes = [...(state.widget?.attributes.values() ?? [])];
  const {result: probeResult} = state.probe;
  const facets = probeResult.status === 'ready' ? probeResult.facets : {};
  /** Values found in the data, or the closed ones of the attribute. */
  const valuesOf = (attribute: Attribute): readonly ListValue[] => {
    const {name} = attribute;
    const found = (facets as Readonly<Record<string, readonly FacetValue[] | undefined>>)[name];
    if (found && !WIDGET_LISTS.includes(name))
      return found
        .filter(({value}) => !value.includes(','))
        .map(({value, label, count}) => {
          const {value: text, lang} = pickText(label ?? value, messages.lang);
          return {value, text, lang, count};
        });
    return attribute.isList ? closedValues(attribute, messages) : [];
  };
  const renderAttribute = (attribute: Attribute): TemplateResult => {
    const values = valuesOf(attribute);
    return values.length > 0 && values.length <= MAX_CHECKBOXES
      ? renderValues(attribute, values, state.target, messages)
      : renderField(attribute, state, messages);
  };
  const common = attributes.filter(({name}) => COMMON_ATTRIBUTES.includes(name));
  const filters = attributes.filter(({name}) => FILTER_ATTRIBUTES.includes(name));
  const elsewhere = [
    ...DATA_ATTRIBUTES,
    ...APPEARANCE_ATTRIBUTES,
    'skin',
    ...COMMON_ATTRIBUTES,
    ...FILTER_ATTRIBUTES,
  ];
  const own = attributes.filter(({name}) => !elsewhere.includes(name));
  const isLegal = ({name}: Attribute): boolean => LEGAL_ATTRIBUTES.includes(name);
  const rankOf = ({name}: Attribute): number => {
    const rank = MAIN_ATTRIBUTES.indexOf(name);
    return rank < 0 ? MAIN_ATTRIBUTES.length : rank;
  };
  const ranked = own.filter(one => !isLegal(one)).sort((a, b) => rankOf(a) - rankOf(b));
  // One or two would not be worth a group of their own.
  const count = ranked.length > MAX_MAIN + 2 ? MAX_MAIN : ranked.length;
  const others = ranked.slice(count);
  const hasValue = ({name}: Attribute): boolean => !!state.target.value(name);
  const renderGroup = (title: string, list: readonly Attribute[], isOpen = false) =>
    list.length > 0
      ? html`<details ?open=${isOpen}>
          <summary>${title}</summary>
          <div class="champs">${list.map(renderAttribute)}</div>
        </details>`
      : nothing;
  const isIncomplete = LEGAL_ATTRIBUTES.some(
    name => state.widget?.attributes.has(name) && !state.target.value(name),
  );
  return html`
    ${isIncomplete ? html`<p class="faute">${messages.legalNotice}</p>` : nothing}
    ${renderGroup(messages.ownAttributes, [...own.filter(isLegal), ...ranked.slice(0, count)], hasRoom())}
    ${renderGroup(messages.otherAttributes, others, others.some(hasValue))}
    ${renderLayers(state, messages)} ${renderGroup(messages.steps.content, common)}
    ${renderGroup(messages.filters, filters)} ${renderBlocks(state, messages)}
  `;
}
