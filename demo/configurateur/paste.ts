import {html, nothing, type TemplateResult} from 'lit';
import type {Desk} from './desk.js';
import {framePolicyLines, policyLines} from './policy.js';
import {isMoving} from './reading.js';
import {SHAPES} from './settings.js';
import {colourRule, snippet} from './snippets.js';
import type {Words} from './words.js';

/** A text to be copied, whole, by one button. */
function renderCode(text: string, name: string, desk: Desk, words: Words): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      desk.say(words.copied);
    } catch {
      desk.say(words.notCopied);
    }
  };
  return html`<div class="extrait">
    <pre class="code" tabindex="0" role="region" aria-label=${name}><code>${text}</code></pre>
    <button type="button" class="bouton" @click=${() => void copy()}>
      ${words.copy}<span class="cache"> : ${name}</span>
    </button>
  </div>`;
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
    ${desk.isOwnVersion ? nothing : html`<p class="faute">${words.host.noHash}</p>`}
  </details>`;
}

function renderPolicy(desk: Desk, words: Words): TemplateResult | typeof nothing {
  const {shape, settings} = desk;
  const lines = shape === 'frame' ? framePolicyLines(settings) : policyLines(settings);
  return html`<details>
    <summary>${words.policy.title}</summary>
    <p>${words.policy.intro}</p>
    ${renderCode(lines.join(';\n'), words.policy.title, desk, words)}
  </details>`;
}

/** What is pasted, in the shape that the site takes, and what else the site needs. */
export function renderPaste(desk: Desk, words: Words): TemplateResult {
  const {settings, hashes} = desk;
  const shape = desk.shape === 'others' ? 'placeholder' : desk.shape;
  const [name = ''] = words.widgets[settings.widget] ?? [settings.widget];
  const rule = colourRule(settings);
  return html`<section aria-labelledby="titre-coller">
    <h2 id="titre-coller">${words.steps.paste}</h2>
    <div class="formes" role="group" aria-labelledby="titre-coller">
      ${([...SHAPES, 'others'] as const).map(
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
    ${renderCode(snippet(shape, settings, hashes, name), words.shapes[desk.shape], desk, words)}
    ${
      rule && shape !== 'frame'
        ? html`<p>${words.colours.rule}</p>
            ${renderCode(rule, words.colours.rule, desk, words)}`
        : nothing
    }
    ${renderHost(desk, words)} ${renderPolicy(desk, words)}
    <p class="conseil">${words.share}</p>
  </section>`;
}

/** A snippet that is on a site already, to be changed. */
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
        .value=${desk.pasted}
        @input=${({target}: Event) => (desk.pasted = (target as HTMLTextAreaElement).value)}
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
