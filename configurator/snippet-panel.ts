import {html, nothing, type TemplateResult} from 'lit';
import {renderCode, renderCopyButton, renderText} from './code-block.js';
import type {ConfiguratorState} from './configurator-state.js';
import {framePolicyDirectives, policyDirectives} from './content-security-policy.js';
import {embedConfigFor} from '../src/tools/snippets/addresses.js';
import {formatSentence} from '../src/tools/messages/diagnostic.js';
import {hasMutableVersion} from '../src/tools/snippets/parse-snippet.js';
import {showsOwnContent, withAttribute} from '../src/tools/snippets/settings.js';
import {colourRule, snippetFormatsFor, formatSnippet} from './snippets.js';
import type {ConfiguratorMessages} from './messages.js';
import {renderPreload} from './preload.js';

/** Renders the origin of the hashes in the snippet. */
function renderHashOrigin(
  {folder, version}: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (!folder.hasHashes) return html`<p class="faute">${messages.host.missingHashes}</p>`;
  switch (folder.origin) {
    case 'own':
      return nothing;
    case 'same':
      return html`<p>${messages.host.sameHashes}</p>`;
    case 'other':
      return html`<p>${messages.host.otherVersionHashes}</p>`;
    case 'unknown':
      return html`<p class="faute">${messages.host.fallbackHashes(version)}</p>`;
  }
}

function renderHost(state: ConfiguratorState, messages: ConfiguratorMessages): TemplateResult {
  const {base} = state.settings;
  return html`<details>
    <summary>${messages.host.title}</summary>
    <p>${messages.host.intro}</p>
    <p><a class="bouton" href="spass-widgets.zip" download>${messages.host.zip}</a></p>
    <p class="champ">
      <label for="base">${messages.host.base}</label>
      <input
        id="base"
        type="url"
        autocomplete="off"
        aria-describedby="base-hint"
        .value=${base}
        @change=${({target}: Event) => state.setBase((target as HTMLInputElement).value)}
      />
      <span class="conseil" id="base-hint">${messages.host.baseHint}</span>
      ${hasMutableVersion(base) ? html`<span class="faute">${messages.host.mutableVersion}</span>` : nothing}
    </p>
    <div role="status" id="folder">${renderHashOrigin(state, messages)}</div>
  </details>`;
}

function renderPolicy(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {format, absoluteSettings: settings} = state;
  const rule = colourRule(settings);
  const lines = format === 'frame' ? framePolicyDirectives(settings) : policyDirectives(settings);
  return html`<details id="politique">
    <summary>${messages.policy.title}</summary>
    <p>${messages.policy.intro}</p>
    ${renderCode(`${lines.join(';\n')};`, messages.policy.title, state, messages)}
    ${
      rule && format === 'element'
        ? html`<p>${messages.policy.colours}</p>
            ${renderCode(rule, messages.policy.colours, state, messages)}`
        : nothing
    }
  </details>`;
}

/** CMS plugins by the snippet format that needs one. */
const PLUGINS_BY_FORMAT: Readonly<Record<string, string>> = {
  shortcode: 'spass-widgets-wordpress.zip',
  block: 'spass-widgets-wordpress.zip',
  spip: 'spass-widgets-spip.zip',
};

/** Pages of the guide by snippet format. */
const GUIDE_PAGES: Readonly<Record<string, readonly string[]>> = {
  shortcode: ['WordPress'],
  block: ['WordPress'],
  spip: ['SPIP'],
  others: ['Drupal', 'TYPO3', 'Joomla'],
};

/** Renders a link to a page of the guide, which is published beside the configurator. */
function renderGuide(tool: string): TemplateResult {
  return html`<a href="../guide/${tool.toLowerCase()}.html" hreflang="fr">${tool}</a> `;
}

/** Renders additional requirements of a snippet format. */
function renderRequirements(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {format, absoluteSettings} = state;
  const plugin = PLUGINS_BY_FORMAT[format];
  const config = format === 'frame' ? embedConfigFor(absoluteSettings) : undefined;
  const pages = GUIDE_PAGES[format] ?? [];
  return html`
    ${plugin ? html`<p><a class="bouton" href=${plugin} download>${messages.plugin}</a></p>` : nothing}
    ${
      config
        ? html`<p>${messages.embedJson}</p>
            ${renderCode(JSON.stringify(config), messages.embedJson, state, messages)}`
        : nothing
    }
    ${
      pages.length > 0
        ? html`<p class="conseil">${messages.guide} ${pages.map(renderGuide)}</p>`
        : nothing
    }
  `;
}

