// The configurator: sets up a widget and generates its snippet. It needs no server: the settings are kept in the URL,
// and data are loaded by the page itself.
import {html, render} from 'lit';
import {type Catalogue, readCatalogue} from '../../src/paste/catalogue.js';
import {renderContent, renderWidgets} from './choose.js';
import {renderData} from './data.js';
import {Desk} from './desk.js';
import {renderLooks} from './looks.js';
import {renderPaste, renderPasted} from './paste.js';
import {renderPreview} from './preview.js';
import {EMPTY, fromQuery, type Hashes} from '../../src/paste/settings.js';
import type {Words} from './words.js';
import {en} from './words-en.js';
import {fr} from './words-fr.js';
import {nl} from './words-nl.js';

const LANGUAGES: readonly Words[] = [fr, nl, en];
const NAMES = {fr: 'Français', nl: 'Nederlands', en: 'English'};

/** Query parameter for the language of the interface. The other parameters are settings of the widget. */
const PAGE_LANGUAGE = 'page';

const wordsOf = (code: string | null): Words =>
  LANGUAGES.find(({lang}) => lang === code?.slice(0, 2)) ?? fr;

async function read<T>(name: string): Promise<T | undefined> {
  try {
    const answer = await fetch(name, {credentials: 'omit'});
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

function renderLanguages(words: Words, choose: (words: Words) => void) {
  return html`<div class="langues" role="group" aria-label=${words.language}>
    ${LANGUAGES.map(
      one =>
        html`<button
          type="button"
          lang=${one.lang}
          aria-pressed=${one === words}
          @click=${() => choose(one)}
        >
          ${NAMES[one.lang]}
        </button>`,
    )}
  </div>`;
}

function open(root: HTMLElement, catalogue: Catalogue, hashes: Hashes, version: string): void {
  const parameters = new URLSearchParams(location.search);
  let words = wordsOf(parameters.get(PAGE_LANGUAGE) ?? navigator.language);
  const seen = {shape: parameters.get('shape'), width: parameters.get('width')};
  for (const name of [PAGE_LANGUAGE, ...Object.keys(seen)]) parameters.delete(name);
  const start = fromQuery(parameters.toString(), {...EMPTY, base: Desk.ownBase});
  let isDrawn = true;
  const desk = new Desk(catalogue, hashes, start, seen, () => {
    // Several changes in one task are rendered once.
    if (isDrawn) queueMicrotask(draw);
    isDrawn = false;
  });
  desk.language = words.lang;
  desk.version = version;

  const say = (chosen: Words): void => {
    words = chosen;
    desk.language = words.lang;
    draw();
  };
  // Enter was pressed in a field.
  const submit = (event: Event): void => {
    event.preventDefault();
    if (desk.verdict.what === 'untried' && desk.settings.attributes['api']) void desk.tryAddress();
  };

  function draw(): void {
    isDrawn = true;
    document.documentElement.lang = words.lang;
    document.title = `${words.title} – spass-widgets`;
    history.replaceState(null, '', `?${PAGE_LANGUAGE}=${words.lang}&${desk.query}`);
    render(
      html`
        <header class="ouverture">
          ${renderLanguages(words, say)}
          <h1>${words.title}</h1>
          <p class="chapo">${words.intro}</p>
        </header>
        <div class="etabli">
          <form class="reglages" @submit=${submit}>
            ${renderWidgets(desk, words)} ${renderData(desk, words)}
            <fieldset class="etape">
              <legend>${words.steps.settings}</legend>
              <p class="conseil">${words.optional}</p>
              ${renderContent(desk, words)} ${renderLooks(desk, words)}
            </fieldset>
          </form>
          ${renderPreview(desk, words)}
        </div>
        ${renderPaste(desk, words)} ${renderPasted(desk, words)}
        <p class="cache" role="status" id="said">${desk.status}</p>
      `,
      root,
    );
  }

  draw();
  desk.open();
}

const root = document.getElementById('contenu');
const [manifest, hashes, about] = await Promise.all([
  read('custom-elements.json'),
  read<Hashes>('../cdn/sri.json'),
  read<{readonly version: string}>('version.json'),
]);
if (root) {
  root.replaceChildren();
  if (manifest) open(root, readCatalogue(manifest), hashes ?? {}, about?.version ?? '');
  else root.append(wordsOf(navigator.language).loadFailed);
}
