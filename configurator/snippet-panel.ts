import {html, nothing, type TemplateResult} from 'lit';
import type {ConfiguratorState} from './configurator-state.js';
import {framePolicyDirectives, policyDirectives} from './content-security-policy.js';
import {embedConfigFor} from '../src/tools/snippets/addresses.js';
import {formatSentence} from '../src/tools/messages/format-diagnostic.js';
import {hasMutableVersion} from '../src/tools/snippets/parse-snippet.js';
import {showsOwnContent} from '../src/tools/snippets/settings.js';
import {colourRule, snippetFormatsFor, formatSnippet} from './snippets.js';
import type {ConfiguratorMessages} from './messages.js';

/** Renders a code block with a button that copies it. */
function renderCode(
  text: string,
  name: string,
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      state.announce(messages.copied, name);
    } catch {
      state.announce(messages.notCopied, name);
    }
  };
  return html`<div class="extrait">
    <pre class="code"><code>${text}</code></pre>
    <p class="actions">
      <button type="button" class="bouton copier" @click=${() => void copy()}>
        ${messages.copy}<span class="cache"> : ${name}</span>
      </button>
      ${state.copiedName === name ? html`<span aria-hidden="true">${state.status}</span>` : nothing}
    </p>
  </div>`;
}

/** Renders the origin of the hashes in the snippet. */
function renderHashOrigin(
  {hashOrigin, hasHashes, version}: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult | typeof nothing {
  if (!hasHashes) return html`<p class="faute">${messages.host.missingHashes}</p>`;
  switch (hashOrigin) {
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
  const lines = format === 'frame' ? framePolicyDirectives(settings) : policyDirectives(settings);
  return html`<details id="politique">
    <summary>${messages.policy.title}</summary>
    <p>${messages.policy.intro}</p>
    ${renderCode(`${lines.join(';\n')};`, messages.policy.title, state, messages)}
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

/** Renders the snippet in the selected format, and the requirements of the site. */
export function renderSnippetPanel(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {absoluteSettings, hashes} = state;
  const format = state.format === 'others' ? 'placeholder' : state.format;
  const [name = ''] = messages.widgets[absoluteSettings.widget] ?? [absoluteSettings.widget];
  const rule = colourRule(absoluteSettings);
  const text = formatSnippet(format, absoluteSettings, hashes, name, messages.lang);
  const usesPlugin = PLUGINS_BY_FORMAT[format] !== undefined;
  return html`<section class="coller" aria-labelledby="titre-coller">
    <h2 id="titre-coller">${messages.steps.snippet}</h2>
    <div class="formes" role="group" aria-labelledby="titre-coller">
      ${([...snippetFormatsFor(absoluteSettings), 'others'] as const).map(
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
    <p class="conseil">${messages.formatHints[state.format]}</p>
    ${
      state.unconfirmedScriptHost === undefined
        ? renderCode(text, messages.formats[state.format], state, messages)
        : renderForeignScript(state.unconfirmedScriptHost, state, messages)
    }
    ${showsOwnContent(absoluteSettings) ? html`<p class="conseil">${messages.sampleNotice}</p>` : nothing}
    ${
      rule && format !== 'frame'
        ? html`<p>${messages.colours.rule}</p>
            ${renderCode(rule, messages.colours.rule, state, messages)}`
        : nothing
    }
    ${renderRequirements(state, messages)}
    ${usesPlugin ? nothing : html`${renderHost(state, messages)} ${renderPolicy(state, messages)}`}
    <p class="conseil">${messages.share}</p>
  </section>`;
}

/** Renders the import of an existing snippet. */
export function renderImportPanel(
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