/** Renders the question whether a script of another site, which the link to this page names, is to be used. */
const renderForeignScript = (
  host: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult =>
  html`<div class="etranger" role="alert">
    <p class="faute">${messages.link.script(host)}</p>
    <p class="actions">
      <button type="button" class="bouton" @click=${() => state.setBase('')}>
        ${messages.link.ownScript}
      </button>
      <button type="button" class="bouton" @click=${() => state.confirmBase()}>
        ${messages.link.foreignScript(host)}
      </button>
    </p>
  </div>`;

/** Renders what is to be done before the snippet shows the data of the site. */
function renderPreparation(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  const {dataOrigin, file} = state;
  if (dataOrigin === 'demo' && state.widget?.attributes.has('api'))
    return html`<p class="avant">${messages.demoNotice}</p>`;
  return dataOrigin === 'file' && file.document && !state.target.value('api')
    ? html`<p class="avant">${messages.fileNotice}</p>`
    : nothing;
}

/** Returns the settings to be pasted: a file that has no address yet gets an example of one. */
function settingsToPaste(state: ConfiguratorState, messages: ConfiguratorMessages) {
  const {absoluteSettings: settings} = state;
  return state.document && !state.target.value('api')
    ? withAttribute(settings, 'api', messages.file.exampleAddress)
    : settings;
}

/** Renders the formats of the snippet, and the button that copies it. */
export function renderSnippetPanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const settings = settingsToPaste(state, messages);
  const format = state.format === 'others' ? 'placeholder' : state.format;
  const [name = ''] = messages.widgets[settings.widget] ?? [settings.widget];
  const text = formatSnippet(format, settings, state.folder.hashes, name, messages.lang);
  const usesPlugin = PLUGINS_BY_FORMAT[format] !== undefined;
  const label = messages.formats[state.format];
  const {unconfirmedScriptHost: host} = state;
  return html`<section class="coller" aria-labelledby="titre-coller">
    <h2 class="cache" id="titre-coller">${messages.steps.snippet}</h2>
    <div class="barre">
      <div class="formes" role="group" aria-labelledby="titre-coller">
        ${([...snippetFormatsFor(settings), 'others'] as const).map(
          one =>
            html`<button
              type="button"
              aria-pressed=${one === state.format}
              @click=${() => state.setFormat(one)}
            >
              ${messages.formats[one]}
            </button>`,
        )}
      </div>
      ${host === undefined ? renderCopyButton(text, label, state, messages) : nothing}
    </div>
    <div class="suite-code">
      ${host === undefined ? html`${renderPreparation(state, messages)} ${renderText(text, label)}` : renderForeignScript(host, state, messages)}
      <p class="conseil">
        ${messages.formatHints[state.format]}
        ${state.dataOrigin !== 'own' && showsOwnContent(settings) ? messages.sampleNotice : nothing}
      </p>
      ${renderRequirements(state, messages)}
      <div class="tiroirs">
        ${renderImportPanel(state, messages)}
        ${usesPlugin ? nothing : html`${renderHost(state, messages)} ${renderPolicy(state, messages)} ${renderPreload(state, messages)}`}
      </div>
      <p class="conseil">${messages.share}</p>
    </div>
  </section>`;
}

/** Renders the import of an existing snippet. */
function renderImportPanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {diagnostics} = state;
  return html`<details class="relire">
    <summary>${messages.importer.title}</summary>
    <p>${messages.importer.intro}</p>
    <p class="champ">
      <label for="pasted">${messages.importer.label}</label>
      <textarea
        id="pasted"
        rows="5"
        spellcheck="false"
        .value=${state.importText}
        @input=${({target}: Event) => (state.importText = (target as HTMLTextAreaElement).value)}
      ></textarea>
    </p>
    <p>
      <button type="button" class="bouton" @click=${() => state.importSnippet()}>
        ${messages.importer.read}
      </button>
    </p>
    <div role="status" id="faults">
      ${
        diagnostics === undefined
          ? nothing
          : diagnostics.length === 0
            ? html`<p>${messages.importer.ok}</p>`
            : html`<ul>
                ${diagnostics.map(one => html`<li class="faute">${formatSentence(one, state.toolMessages)}</li>`)}
              </ul>`
      }
    </div>
  </details>`;
}
