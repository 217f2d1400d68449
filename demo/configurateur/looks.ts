import {html, nothing, type TemplateResult} from 'lit';
import {OF_LOOKS} from './choose.js';
import {COLOURS, contrast, PAPER} from './colours.js';
import type {Desk} from './desk.js';
import {renderField} from './field.js';
import type {Words} from './words.js';

/** Default background by skin, in the light colour scheme. */
const PAPERS: Readonly<Record<string, string>> = {caue: '#fbfaf6', dsfr: '#ffffff'};

function renderColour(name: string, least: number | undefined, desk: Desk, words: Words) {
  const {colours, attributes} = desk.settings;
  const value = colours[name];
  const paper = colours[PAPER] ?? PAPERS[attributes['skin'] ?? ''] ?? '#ffffff';
  const found = value && least ? contrast(value, paper) : undefined;
  const id = `colour${name.slice(7)}`;
  const number = (n: number): string => n.toLocaleString(words.lang, {maximumFractionDigits: 1});
  const isPoor = found !== undefined && least !== undefined && found < least;
  return html`<p class="champ couleur">
    <label for=${id}>${words.colours.names[name] ?? name}</label>
    <input
      id=${id}
      type="color"
      aria-describedby=${found === undefined ? nothing : `${id}-contrast`}
      .value=${value ?? (name === PAPER ? paper : '#1d2a2f')}
      @input=${({target}: Event) => desk.setColour(name, (target as HTMLInputElement).value)}
    />
    ${
      value
        ? html`<button
            type="button"
            class="discret"
            @click=${() => desk.setColour(name, undefined)}
          >
            ${words.colours.clear}<span class="cache"> : ${words.colours.names[name]}</span>
          </button>`
        : nothing
    }
    ${
      found === undefined || least === undefined
        ? nothing
        : html`<span class=${isPoor ? 'faute' : 'conseil'} id="${id}-contrast">
            ${isPoor ? words.colours.poor(number(found), number(least)) : words.colours.enough(number(found))}
          </span>`
    }
  </p>`;
}

/** Renders the appearance panel: skin, language, headings and colours. */
export function renderLooks(desk: Desk, words: Words): TemplateResult {
  const attributes = desk.widget?.attributes;
  const fields = OF_LOOKS.flatMap(name => attributes?.get(name) ?? []);
  return html`
    <details>
      <summary>${words.steps.look}</summary>
      <div class="champs">${fields.map(attribute => renderField(attribute, desk, words))}</div>
    </details>
    <details>
      <summary>${words.colours.title}</summary>
      <p class="conseil">${words.colours.intro}</p>
      <div class="champs" role="group" aria-label=${words.colours.title}>
        ${renderColour(PAPER, undefined, desk, words)}
        ${COLOURS.map(({name, least}) => renderColour(name, least, desk, words))}
      </div>
    </details>
  `;
}
