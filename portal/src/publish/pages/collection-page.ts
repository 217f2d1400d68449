import {html, type Html} from '../../markup.js';
import {entryOf} from '../site/record-parts.js';
import type {SitePage} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';
import {indexLinks, type IndexPart} from './index-pages.js';
import {alphabeticIndex, frontPage, rows} from './lists.js';
import {embedDetails, embeddedCollection} from './embedding.js';
import {collectionWidget, communeZoom, widget} from './widgets.js';

/** Number of records shown with their text until the widget runs. */
const FALLBACK_ROWS = 24;

/**
 * Returns the content of the page of a collection: its widget, and links to all records, or to the pages that have them.
 */
export function collectionContent(
  page: SitePage,
  collection: PageCollection,
  parts: readonly IndexPart[],
): Html {
  const {messages, site} = page;
  const records: readonly PageRecord[] = site.records[collection];
  const {noun, attributes} = collectionWidget(collection);
  const zoom =
    noun === 'project-map'
      ? communeZoom(records.map(record => entryOf(collection, record)))
      : undefined;
  const entries = records.slice(0, FALLBACK_ROWS).map(record => entryOf(collection, record));
  // A story is read on its own page; a map without places would be empty.
  const hasWidget = collection !== 'stories';
  return html`<div class="heading">
      <h1>${messages.names[collection]}</h1>
      <p class="facts">
        ${messages.counts[collection](records.length)}
        ${
          collection === 'events' && !site.isArchive
            ? html`· <a href="${page.url(`flux/${page.language}.ics`)}">${messages.subscribe}</a>`
            : ''
        }
      </p>
    </div>
    ${hasWidget ? widget(page, noun, {...attributes, ...zoom, 'heading-level': 2}, rows(page, entries, 2)) : frontPage(page, entries, 2)}
    ${
      records.length > FALLBACK_ROWS
        ? html`<section class="block" aria-labelledby="index">
            <h2 id="index">${messages.index(messages.names[collection])}</h2>
            ${parts.length > 0 ? indexLinks(page, parts) : alphabeticIndex(page, collection, records)}
          </section>`
        : ''
    }
    ${embedDetails(page, embeddedCollection(collection))}`;
}
