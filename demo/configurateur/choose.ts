import {html, nothing, type TemplateResult} from 'lit';
import {LIST_FILTERS, type FacetValue} from '../../src/model/query.js';
import {pickText} from '../../src/model/text.js';
import type {Attribute} from '../../src/paste/catalogue.js';
import type {Desk} from './desk.js';
import {renderField} from './field.js';
import type {Words} from './words.js';

/** Attributes of the data panel. */
export const OF_DATA = ['api', 'source', 'fields', 'places'];
/** Attributes of the appearance panel. */
export const OF_LOOKS = ['skin', 'lang', 'heading-level'];
/** Attributes of every widget. */
const OF_ALL = [
  'limit',
  'sort',
  'q',
  'from',
  'to',
  'group',
  'sync-url',
  'structured-data',
  'link-origin',
];
const NARROWING: readonly string[] = [...LIST_FILTERS, 'epci', 'departement', 'region'];

/** Attributes that the GDPR (article 13) makes mandatory for a contribution form. */
const OF_LAW = ['controller', 'contact', 'retention'];

/** Maximum number of checkboxes; an attribute with more values is a text field. */
const MOST = 24;

/** Renders the choice of widget, with a name and a short description of each. */
export function renderWidgets(desk: Desk, words: Words): TemplateResult {
  const known = Object.keys(words.widgets).filter(noun => desk.catalogue.has(noun));
  const others = [...desk.catalogue.keys()].filter(noun => !known.includes(noun));
  return html`<fieldset class="etape">
    <legend>${words.steps.widget}</legend>
    <div class="choix-composant">
      ${[...known, ...others].map(noun => {
        const [name, what] = words.widgets[noun] ?? [noun, ''];
        return html`<label class="composant">
          <input
            type="radio"
            name="widget"
            value=${noun}
            .checked=${noun === desk.settings.widget}
            @change=${() => desk.chooseWidget(noun)}
          />
          <span><strong>${name}</strong> ${what}</span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}

/** Renders the values found in the data as checkboxes; the attribute holds them separated by commas. */
function renderValues(
  {name}: Attribute,
  values: readonly FacetValue[],
  desk: Desk,
  words: Words,
): TemplateResult {
  const chosen = new Set((desk.settings.attributes[name] ?? '').split(',').filter(Boolean));
  const toggle = (value: string, isOn: boolean): void => {
    if (isOn) chosen.add(value);
    else chosen.delete(value);
    desk.setAttribute(name, [...chosen].join(',') || undefined);
  };
  return html`<fieldset class="valeurs">
    <legend>${words.attributes[name] ?? name} <code>${name}</code></legend>
    ${values.map(({value, label, count}) => {
      const {value: text, lang} = pickText(label ?? value, words.lang);
      return html`<label>
        <input
          type="checkbox"
          .checked=${chosen.has(value)}
          @change=${({target}: Event) => toggle(value, (target as HTMLInputElement).checked)}
        />
        <span lang=${lang ?? nothing}>${text}</span> <small>${count}</small>
      </label>`;
    })}
  </fieldset>`;
}

/** Renders the filters and the attributes of the selected widget. */
export function renderContent(desk: Desk, words: Words): TemplateResult | typeof nothing {
  const attributes = [...(desk.widget?.attributes.values() ?? [])];
  const {verdict} = desk;
  const facets = verdict.what === 'read' ? verdict.facets : {};
  const valuesOf = (name: string): readonly FacetValue[] =>
    (facets as Readonly<Record<string, readonly FacetValue[] | undefined>>)[name] ?? [];
  const draw = (attribute: Attribute): TemplateResult => {
    const values = valuesOf(attribute.name).filter(({value}) => !value.includes(','));
    return values.length > 0 && values.length <= MOST
      ? renderValues(attribute, values, desk, words)
      : renderField(attribute, desk, words);
  };
  const common = attributes.filter(({name}) => OF_ALL.includes(name));
  const narrowing = attributes.filter(({name}) => NARROWING.includes(name));
  const elsewhere = [...OF_DATA, ...OF_LOOKS, ...OF_ALL, ...NARROWING];
  const own = attributes.filter(({name}) => !elsewhere.includes(name));
  const group = (title: string, list: readonly Attribute[], isOpen = false) =>
    list.length > 0
      ? html`<details ?open=${isOpen}>
          <summary>${title}</summary>
          <div class="champs">${list.map(draw)}</div>
        </details>`
      : nothing;
  const isLacking = OF_LAW.some(
    name => desk.widget?.attributes.has(name) && !desk.settings.attributes[name],
  );
  return html`
    ${isLacking ? html`<p class="faute">${words.needed}</p>` : nothing}
    ${group(words.steps.content, common)} ${group(words.filters, narrowing)}
    ${group(words.ownAttributes, own, isLacking)}
  `;
}
