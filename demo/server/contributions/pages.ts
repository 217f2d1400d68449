import {pickText} from '../../../src/model/text.js';
import type {Reply} from '../reply.js';
import {type Html, html, privatePage} from './html.js';
import type {Entry} from './ledger.js';
import {type Words, wordsIn} from './words.js';

/**
 * Renders a contribution for its author and for moderators.
 *
 * @param photo Returns the URL of a photograph by index.
 */
function content({record}: Entry, words: Words, photo: (index: number) => string): Html {
  const {kind, text, geo, photos = [], name, created} = record;
  const {value, lang} = pickText(text, words.lang);
  const kindName = (words.kinds as Readonly<Record<string, string>>)[kind] ?? kind;
  return html` <p>
      <strong>${kindName}</strong> ·
      ${String(record.id)}${created ? html` · <time datetime="${created}">${created.slice(0, 10)}</time>` : undefined}
    </p>
    ${value ? html`<p class="text" dir="auto" lang="${lang ?? words.lang}">${value}</p>` : undefined}
    ${photos.map(
      ({alt, width, height}, index) =>
        html`<figure>
          <img
            src="${photo(index)}"
            alt="${pickText(alt, words.lang).value || `${words.photo} ${index + 1}`}"
            width="${width}"
            height="${height}"
          />
        </figure>`,
    )}
    ${geo ? html`<p>${words.place}${words.lang === 'fr' ? '\u00a0' : ''}: ${geo.lat}, ${geo.lon}</p>` : undefined}
    ${name ? html`<p>${name}</p>` : undefined}`;
}

/** Returns the receipt page, in the language of the contribution. */
export function receiptPage(entry: Entry): Reply {
  const words = wordsIn(entry.lang);
  const isGone = entry.state === 'withdrawn';
  return privatePage(
    words.lang,
    words.receipt,
    html`<p class="state">${words.states[entry.state]}</p>
      ${isGone ? undefined : content(entry, words, index => `${entry.token}/${index + 1}`)}
      ${
        isGone
          ? undefined
          : html`<form method="post"><button>${words.withdraw}</button></form>
              <p>${words.withdrawHint}</p>
              <p>${words.keepAddress}</p>`
      }`,
  );
}

/** Returns the log-in page of the moderation. */
export const loginPage = (status: number, notice = ''): Reply =>
  privatePage(
    'fr',
    'Modération',
    html`${notice ? html`<p role="alert">${notice}</p>` : undefined}
      <form method="post" action="/moderation/session">
        <p><label for="token">Mot de passe</label></p>
        <p>
          <input id="token" name="token" type="password" autocomplete="current-password" required />
        </p>
        <button>Entrer</button>
      </form>`,
    status,
  );

const decision = (id: string, state: string, label: string): Html =>
  html`<form method="post" action="/moderation/decision">
    <input type="hidden" name="id" value="${id}" /><button
      name="state"
      value="${state}"
      aria-label="${label} ${id}"
    >
      ${label}
    </button>
  </form>`;

/** Returns the moderation page: pending contributions, oldest first, then decided ones. */
export function moderationPage(waiting: readonly Entry[], decided: readonly Entry[]): Reply {
  const words = wordsIn('fr');
  const article = (entry: Entry): Html => {
    const id = String(entry.record.id);
    return html`<article>
      ${content(entry, words, index => `/moderation/photos/${id}/${index + 1}`)}
      ${entry.state === 'published' ? undefined : decision(id, 'published', 'Publier')}
      ${entry.state === 'refused' ? undefined : decision(id, 'refused', 'Refuser')}
    </article>`;
  };
  return privatePage(
    'fr',
    'Modération',
    html`<h2>En attente : ${waiting.length}</h2>
      ${waiting.map(article)}
      <h2>Décidées : ${decided.length}</h2>
      ${decided.map(article)}`,
  );
}
