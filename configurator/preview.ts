import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {type ConfiguratorState, WIDTHS} from './configurator-state.js';
import {showsOwnContent} from '../src/tools/snippets/settings.js';
import {toQuery} from '../src/tools/snippets/settings.js';
import type {ConfiguratorMessages} from './messages.js';

/** Renders the widget in an iframe of the selected width. */
export function renderPreview(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {settings, unconfirmedHosts: hosts} = state;
  const needsData =
    state.widget?.attributes.has('api') &&
    !settings.attributes['api'] &&
    !showsOwnContent(settings);
  const widgetQuery = toQuery({...settings, base: '', content: ''});
  const url = `apercu.html?page=${messages.lang}&${widgetQuery}`;
  const [name = settings.widget] = messages.widgets[settings.widget] ?? [];
  return html`<section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">${messages.steps.preview}</h2>
    <div class="largeurs" role="group" aria-label=${messages.widths}>
      ${WIDTHS.map(
        width =>
          html`<button
            type="button"
            aria-pressed=${width === state.width}
            @click=${() => state.setWidth(width)}
          >
            ${messages.width(width)}
          </button>`,
      )}
    </div>
    ${showsOwnContent(settings) ? html`<p class="conseil">${messages.sampleNotice}</p>` : nothing}
    <div class="scene">
      ${
        needsData
          ? html`<p class="vide">${messages.previewEmpty}</p>`
          : hosts.length > 0
            ? html`<div class="vide">
                <p>${messages.link.data(hosts.join(', '))}</p>
                <p>
                  <button type="button" class="bouton" @click=${() => state.confirmHosts()}>
                    ${messages.link.load}
                  </button>
                </p>
              </div>`
            : keyed(
                url,
                // A new iframe adds no history entry, so the back button stays with this page.
                html`<iframe
                  class="w${state.width}"
                  title="${messages.steps.preview} : ${name}"
                  src=${url}
                ></iframe>`,
              )
      }
    </div>
  </section>`;
}
