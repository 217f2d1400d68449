import {html, nothing, type TemplateResult} from 'lit';
import type {Desk} from './desk.js';
import {framePolicyLines, policyLines} from './policy.js';
import {isMoving} from '../../src/paste/reading.js';
import {isOfContent} from '../../src/paste/settings.js';
import {colourRule, shapesFor, snippet} from './snippets.js';
import type {Words} from './words.js';

/** Renders a code block with a button that copies it. */
function renderCode(text: string, name: string, desk: Desk, words: Words): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      desk.say(words.copied, name);
    } catch {
      desk.say(words.notCopied, name);
    }
  };
  return html`<div class="extrait">
    <pre class="code"><code>${text}</code></pre>
    <p class="actions">
      <button type="button" class="bouton copier" @click=${() => void copy()}>
        ${words.copy}<span class="cache"> : ${name}</span>
      </button>
      ${desk.copied === name ? html`<span aria-hidden="true">${desk.status}</span>` : nothing}
    </p>
  </div>`;
}

/** Renders the origin of the hashes in the snippet. */
function renderFolder(
  {folder, hasHashes, version}: Desk,
  words: Words,
): TemplateResult | typeof nothing {
  if (!hasHashes) return html`<p class="faute">${words.host.noHash}</p>`;
  switch (folder) {
    case 'own':
      return nothing;
    case 'same':
      return html`<p>${words.host.sameHash}</p>`;
    case 'other':
      return html`<p>${words.host.theirHash}</p>`;
    case 'unknown':
      return html`<p class="faute">${words.host.ourHash(version)}</p>`;
  }
}

function renderHost(desk: Desk, words: Words): TemplateResult {
  const {base} = desk.settings;
  return html`<details>
    <summary>${words.host.title}</summary>
    <p>${words.host.intro}</p>
    <p><a class="bouton" href="spass-widgets.zip" download>${words.host.zip}</a></p>
    <p class="champ">
      <label for="base">${words.host.base}</label>
      <input
        id="base"
        type="url"
        autocomplete="off"
        aria-describedby="base-hint"
        .value=${base}
        @change=${({target}: Event) => desk.setBase((target as HTMLInputElement).value)}
      />
      <span class="conseil" id="base-hint">${words.host.baseHint}</span>
      ${isMoving(base) ? html`<span class="faute">${words.host.mutable}</span>` : nothing}
    </p>
    <div role="status" id="folder">${renderFolder(desk, words)}</div>
  </details>`;
}

function renderPolicy(desk: Desk, words: Words): TemplateResult | typeof nothing {
  const {shape, pasted: settings} = desk;
  const lines = shape === 'frame' ? framePolicyLines(settings) : policyLines(settings);
  return html`<details id="politique">
    <summary>${words.policy.title}</summary>
    <p>${words.policy.intro}</p>
    ${renderCode(`${lines.join(';\n')};`, words.policy.title, desk, words)}
  </details>`;
}

/** CMS plugins by the snippet format that needs one. */
const PLUGINS: Readonly<Record<string, string>> = {
  shortcode: 'spass-widgets-wordpress.zip',
  block: 'spass-widgets-wordpress.zip',
  spip: 'spass-widgets-spip.zip',
};

/** Pages of the guide by snippet format. */
const GUIDE: Readonly<Record<string, readonly string[]>> = {
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
function renderNeeds(desk: Desk, words: Words): TemplateResult {
  const {shape, pasted} = desk;
  const plugin = PLUGINS[shape];
  const api = pasted.attributes['api'];
  const pages = GUIDE[shape] ?? [];
  return html`
    ${plugin ? html`<p><a class="bouton" href=${plugin} download>${words.plugin}</a></p>` : nothing}
    ${
      shape === 'frame' && api
        ? html`<p>${words.embedJson}</p>
            ${renderCode(JSON.stringify({apis: api.split(/\s+/)}), words.embedJson, desk, words)}`
        : nothing
    }
    ${
      pages.length > 0
        ? html`<p class="conseil">${words.guide} ${pages.map(renderGuide)}</p>`
        : nothing
    }
  `;
}

/** Renders the snippet in the selected format, and the requirements of the site. */
export function renderPaste(desk: Desk, words: Words): TemplateResult {
  const {pasted, hashes} = desk;
  const shape = desk.shape === 'others' ? 'placeholder' : desk.shape;
  const [name = ''] = words.widgets[pasted.widget] ?? [pasted.widget];
  const rule = colourRule(pasted);
  const text = snippet(shape, pasted, hashes, name, words.lang);
  const usesPlugin = PLUGINS[shape] !== undefined;
  return html`<section class="coller" aria-labelledby="titre-coller">
    <h2 id="titre-coller">${words.steps.paste}</h2>
    <div class="formes" role="group" aria-labelledby="titre-coller">
      ${([...shapesFor(pasted), 'others'] as const).map(
        one =>
          html`<button
            type="button"
            aria-pressed=${one === desk.shape}
            @click=${() => desk.setShape(one)}
          >
            ${words.shapes[one]}
          </button>`,
      )}
    </div>
    <p class="conseil">${words.shapeHints[desk.shape]}</p>
    ${renderCode(text, words.shapes[desk.shape], desk, words)}
    ${isOfContent(pasted) ? html`<p class="conseil">${words.draft}</p>` : nothing}
    ${
      rule && shape !== 'frame'
        ? html`<p>${words.colours.rule}</p>
            ${renderCode(rule, words.colours.rule, desk, words)}`
        : nothing
    }
    ${renderNeeds(desk, words)}
    ${usesPlugin ? nothing : html`${renderHost(desk, words)} ${renderPolicy(desk, words)}`}
    <p class="conseil">${words.share}</p>
  </section>`;
}

/** Renders the import of an existing snippet. */
export function renderPasted(desk: Desk, words: Words): TemplateResult {
  const {faults} = desk;
  return html`<details class="relire">
    <summary>${words.pasted.title}</summary>
    <p>${words.pasted.intro}</p>
    <p class="champ">
      <label for="pasted">${words.pasted.label}</label>
      <textarea
        id="pasted"
        rows="5"
        spellcheck="false"
        .value=${desk.draft}
        @input=${({target}: Event) => (desk.draft = (target as HTMLTextAreaElement).value)}
      ></textarea>
    </p>
    <p>
      <button type="button" class="bouton" @click=${() => desk.readPasted()}>
        ${words.pasted.read}
      </button>
    </p>
    <div role="status" id="faults">
      ${
        faults === undefined
          ? nothing
          : faults.length === 0
            ? html`<p>${words.pasted.ok}</p>`
            : html`<ul>
                ${faults.map(fault => html`<li class="faute">${words.pasted.faults(fault)}</li>`)}
              </ul>`
      }
    </div>
  </details>`;
}
