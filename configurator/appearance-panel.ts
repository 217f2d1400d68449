import {html, nothing, type TemplateResult} from 'lit';
import {APPEARANCE_ATTRIBUTES} from './widget-panel.js';
import {BACKGROUND, backgroundOf, COLOURS, contrastRatio, defaultColour} from './colours.js';
import type {ConfiguratorState} from './configurator-state.js';
import {renderField, renderSegments} from './field.js';
import type {ConfiguratorMessages} from './messages.js';
import {closedValues, renderValues} from './value-list.js';

function renderColour(
  name: string,
  minContrast: number | undefined,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
) {
  const {colours} = state.settings;
  const skin = state.target.value('skin') ?? '';
  const value = colours[name];
  const background = colours[BACKGROUND] ?? backgroundOf(skin);
  const contrast = value && minContrast ? contrastRatio(value, background) : undefined;
  const id = `colour${name.slice(7)}`;
  const number = (n: number): string => n.toLocaleString(messages.lang, {maximumFractionDigits: 1});
  const isTooLow = contrast !== undefined && minContrast !== undefined && contrast < minContrast;
  return html`<p class="champ couleur">
    <label for=${id}>${messages.colours.names[name] ?? name}</label>
    <input
      id=${id}
      type="color"
      aria-describedby=${contrast === undefined ? nothing : `${id}-contrast`}
      .value=${value ?? defaultColour(name, skin)}
      @input=${({target}: Event) => state.setColour(name, (target as HTMLInputElement).value)}
    />
    ${
      value
        ? html`<button
            type="button"
            class="discret"
            @click=${() => state.setColour(name, undefined)}
          >
            ${messages.colours.clear}<span class="cache"> : ${messages.colours.names[name]}</span>
          </button>`
        : html`<span class="conseil">${messages.colours.byDefault}</span>`
    }
    ${
      contrast === undefined || minContrast === undefined
        ? nothing
        : html`<span class=${isTooLow ? 'faute' : 'conseil'} id="${id}-contrast">
            ${isTooLow ? messages.colours.contrastTooLow(number(contrast), number(minContrast)) : messages.colours.contrastOk(number(contrast))}
          </span>`
    }
  </p>`;
}

/** Renders the choice of the skin. */
export function renderSkin(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const skin = state.widget?.attributes.get('skin');
  if (!skin) return nothing;
  const names = skin.choices.map(value => ({value, label: messages.skins[value] ?? value}));
  const selected = state.target.value('skin') ?? skin.defaultValue;
  return renderSegments(
    'attribute-skin',
    messages.attributes['skin'] ?? 'skin',
    names,
    selected,
    one => state.setAttribute('skin', one),
  );
}

/** Renders the appearance panel: colours, language and headings. */
export function renderAppearancePanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const attributes = state.widget?.attributes;
  const fields = APPEARANCE_ATTRIBUTES.flatMap(name => attributes?.get(name) ?? []);
  const languages = state.dependentTags.get('portal')?.attributes.get('languages');
  return html`
    <details>
      <summary>${messages.colours.title}</summary>
      <p class="conseil">${messages.colours.intro}</p>
      <div class="nuancier" role="group" aria-label=${messages.colours.title}>
        ${renderColour(BACKGROUND, undefined, state, messages)}
        ${COLOURS.map(({name, minContrast}) => renderColour(name, minContrast, state, messages))}
      </div>
    </details>
    <details>
      <summary>${messages.steps.appearance}</summary>
      <div class="champs">
        ${fields.map(attribute => renderField(attribute, state, messages))}
        ${languages ? renderValues(languages, closedValues(languages, messages), state.portalTarget, messages) : nothing}
      </div>
    </details>
  `;
}
