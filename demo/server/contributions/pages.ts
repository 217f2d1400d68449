import {pickText} from '../../../src/model/text.js';
import type {Reply} from '../reply.js';
import {type Html, html, privatePage} from './html.js';
import type {StoredContribution} from './contribution-store.js';
import {type ReceiptMessages, receiptMessages} from './messages.js';

/**
 * Renders a contribution for its author and for moderators.
 *
 * @param photoUrl Returns the URL of a photograph by index.
 */
function renderContribution(
  {record}: StoredContribution,
  messages: ReceiptMessages,
  photoUrl: (index: number) => string,
): Html {
  const {kind, text, geo, photos = [], name, created} = record;
  const {value, lang} = pickText(text, messages.lang);
  const kindName = (messages.kinds as Readonly<Record<string, string>>)[kind] ?? kind;
  return html` <p>
      <strong>${kindName}</strong> ·
      ${String(record.id)}${created ? html` · <time datetime="${created}">${created.slice(0, 10)}</time>` : undefined}
    </p>
    ${value ? html`<p class="text" dir="auto" lang="${lang ?? messages.lang}">${value}</p>` : undefined}
    ${photos.map(
      ({alt, width, height}, index) =>
        html`<figure>
          <img
            src="${photoUrl(index)}"
            alt="${pickText(alt, messages.lang).value || `${messages.photo} ${index + 1}`}"
            width="${width}"
            height="${height}"
          />
        </figure>`,
    )}
    ${geo ? html`<p>${messages.place}${messages.lang === 'fr' ? '\u00a0' : ''}: ${geo.lat}, ${geo.lon}</p>` : undefined}
    ${name ? html`<p>${name}</p>` : undefined}`;
}

/** Returns the receipt page, in the language of the contribution. */
export function receiptPage(entry: StoredContribution): Reply {
  const messages = receiptMessages(entry.lang);
  const isWithdrawn = entry.state === 'withdrawn';
  return privatePage(
    messages.lang,
    messages.receipt,
    html`<p class="state">${messages.states[entry.state]}</p>
      ${isWithdrawn ? undefined : renderContribution(entry, messages, index => `${entry.token}/${index + 1}`)}
      ${
        isWithdrawn
          ? undefined
          : html`<form method="post"><button>${messages.withdraw}</button></form>
              <p>${messages.withdrawHint}</p>
              <p>${messages.keepUrl}</p>`
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

const renderDecisionForm = (id: string, state: string, label: string): Html =>
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
export function moderationPage(
  pending: readonly StoredContribution[],
  decided: readonly StoredContribution[],
): Reply {
  const messages = receiptMessages('fr');
  const renderArticle = (entry: StoredContribution): Html => {
    const id = String(entry.record.id);
    return html`<article>
      ${renderContribution(entry, messages, index => `/moderation/photos/${id}/${index + 1}`)}
      ${entry.state === 'published' ? undefined : renderDecisionForm(id, 'published', 'Publier')}
      ${entry.state === 'refused' ? undefined : renderDecisionForm(id, 'refused', 'Refuser')}
    </article>`;
  };
  return privatePage(
    'fr',
    'Modération',
    html`<h2>En attente : ${pending.length}</h2>
      ${pending.map(renderArticle)}
      <h2>Décidées : ${decided.length}</h2>
      ${decided.map(renderArticle)}`,
  );
}
