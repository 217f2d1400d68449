import {html, type Html} from '../../markup.js';
import type {Language} from '../messages/messages.js';
import type {Addresses} from './addresses.js';
import {excerpt} from './layout.js';
import {alphabeticIndex, byTitle} from './lists.js';
import type {SitePage} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';

/** Number of records above which the links to all of them are on pages of their own; also the links on each. */
const MAX_LINKS = 2000;
const LINKS_PER_PAGE = 1000;
/** Length of a title in the name of a page, in characters. */
const MAX_TITLE = 40;

/** Page with links to some records of a large collection, from A to Z. */
export interface IndexPart {
  readonly collection: PageCollection;
  /** From 1. */
  readonly number: number;
  /** First and last title. */
  readonly range: string;
  readonly records: readonly PageRecord[];
}

/** Returns the path of an index page. Records have no dot in theirs. */
export const indexPath = (addresses: Addresses, language: Language, part: IndexPart): string =>
  `${addresses.page(language, part.collection)}a-z.${part.number}/`;

/** Divides a large collection into pages of links; returns none for others, whose page has all links. */
export function indexParts(page: SitePage, collection: PageCollection): readonly IndexPart[] {
  const records: readonly PageRecord[] = page.site.records[collection];
  if (records.length <= MAX_LINKS) return [];
  const sorted = byTitle(page, records);
  return Array.from({length: Math.ceil(sorted.length / LINKS_PER_PAGE)}, (_, i) => {
    const part = sorted.slice(i * LINKS_PER_PAGE, (i + 1) * LINKS_PER_PAGE);
    const [first, last] = [part[0], part.at(-1)].map(one =>
      one ? excerpt(page.plainTitle(one), MAX_TITLE) : '',
    );
    return {collection, number: i + 1, range: `${first} – ${last}`, records: part};
  });
}

/** Returns links to the index pages of a collection; the current one is marked. */
export const indexLinks = (
  page: SitePage,
  parts: readonly IndexPart[],
  current?: IndexPart,
): Html =>
  html`<ul class="also">
    ${parts.map(part => {
      const url = page.url(indexPath(page.site.addresses, page.language, part));
      return part === current
        ? html`<li><a href="${url}" aria-current="page">${part.range}</a></li>`
        : html`<li><a href="${url}">${part.range}</a></li>`;
    })}
  </ul>`;

/** Returns the content of an index page. */
export function indexContent(page: SitePage, parts: readonly IndexPart[], part: IndexPart): Html {
  const name = page.messages.names[part.collection];
  return html`<div class="heading">
      <h1>${page.messages.index(name)}</h1>
      <p class="facts">${part.range}</p>
    </div>
    <p><a href="${page.pageUrl(part.collection)}">${name}</a></p>
    <section class="block" aria-labelledby="records">
      <h2 id="records">${part.range}</h2>
      ${alphabeticIndex(page, part.collection, part.records)}
    </section>
    <nav class="block" aria-label="${page.messages.index(name)}">
      ${indexLinks(page, parts, part)}
    </nav>`;
}
