import {pickText} from '../../../src/model/text.js';
import type {Reply} from '../http/reply.js';
import type {
  ContributionPage,
  ContributionState,
  LogEntry,
  StoredContribution,
  StoredState,
} from './contribution-store.js';
import {privatePage} from './private-page.js';
import {type Html, html} from '../markup.js';
import {receiptMessages} from './messages.js';
import {renderContribution} from './receipt-page.js';

/** Number of contributions on a page of the moderation. */
export const PAGE_LENGTH = 20;
/** Number of actions on a page of the log. */
export const LOG_LENGTH = 100;

/** Sections of the moderation, by state, with their address. */
const SECTIONS: readonly (readonly [state: StoredState, title: string])[] = [
  ['pending', 'En attente'],
  ['published', 'Publiées'],
  ['refused', 'Refusées'],
];

const ACTIONS: Readonly<Record<LogEntry['action'], string>> = {
  received: 'Reçue',
  pending: 'Remise en attente',
  published: 'Publiée',
  refused: 'Refusée',
  withdrawn: 'Retirée par son auteur',
  replied: 'Réponse de l’équipe',
};

/** Part of the contributions that a moderation page shows. */
export interface ModerationView {
  readonly state: StoredState;
  readonly search: string;
  readonly page: number;
}

/** Headers of moderation pages. With `no-referrer`, browsers would send forms without their origin. */
const HEADERS = {'Referrer-Policy': 'same-origin'};

/**
 * Returns the log-in page of the moderation.
 *
 * @param root Relative address of the root of the server.
 */
export const loginPage = (root: string, status: number, notice = ''): Reply =>
  privatePage(
    'fr',
    'Modération',
    html`${notice ? html`<p role="alert">${notice}</p>` : undefined}
      <form method="post" action="${root}moderation/session">
        <p><label for="token">Mot de passe</label></p>
        <p>
          <input id="token" name="token" type="password" autocomplete="current-password" required />
        </p>
        <button>Entrer</button>
      </form>`,
    {root, status, headers: HEADERS},
  );

/** Returns the address of a moderation page, relative to another one. */
const addressOf = ({state, search, page}: ModerationView, root: string): string => {
  const parameters = new URLSearchParams({
    etat: state,
    ...(search ? {q: search} : {}),
    ...(page > 1 ? {page: String(page)} : {}),
  });
  return `${root}moderation/?${parameters.toString()}`;
};

/** Renders what a form sends beside its own fields: the contribution, and the page to return to. */
const renderTarget = (id: string, {state, search, page}: ModerationView): Html =>
  html`<input type="hidden" name="id" value="${id}" />
    <input type="hidden" name="etat" value="${state}" />
    <input type="hidden" name="q" value="${search}" />
    <input type="hidden" name="page" value="${page}" />`;

const renderDecisionForm = (
  {record}: StoredContribution,
  state: ContributionState,
  label: string,
  view: ModerationView,
  root: string,
): Html =>
  html`<form method="post" action="${root}moderation/decision">
    ${renderTarget(String(record.id), view)}
    <button name="state" value="${state}" aria-label="${label} ${String(record.id)}">
      ${label}
    </button>
  </form>`;

/** Maximum length of a reply, in characters. */
export const MAX_REPLY_LENGTH = 2000;

/** Renders the field of the reply, which is shown with the contribution and on its receipt. */
const renderReplyForm = (
  {record}: StoredContribution,
  view: ModerationView,
  root: string,
): Html => {
  const id = String(record.id);
  return html`<details>
    <summary>${record.reply ? 'Modifier la réponse' : 'Répondre'}</summary>
    <form method="post" action="${root}moderation/reponse">
      ${renderTarget(id, view)}
      <p>
        <label for="reply-${id}"
          >Réponse à ${id}, visible avec la contribution et par son auteur. Vide pour la
          retirer.</label
        >
      </p>
      <p>
        <textarea id="reply-${id}" name="reply" rows="4" maxlength="${MAX_REPLY_LENGTH}">
${pickText(record.reply, 'fr').value}</textarea>
      </p>
      <button>Enregistrer la réponse</button>
    </form>
  </details>`;
};

const renderNavigation = (
  counts: Readonly<Record<StoredState, number>>,
  current: StoredState | 'log',
  root: string,
): Html =>
  html`<nav aria-label="Modération">
    <ul>
      ${SECTIONS.map(
        ([state, title]) =>
          html`<li>
            <a
              href="${addressOf({state, search: '', page: 1}, root)}"
              ${state === current ? html`aria-current="page"` : undefined}
              >${title} : ${counts[state]}</a
            >
          </li>`,
      )}
      <li>
        <a
          href="${root}moderation/journal"
          ${current === 'log' ? html`aria-current="page"` : undefined}
          >Journal</a
        >
      </li>
    </ul>
  </nav>`;

/** Renders the links to the pages before and after. */
const renderPaging = (page: number, hasNext: boolean, address: (page: number) => string): Html =>
  html`<p>
    ${page > 1 ? html`<a href="${address(page - 1)}" rel="prev">Page précédente</a>` : undefined}
    ${hasNext ? html`<a href="${address(page + 1)}" rel="next">Page suivante</a>` : undefined}
  </p>`;

/** Returns a page of the contributions in a state, oldest first. */
export function moderationPage(
  {entries, total}: ContributionPage,
  counts: Readonly<Record<StoredState, number>>,
  view: ModerationView,
  root: string,
): Reply {
  const messages = receiptMessages('fr');
  const {state, search, page} = view;
  const title = SECTIONS.find(([name]) => name === state)?.[1] ?? '';
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  return privatePage(
    'fr',
    'Modération',
    html`${renderNavigation(counts, state, root)}
      <form role="search" action="${root}moderation/">
        <input type="hidden" name="etat" value="${state}" />
        <label for="q">Rechercher un texte, un nom ou une référence</label>
        <input id="q" name="q" type="search" maxlength="200" value="${search}" />
        <button>Rechercher</button>
      </form>
      <h2>${title} : ${total}${search ? html` pour « ${search} »` : undefined}</h2>
      ${pages > 1 ? html`<p>Page ${Math.min(page, pages)} sur ${pages}</p>` : undefined}
      ${entries.map(entry => {
        const id = String(entry.record.id);
        return html`<article>
          ${renderContribution(entry, messages, index => `${root}moderation/photos/${id}/${index + 1}`)}
          ${state === 'published' ? undefined : renderDecisionForm(entry, 'published', 'Publier', view, root)}
          ${state === 'refused' ? undefined : renderDecisionForm(entry, 'refused', 'Refuser', view, root)}
          ${renderReplyForm(entry, view, root)}
        </article>`;
      })}
      ${renderPaging(page, page < pages, number => addressOf({...view, page: number}, root))}`,
    {root, headers: HEADERS},
  );
}

/** Returns a page of the moderation log, latest first. */
export const logPage = (
  entries: readonly LogEntry[],
  counts: Readonly<Record<StoredState, number>>,
  page: number,
  root: string,
): Reply =>
  privatePage(
    'fr',
    'Journal de la modération',
    html`${renderNavigation(counts, 'log', root)}
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Référence</th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            ({at, contribution, action}) =>
              html`<tr>
                <td><time datetime="${at}">${formatTime(at)}</time></td>
                <td>${contribution}</td>
                <td>${ACTIONS[action]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${renderPaging(page, entries.length === LOG_LENGTH, number => `${root}moderation/journal?page=${number}`)}`,
    {root, headers: HEADERS},
  );

const formatTime = (iso: string): string =>
  new Date(iso).toLocaleString('fr', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
