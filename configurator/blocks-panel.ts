import {html, nothing, type TemplateResult} from 'lit';
import {
  createDiagnostic,
  type Diagnostic,
  type ReportDiagnostic,
  formatSentence,
} from '../src/tools/messages/diagnostic.js';
import {checkBlock, checkMessageOverrides} from '../src/tools/snippets/block-checks.js';
import {type BlockName, blocksFor} from '../src/tools/snippets/blocks.js';
import type {ConfiguratorState} from './configurator-state.js';
import type {ConfiguratorMessages} from './messages.js';

/** Maximum number of faults that are shown for a text. */
const MAX_FAULTS = 20;

/** Renders a text of several lines, with what is wrong in it. */
function renderText(
  id: string,
  {label, hint, example}: {label: string; hint: string; example: string},
  text: string,
  check: (report: ReportDiagnostic) => void,
  set: (text: string) => void,
  state: ConfiguratorState,
): TemplateResult {
  const faults: Diagnostic[] = [];
  check((severity, location, ...message) =>
    faults.push(createDiagnostic(severity, location, ...message)),
  );
  const described = [`${id}-hint`, ...(faults.length > 0 ? [`${id}-faults`] : [])].join(' ');
  return html`<div class="champ">
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      rows="5"
      spellcheck="false"
      autocomplete="off"
      placeholder=${example}
      aria-describedby=${described}
      aria-invalid=${faults.length > 0 ? 'true' : nothing}
      .value=${text}
      @change=${({target}: Event) => set((target as HTMLTextAreaElement).value)}
    ></textarea>
    <span class="conseil" id="${id}-hint">${hint}</span>
    ${
      faults.length > 0
        ? html`<ul id="${id}-faults">
            ${faults.slice(0, MAX_FAULTS).map(one => html`<li class="faute">${formatSentence(one, state.toolMessages)}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

/** Renders a template, or the records in the tag. */
export function renderBlock(
  name: BlockName,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const text = state.settings.blocks[name] ?? '';
  return renderText(
    `block-${name}`,
    messages.blocks.texts[name],
    text,
    report => checkBlock(name, text, report),
    value => state.setBlock(name, value),
    state,
  );
}

/** Renders the records inside the tag of a layer. */
export function renderLayerItems(
  index: number,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const json = state.settings.layers[index]?.items ?? '';
  return renderText(
    `layer-${index}-items`,
    messages.blocks.texts.items,
    json,
    report => checkBlock('items', json, report),
    value => state.setLayerItems(index, value),
    state,
  );
}

/** Renders the message overrides of one language. */
function renderMessageOverrides(
  language: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const json = state.settings.messageOverrides[language] ?? '';
  const {label, ...others} = messages.blocks.texts.messageOverrides;
  const name = messages.choices[language] ?? (language || messages.blocks.pageLanguage);
  return renderText(
    `sentences-${language || 'page'}`,
    {label: `${label} (${name})`, ...others},
    json,
    report => checkMessageOverrides(language, json, report),
    value => state.setMessageOverrides(language, value),
    state,
  );
}

/** Renders the own templates of the widget, and its message overrides. */
export function renderBlocks(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {blocks, messageOverrides, widget} = state.settings;
  const templates = blocksFor(widget, false);
  const languages = [
    ...new Set([
      '',
      ...(state.widget?.attributes.get('lang')?.choices ?? []),
      ...Object.keys(messageOverrides),
    ]),
  ];
  const isOpen = Object.keys(messageOverrides).length > 0 || templates.some(name => blocks[name]);
  return html`<details ?open=${isOpen}>
    <summary>
      ${templates.length > 0 ? messages.blocks.title : messages.blocks.overridesTitle}
    </summary>
    <div class="champs">
      ${templates.map(name => renderBlock(name, state, messages))}
      ${languages.filter(one => one === state.overridesLanguage || messageOverrides[one]).map(one => renderMessageOverrides(one, state, messages))}
      <p class="champ">
        <label for="sentences-language">${messages.blocks.language}</label>
        <select
          id="sentences-language"
          @change=${({target}: Event) => state.setOverridesLanguage((target as HTMLSelectElement).value)}
        >
          ${languages.map(
            one =>
              html`<option value=${one} .selected=${one === state.overridesLanguage}>
                ${one ? (messages.choices[one] ?? one) : messages.blocks.pageLanguage}
              </option>`,
          )}
        </select>
      </p>
    </div>
  </details>`;
}
