import type {Resource} from '../../../../src/model/records.js';
import {kindLine} from '../pages/lists.js';
import {textsOfRecord} from '../site/long-texts.js';
import {attachmentsOf} from '../site/media.js';
import {entryOf, leadOf, placeNameOf} from '../site/record-parts.js';
import {SitePage, type SiteModel} from '../site/site-model.js';
import {PAGE_COLLECTIONS, type PageRecord} from '../source/records.js';
import type {Language} from '../messages/messages.js';
import type {SearchDocument} from './search-index.js';

/** Text of the pages of each published PDF, by its path in the site. */
export type PdfTexts = ReadonlyMap<string, readonly string[]>;

/** Returns everything that the search of a language finds: records, then pages of PDF files. */
export function searchDocuments(
  site: SiteModel,
  language: Language,
  pdfTexts: PdfTexts,
): readonly SearchDocument[] {
  const page = new SitePage(site, language, '');
  const documents: SearchDocument[] = [];
  const pdfs = new Map<string, string>();
  for (const collection of PAGE_COLLECTIONS)
    for (const record of site.records[collection] as readonly PageRecord[]) {
      const entry = entryOf(collection, record);
      const {body, tags = [], themes = [], authors = []} = record as Resource;
      const texts = textsOfRecord(site.texts, collection, record).map(({markdown}) =>
        plainText(markdown),
      );
      documents.push({
        title: page.plainTitle(record),
        path: site.addresses.record(language, collection, record.id),
        kind: kindLine(page, entry),
        text: [page.plain(leadOf(entry)), page.plain(body), ...texts].filter(Boolean).join('\n'),
        keywords: [...tags, ...themes, ...authors, placeNameOf(page, entry)].join(' '),
      });
      for (const attachment of attachmentsOf(record)) {
        const file = site.media.document(attachment);
        if (file && !file.isRemote && pdfTexts.has(file.path) && !pdfs.has(file.path))
          pdfs.set(file.path, page.plain(attachment.title) || page.plainTitle(record));
      }
    }
  for (const [path, title] of pdfs)
    (pdfTexts.get(path) ?? []).forEach((text, i) => {
      if (text.trim() !== '')
        documents.push({title, path: `${path}#page=${i + 1}`, kind: 'PDF', page: i + 1, text});
    });
  return documents;
}

/** Returns Markdown without its marks. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/^(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '');
