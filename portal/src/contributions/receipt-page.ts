import {positionsOf} from '../../../src/model/geo/shape-of.js';
import type {Contribution} from '../../../src/model/records.js';
import {FACT_SEPARATOR, pickText} from '../../../src/model/text.js';
import type {Problem} from '../http/problem.js';
import type {Reply} from '../http/reply.js';
import {privatePage} from './private-page.js';
import {type Html, html} from '../markup.js';
import type {StoredContribution} from './contribution-store.js';
import {type ReceiptMessages, receiptMessages} from './messages.js';

/**
 * Renders a contribution for its author and for moderators.
 *
 * @param photoUrl Returns the URL of a photograph by index.
 */
export function renderContribution(
  {record}: StoredContribution,
  messages: ReceiptMessages,
  photoUrl: (index: number) => string,
): Html {
  const {
    kind,
    text,
    geo,
    geometry,
    resource,
    direction,
    photos = [],
    name,
    created,
    reply,
  } = record;
  const colon = `${messages.lang === 'fr' ? '\u00a0' : ''}:`;
  const answer = pickText(reply, messages.lang);
  const {value, lang} = pickText(text, messages.lang);
  const kindName = (messages.kinds as Readonly<Record<string, string>>)[kind] ?? kind;
  return html` <p>
      <strong>${kindName}</strong
      >${FACT_SEPARATOR}${String(record.id)}${created ? html`${FACT_SEPARATOR}<time datetime="${created}">${created.slice(0, 10)}</time>` : undefined}
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
            loading="lazy"
            decoding="async"
          />
        </figure>`,
    )}
    ${geo ? html`<p>${messages.place}${colon} ${geo.lat}, ${geo.lon}</p>` : undefined}
    ${geometry ? html`<p>${messages.shape}${colon} ${pointsOf(geometry)}</p>` : undefined}
    ${direction === undefined ? undefined : html`<p>${messages.direction}${colon} ${direction}°</p>`}
    ${resource === undefined ? undefined : html`<p>${messages.series}${colon} ${String(resource)}</p>`}
    ${name ? html`<p>${name}</p>` : undefined}
    ${
      answer.value
        ? html`<p><strong>${messages.reply}</strong></p>
            <p class="text reply" dir="auto" lang="${answer.lang ?? messages.lang}">
              ${answer.value}
            </p>`
        : undefined
    }`;
}

/** Returns the points of a line or area as text: latitude and longitude, as for a place. */
const pointsOf = (geometry: NonNullable<Contribution['geometry']>): string =>
  positionsOf(geometry)
    .map(([lon, lat]) => `${lat}, ${lon}`)
    .join('; ');

/**
 * Returns the receipt page, in the language of the contribution.
 *
 * @param isIncomplete True if a withdrawal is not completed: the page then says so, and offers to try again.
 */
export function receiptPage(
  entry: StoredContribution,
  isIncomplete = false,
  failure?: Problem,
): Reply {
  const messages = receiptMessages(entry.lang);
  const isWithdrawn = entry.state === 'withdrawn';
  const state = isIncomplete ? messages.notWithdrawn : messages.states[entry.state];
  return privatePage(
    messages.lang,
    messages.receipt,
    html`<p class="state" ${isIncomplete ? html` role="alert"` : undefined}>${state}</p>
      ${isWithdrawn ? undefined : renderContribution(entry, messages, index => `${entry.token}/${index + 1}`)}
      ${
        isWithdrawn && !isIncomplete
          ? undefined
          : html`<form method="post"><button>${messages.withdraw}</button></form>
              <p>${messages.withdrawHint}</p>
              <p>${messages.keepUrl}</p>`
      }`,
    {root: '../../', status: failure?.status ?? 200, headers: failure?.headers ?? {}},
  );
}
