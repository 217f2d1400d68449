import {kindOfSheet} from '../../../../src/tools/convert/sheet-names.js';
import {html, type Html} from '../../markup.js';
import {renderMarkdown} from '../pages/markdown.js';
import {slugOf} from '../pages/addresses.js';
import {type LongText, PAGE_TEXTS} from '../source/texts.js';
import {
  PAGE_COLLECTIONS,
  type PageRecord,
  type PageCollection,
  type PortalRecords,
} from '../source/records.js';
import type {Page} from './site-model.js';

/** True if a text is that of a record: by its name, and by the folder if that names a collection. */
function isTextOf({key, section}: LongText, collection: PageCollection, {id}: PageRecord): boolean {
  const kind = section === undefined ? undefined : kindOfSheet(section);
  return (
    (kind === undefined || kind === collection) &&
    (key === String(id) || slugOf(key) === slugOf(String(id)))
  );
}

/** Returns the text in the language of a page, else the one in no language, else any; marked up if it is another. */
function inLanguage(page: Page, texts: readonly LongText[]): Html | undefined {
  const [first] = page.site.config.languages;
  const languageOf = (text: LongText): string => text.language ?? first;
  const text =
    texts.find(one => languageOf(one) === page.language) ??
    texts.find(one => languageOf(one) === first) ??
    texts[0];
  if (!text) return undefined;
  const content = renderMarkdown(text.markdown);
  const language = languageOf(text);
  return language === page.language ? content : html`<div lang="${language}">${content}</div>`;
}

/** Returns the text of a page. */
export const longTextOf = (page: Page, name: 'home' | 'about' | 'legal'): Html | undefined =>
  inLanguage(
    page,
    page.site.texts.filter(({key}) => PAGE_TEXTS[key] === name),
  );

/** Returns the longer text of a record. */
export const longTextOfRecord = (
  page: Page,
  collection: PageCollection,
  record: PageRecord,
): Html | undefined =>
  inLanguage(
    page,
    page.site.texts.filter(
      text => PAGE_TEXTS[text.key] === undefined && isTextOf(text, collection, record),
    ),
  );

/** Returns the texts that belong to no page. */
export const strayTexts = (
  texts: readonly LongText[],
  records: PortalRecords,
): readonly LongText[] =>
  texts.filter(
    text =>
      PAGE_TEXTS[text.key] === undefined &&
      !PAGE_COLLECTIONS.some(collection =>
        records[collection].some(record => isTextOf(text, collection, record)),
      ),
  );
