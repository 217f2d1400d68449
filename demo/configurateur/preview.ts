import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {type Desk, WIDTHS} from './desk.js';
import {isOfContent} from '../../src/paste/settings.js';
import {toQuery} from '../../src/paste/settings.js';
import type {Words} from './words.js';

/** Renders the widget in an iframe of the selected width. */
export function renderPreview(desk: Desk, words: Words): TemplateResult {
  const {settings} = desk;
  const needsData =
    desk.widget?.attributes.has('api') && !settings.attributes['api'] && !isOfContent(settings);
  const shown = toQuery({...settings, base: '', content: ''});
  const address = `apercu.html?page=${words.lang}&${shown}`;
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
    ${isOfContent(settings) ? html`<p class="conseil">${words.draft}</p>` : nothing}
    <div class="scene">
      ${
        needsData
          ? html`<p class="vide">${words.previewEmpty}</p>`
          : keyed(
              address,
              // A new iframe adds no history entry, so the back button stays with this page.
              html`<iframe
                class="w${desk.width}"
                title="${words.steps.preview} : ${name}"
                src=${address}
              ></iframe>`,
            )
      }
    </div>
  </section>`;
}
