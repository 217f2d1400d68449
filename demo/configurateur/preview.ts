import {html, nothing, type TemplateResult} from 'lit';
import {type Desk, WIDTHS} from './desk.js';
import {toQuery} from './settings.js';
import type {Words} from './words.js';

/** The widget as it will be, in a frame that is as wide as a phone or a screen. */
export function renderPreview(desk: Desk, words: Words): TemplateResult {
  const {settings} = desk;
  const needsData = desk.widget?.attributes.has('api') && !settings.attributes['api'];
  const [name = settings.widget] = words.widgets[settings.widget] ?? [];
  return html`<section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">${words.steps.preview}</h2>
    <div class="largeurs" role="group" aria-label=${words.widths}>
      ${WIDTHS.map(
        width =>
          html`<button
            type="button"
            aria-pressed=${width === desk.width}
            @click=${() => desk.setWidth(width)}
          >
            ${words.width(width)}
          </button>`,
      )}
    </div>
    <div class="scene" tabindex="0" role="region" aria-labelledby="titre-apercu">
      ${
        needsData
          ? nothing
          : html`<iframe
              class="w${desk.width}"
              title="${words.steps.preview} : ${name}"
              src="apercu.html?${toQuery({...settings, base: ''})}"
            ></iframe>`
      }
    </div>
  </section>`;
}
