import {fold} from '../../../../src/model/fold.js';
import {joinFacts} from '../../../../src/model/text.js';
import {html, type Html} from '../../markup.js';
import {
  datesOf,
  type RecordEntry,
  entryOf,
  leadOf,
  pictureOf,
  placeNameOf,
  typeOf,
} from '../site/record-parts.js';
import {filledCollections, type SitePage} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';
import {groupBy} from '../group-by.js';
import {excerpt} from './layout.js';
import {renderPicture} from './pictures.js';

export const linkTo = (page: SitePage, {collection, record}: RecordEntry): Html =>
  html`<a href="${page.recordUrl(collection, record.id)}">${page.title(record)}</a>`;

const titleLink = (page: SitePage, entry: RecordEntry, level: 2 | 3): Html =>
  level === 2 ? html`<h2>${linkTo(page, entry)}</h2>` : html`<h3>${linkTo(page, entry)}</h3>`;

/** Returns one line of facts: dates and place. */
const factLine = (page: SitePage, entry: RecordEntry): string =>
  joinFacts([datesOf(page, entry), placeNameOf(page, entry)]);

/** Returns the line above a title: what the record is. */
export function kindLine(page: SitePage, entry: RecordEntry): string {
  const types: Readonly<Record<string, string>> = page.messages.types;
  const type = entry.collection === 'resources' ? typeOf(entry) : '';
  return types[fold(type)] ?? (type || page.messages.singular[entry.collection]);
}

/** Returns records as rows with a title, facts and the start of their text. */
export const rows = (page: SitePage, entries: readonly RecordEntry[], level: 2 | 3): Html =>
  html`<ul class="rows">
    ${entries.map(entry => {
      const lead = excerpt(page.plain(leadOf(entry)), 220);
      const image = renderPicture(page, pictureOf(entry), {sizes: '8em', isDecorative: true});
      const facts = factLine(page, entry);
      return html`<li class="${image ? 'row pictured' : 'row'}">
        ${image ?? ''}
        <div>
          ${titleLink(page, entry, level)} ${facts ? html`<p class="facts">${facts}</p>` : ''}
          ${lead ? html`<p>${lead}</p>` : ''}
        </div>
      </li>`;
    })}
  </ul>`;

/** Returns one large record, two medium ones, and the rest as an index. */
export function frontPage(page: SitePage, entries: readonly RecordEntry[], level: 2 | 3): Html {
  const [lead, ...others] = entries;
  if (!lead) return html``;
  const [seconds, rest] = [others.slice(0, 2), others.slice(2)];
  const kind = (entry: RecordEntry): Html => {
    const [name, dates] = [kindLine(page, entry), datesOf(page, entry)];
    return html`<p class="kind">
      <span>${name}</span>${dates ? html`<span class="dates">${dates}</span>` : ''}
    </p>`;
  };
  const heading = (entry: RecordEntry): Html => titleLink(page, entry, level);
  const article = (entry: RecordEntry, role: 'lead' | 'second'): Html =>
    html`<article class="${role}">
      ${
        renderPicture(page, pictureOf(entry), {
          sizes: role === 'lead' ? '(min-width: 60em) 36em, 92vw' : '(min-width: 60em) 18em, 92vw',
          isLazy: role !== 'lead',
          isDecorative: true,
        }) ?? ''
      }
      ${kind(entry)} ${heading(entry)}
      <p>${excerpt(page.plain(leadOf(entry)), role === 'lead' ? 320 : 180)}</p>
    </article>`;
  return html`<div class="front">
    ${article(lead, 'lead')}
    ${seconds.length > 0 ? html`<div class="seconds">${seconds.map(entry => article(entry, 'second'))}</div>` : ''}
    ${
      rest.length > 0
        ? html`<ul class="also">
            ${rest.map(
              entry =>
                html`<li>
                  ${heading(entry)}
                  <p class="facts">${joinFacts([kindLine(page, entry), factLine(page, entry)])}</p>
                </li>`,
            )}
          </ul>`
        : ''
    }
  </div>`;
}

/** Returns records from A to Z, in the order of the language. */
export function byTitle(page: SitePage, records: readonly PageRecord[]): readonly PageRecord[] {
  const collator = new Intl.Collator(page.language, {numeric: true});
  return records
    .map(record => ({record, title: page.plainTitle(record)}))
    .sort(
      (a, b) =>
        collator.compare(a.title, b.title) || (String(a.record.id) < String(b.record.id) ? -1 : 1),
    )
    .map(({record}) => record);
}

/** Returns links to records by their first letter, from A to Z. */
export function alphabeticIndex(
  page: SitePage,
  collection: PageCollection,
  records: readonly PageRecord[],
): Html {
  const groups = groupBy(byTitle(page, records), record => {
    const first = fold(page.plainTitle(record)).match(/[\p{L}\p{N}]/u)?.[0] ?? '#';
    return /\p{N}/u.test(first) ? '0–9' : first.toUpperCase();
  });
  return html`<div class="index">
    ${[...groups].map(
      ([letter, group]) =>
        html`<section>
          <h3>${letter}</h3>
          <ul>
            ${group.map(record => html`<li>${linkTo(page, entryOf(collection, record))}</li>`)}
          </ul>
        </section>`,
    )}
  </div>`;
}

/** Returns the numbers of records, each a link to its collection. */
export function collectionFigures(page: SitePage): Html {
  const {messages, site} = page;
  const figure = (text: string): Html => {
    const [number = '', ...words] = text.split(/\u00a0(?!\d)/);
    return html`<strong>${number}</strong> ${words.join(' ')}`;
  };
  return html`<ul class="figures">
    ${filledCollections(site).map(
      name =>
        html`<li>
          <a href="${page.pageUrl(name)}"
            >${figure(messages.counts[name](site.records[name].length))}</a
          >
        </li>`,
    )}
  </ul>`;
}
