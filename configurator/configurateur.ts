// The configurator: sets up a widget and generates its snippet. It needs no server: the settings are kept in the URL,
// and data are loaded by the page itself.
import {html, render} from 'lit';
import {
  type Catalogue,
  parseDependentTags,
  parseManifest,
} from '../src/tools/snippets/catalogue.js';
import {loadToolMessages} from '../src/tools/messages/load-tool-messages.js';
import {renderAttributes, renderSiblings, renderWidgetChoice} from './widget-panel.js';
import {renderDataPanel} from './data-panel.js';
import {ConfiguratorState} from './configurator-state.js';
import {ownBase} from './script-folder.js';
import {renderAppearancePanel, renderSkin} from './appearance-panel.js';
import {renderSnippetPanel} from './snippet-panel.js';
import {renderPreview, skipToCode} from './preview.js';
import {DEFAULT_SETTINGS, type Hashes} from '../src/tools/snippets/settings.js';
import {fromQuery, hasBlocks} from '../src/tools/snippets/settings-query.js';
import type {ConfiguratorMessages} from './messages.js';
import {en} from './messages-en.js';
import {fr} from './messages-fr.js';
import {nl} from './messages-nl.js';

const LANGUAGES: readonly ConfiguratorMessages[] = [fr, nl, en];
const NAMES = {fr: 'Français', nl: 'Nederlands', en: 'English'};

/** Query parameter for the language of the interface. The other parameters are settings of the widget. */
const LANGUAGE_PARAMETER = 'page';

/** State of the history entry once the person has confirmed what the link names. */
const TRUSTED = 'confirmed';

const messagesFor = (code: string | null): ConfiguratorMessages =>
  LANGUAGES.find(({lang}) => lang === code?.slice(0, 2)) ?? fr;

/** Query string of a visitor who has not chosen anything: the map shows most at once. */
const FIRST_SETTINGS = 'widget=project-map&skin=caue';

/** Content of `version.json`, which the build writes. */
interface PackageInfo {
  readonly version: string;
  /** Languages of the widgets. */
  readonly languages: readonly string[];
}

async function fetchJson<T>(name: string): Promise<T | undefined> {
  try {
    const response = await fetch(name, {credentials: 'omit'});
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

function renderLanguages(
  messages: ConfiguratorMessages,
  choose: (messages: ConfiguratorMessages) => void,
) {
  return html`<div class="langues" role="group" aria-label=${messages.language}>
    ${LANGUAGES.map(
      one =>
        html`<button
          type="button"
          lang=${one.lang}
          aria-pressed=${one === messages}
          @click=${() => choose(one)}
        >
          ${NAMES[one.lang]}
        </button>`,
    )}
  </div>`;
}

async function start(
  root: HTMLElement,
  catalogue: Catalogue,
  dependentTags: Catalogue,
  hashes: Hashes,
  version: string,
): Promise<void> {
  // Long texts are in the fragment, which is not sent to the server.
  const parameters = new URLSearchParams(`${location.search}&${location.hash.slice(1)}`);
  let messages = messagesFor(parameters.get(LANGUAGE_PARAMETER) ?? navigator.language);
  const initialView = {shape: parameters.get('shape'), width: parameters.get('width')};
  for (const name of [LANGUAGE_PARAMETER, ...Object.keys(initialView)]) parameters.delete(name);
  const initialSettings = fromQuery(parameters.toString() || FIRST_SETTINGS, {
    ...DEFAULT_SETTINGS,
    base: ownBase(),
  });
  let isRendered = true;
  const onChange = (): void => {
    // Several changes in one task are rendered once.
    if (isRendered) queueMicrotask(renderPage);
    isRendered = false;
  };
  const toolMessages = await loadToolMessages(messages.lang);
  const state = new ConfiguratorState(
    catalogue,
    hashes,
    initialSettings,
    toolMessages,
    initialView,
    // Kept when the page is reloaded; a link that is opened has no state.
    history.state === TRUSTED,
    onChange,
  );
  state.language = messages.lang;
  state.version = version;
  state.dependentTags = dependentTags;

  const setLanguage = async (chosen: ConfiguratorMessages): Promise<void> => {
    messages = chosen;
    state.language = messages.lang;
    renderPage();
    // The messages of diagnostics are loaded later: the page does not wait for them.
    const toolMessages = await loadToolMessages(chosen.lang);
    if (messages !== chosen) return;
    state.toolMessages = toolMessages;
    renderPage();
  };
  // Enter was pressed in a field.
  const submit = (event: Event): void => {
    event.preventDefault();
    if (state.probe.result.status === 'idle' && state.target.value('api')) void state.probeUrl();
  };
  // A file can be dropped anywhere: the browser would open it instead of this page.
  const handleDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const handleDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void state.loadFile(file);
  };

  document.addEventListener('dragover', handleDragOver);
  document.addEventListener('drop', handleDrop);

  function renderPage(): void {
    isRendered = true;
    document.documentElement.lang = messages.lang;
    document.title = `${messages.title} – spass-widgets`;
    history.replaceState(
      state.isTrusted ? TRUSTED : null,
      '',
      `?${LANGUAGE_PARAMETER}=${messages.lang}${hasBlocks(state.settings) ? '#' : '&'}${state.query}`,
    );
    const [name, description = ''] = messages.widgets[state.settings.widget] ?? [
      state.settings.widget,
    ];
    render(
      html`
        <button type="button" class="bouton saut" @click=${skipToCode}>
          ${messages.steps.snippet}
        </button>
        <header class="ouverture">
          <h1>${messages.title}</h1>
          <p class="chapo">${messages.intro}</p>
          ${renderLanguages(messages, chosen => void setLanguage(chosen))}
        </header>
        <div class="etabli">
          <div class="choix">${renderWidgetChoice(state, messages)}</div>
          <form class="reglages" @submit=${submit}>
            ${renderSiblings(state, messages)}
            <div class="intitule">
              <h2>${name}</h2>
              <p class="conseil">${description}</p>
            </div>
            ${renderDataPanel(state, messages)} ${renderSkin(state, messages)}
            ${renderAttributes(state, messages)} ${renderAppearancePanel(state, messages)}
          </form>
          <div class="droite">
            ${renderPreview(state, messages)} ${renderSnippetPanel(state, messages)}
          </div>
        </div>
        <p class="cache" role="status" id="said">${state.status}</p>
      `,
      root,
    );
  }

  // In a strip or a column that scrolls, the chosen widget may be outside.
  const revealChosen = (): void => {
    root
      .querySelector('.composant:has(:checked)')
      ?.scrollIntoView({block: 'nearest', inline: 'center'});
    // Chromium starts the order of Tab at what was scrolled into view last.
    document.documentElement.scrollIntoView();
  };

  renderPage();
  state.initialize();
  revealChosen();
  addEventListener('resize', () => {
    // Further down, it would pull the page away from what is read.
    if (scrollY === 0) revealChosen();
  });
  // Until a scheme is chosen, the preview has that of the page.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange);
}

const root = document.getElementById('contenu');
const [manifest, hashes, packageInfo] = await Promise.all([
  fetchJson('custom-elements.json'),
  fetchJson<Hashes>('../cdn/sri.json'),
  fetchJson<PackageInfo>('version.json'),
]);
if (root) {
  root.replaceChildren();
  const languages = packageInfo?.languages ?? [];
  if (manifest)
    await start(
      root,
      parseManifest(manifest, languages),
      parseDependentTags(manifest, languages),
      hashes ?? {},
      packageInfo?.version ?? '',
    );
  else root.append(messagesFor(navigator.language).loadFailed);
}
