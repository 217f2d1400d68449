import {html, nothing, type TemplateResult} from 'lit';
import {APPEARANCE_ATTRIBUTES} from './widget-panel.js';
import {BACKGROUND, backgroundOf, COLOURS, contrastRatio} from './colours.js';
import type {ConfiguratorState} from './configurator-state.js';
import {renderField} from './field.js';
import type {ConfiguratorMessages} from './messages.js';

function renderColour(
  name: string,
  minContrast: number | undefined,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
) {
  const {colours, attributes} = state.settings;
  const value = colours[name];
  const background = colours[BACKGROUND] ?? backgroundOf(attributes['skin'] ?? '');
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
      .value=${value ?? (name === BACKGROUND ? background : '#1d2a2f')}
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
        : nothing
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

/** Renders the appearance panel: skin, language, headings and colours. */
export function renderAppearancePanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const attributes = state.widget?.attributes;
  const fields = APPEARANCE_ATTRIBUTES.flatMap(name => attributes?.get(name) ?? []);
  return html`
    <details>
      <summary>${messages.steps.appearance}</summary>
      <div class="champs">${fields.map(attribute => renderField(attribute, state, messages))}</div>
    </details>
    <details>
      <summary>${messages.colours.title}</summary>
      <p class="conseil">${messages.colours.intro}</p>
      <div class="champs" role="group" aria-label=${messages.colours.title}>
        ${renderColour(BACKGROUND, undefined, state, messages)}
        ${COLOURS.map(({name, minContrast}) => renderColour(name, minContrast, state, messages))}
      </div>
    </details>
  `;
}
