import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {PosterSize} from '../src/elements/project/poster.js';
import type {ConfiguratorState} from './configurator-state.js';
import {POSTER_SIZES, printPoster} from './poster.js';
import {WIDTHS} from './preview-view.js';
import {
  mapAttributes,
  showsOwnContent,
  type SnippetSettings,
} from '../src/tools/snippets/settings.js';
import {hasBlocks, toQuery} from '../src/tools/snippets/settings-query.js';
import type {ConfiguratorMessages} from './messages.js';

/** Returns settings without the addresses of the records; addresses of layers stay. */
const withoutAddresses = (settings: SnippetSettings): SnippetSettings =>
  mapAttributes(
    settings,
    ({api, source, fields, ...others}) => others,
    layer => layer,
  );

/** Renders the buttons for the width and the colour scheme of the preview, and the widget's buttons. */
function renderToolbar(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
  widgetButtons: unknown,
): TemplateResult {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = state.view.scheme ?? (isDark ? 'dark' : 'light');
  return html`<div class="outils">
    <div class="largeurs" role="group" aria-label=${messages.widths}>
      ${WIDTHS.map(
        width =>
          html`<button
            type="button"
            aria-pressed=${width === state.view.width}
            @click=${() => state.view.setWidth(width)}
          >
            ${width === 0 ? messages.fit : html`${width}<span class="cache"> px</span>`}
          </button>`,
      )}
    </div>
    <div class="largeurs" role="group" aria-label=${messages.schemes.label}>
      ${(['light', 'dark'] as const).map(
        one =>
          html`<button
            type="button"
            aria-pressed=${one === scheme}
            @click=${() => state.view.setScheme(one)}
          >
            ${messages.schemes[one]}
          </button>`,
      )}
    </div>
    ${widgetButtons}
  </div>`;
}

/** Renders the buttons that print the poster of the project in the preview. */
function renderPosterButtons(
  {settings}: ConfiguratorState,
  {poster}: ConfiguratorMessages,
): TemplateResult {
  const print = ({currentTarget}: Event, size: PosterSize): void => {
    const preview = (currentTarget as Element).closest('.apercu');
    const frame = preview?.querySelector('iframe');
    if (frame) void printPoster(frame, settings, size);
  };
  return html`<div class="affiche">
    <span id="imprimer-affiche">${poster.print}</span>
    <div class="largeurs" role="group" aria-labelledby="imprimer-affiche">
      ${POSTER_SIZES.map(
        size =>
          html`<button type="button" class="bouton" @click=${(event: Event) => print(event, size)}>
            ${size.toUpperCase()}
          </button>`,
      )}
    </div>
    <a href="../widgets/affiche.html">${poster.example}</a>
  </div>`;
}

/** Focuses the button that copies, past the settings and the stops of the widget in the preview. */
export const skipToCode = (): void => {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  (find('.coller .copier') ?? find('.coller button'))?.focus();
};

/** Renders the widget in an iframe of the selected width. */
export function renderPreview(
  state: ConfiguratorState,
  messages: ConfiguratorMessages,
): TemplateResult {
  const {settings, unconfirmedHosts: hosts, document} = state;
  const isEmpty =
    state.widget?.attributes.has('api') &&
    !state.target.value('api') &&
    !document &&
    !settings.blocks.items &&
    !showsOwnContent(settings);
  const shown = document ? withoutAddresses(settings) : settings;
  const widgetQuery = toQuery({...shown, base: '', content: ''});
  const scheme = state.view.scheme ? `&scheme=${state.view.scheme}` : '';
  const url = `apercu.html?page=${messages.lang}${scheme}${hasBlocks(shown) ? '#' : '&'}${widgetQuery}`;
  const [name = settings.widget] = messages.widgets[settings.widget] ?? [];
  return html`<section class="apercu" aria-labelledby="titre-apercu">
    <h2 class="cache" id="titre-apercu">${messages.steps.preview}</h2>
    <button type="button" class="bouton saut" @click=${skipToCode}>
      ${messages.steps.snippet}
    </button>
    ${renderToolbar(
      state,
      messages,
      settings.widget === 'project' && !isEmpty && hosts.length === 0
        ? renderPosterButtons(state, messages)
        : nothing,
    )}
    <div class="scene w${state.view.width}">
      ${
        isEmpty
          ? html`<p class="vide">
              ${state.dataOrigin === 'file' ? messages.previewDrop : messages.previewEmpty}
            </p>`
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
                document ?? url,
                // A new iframe adds no history entry, so the back button stays with this page.
                keyed(
                  url,
                  html`<iframe
                    class="w${state.view.width}"
                    title="${messages.steps.preview} : ${name}"
                    .previewDocument=${document}
                    src=${url}
                  ></iframe>`,
                ),
              )
      }
    </div>
  </section>`;
}
