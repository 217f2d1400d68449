import {kindOfSheet} from '../../../../src/tools/convert/sheet-names.js';
import {html, type Html} from '../../markup.js';
import {renderMarkdown} from '../pages/markdown.js';
import {slugOf} from '../pages/addresses.js';
import {groupBy} from '../group-by.js';
import {oncePer} from '../../once.js';
import {PublishError} from '../command-line.js';
import {messagesOf} from '../messages/messages.js';
import {type LongText, PAGE_TEXTS, type PageText, TEXT_FOLDER} from '../source/texts.js';
import {
  PAGE_COLLECTIONS,
  type PageRecord,
  type PageCollection,
  type PortalRecords,
} from '../source/records.js';
import type {SitePage, SiteModel} from './site-model.js';

/** Returns the texts of records, by the key under which a record is found. */
const textsByKey = oncePer((texts: readonly LongText[]) => {
  const own = texts.filter(({key}) => PAGE_TEXTS[key] === undefined);
  return groupBy(own, ({key}) => slugOf(key));
});

/** Returns the texts of a record: by their name, and by the folder if that names a collection. */
export const textsOfRecord = (
  texts: readonly LongText[],
  collection: PageCollection,
  {id}: PageRecord,
): readonly LongText[] =>
  (textsByKey(texts).get(slugOf(String(id))) ?? []).filter(({section}) => {
    const kind = section === undefined ? undefined : kindOfSheet(section);
    return kind === undefined || kind === collection;
  });

/** @throws {PublishError} if its quotations or lists are nested too deep for the parser. */
function renderText({path, markdown}: LongText): Html {
  try {
    return renderMarkdown(markdown);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PublishError(`${TEXT_FOLDER}/${path} : ${messagesOf('fr').nestedText}`);
  }
}

/** Returns the text in the language of a page, else the one in no language, else any; marked up if it is another. */
function inLanguage(page: SitePage, texts: readonly LongText[]): Html | undefined {
  const [first] = page.site.config.languages;
  const languageOf = (text: LongText): string => text.language ?? first;
  const text =
    texts.find(one => languageOf(one) === page.language) ??
    texts.find(one => languageOf(one) === first) ??
    texts[0];
  if (!text) return undefined;
  const content = renderText(text);
  const language = languageOf(text);
  return language === page.language ? content : html`<div lang="${language}">${content}</div>`;
}

/** Returns the texts of pages, by the name of the page. */
const textsByPage = oncePer((texts: readonly LongText[]) =>
  groupBy(
    texts.filter(({key}) => PAGE_TEXTS[key] !== undefined),
    ({key}) => PAGE_TEXTS[key],
  ),
);

/** True if a page has a text. */
export const hasLongText = ({texts}: SiteModel, name: PageText): boolean =>
  textsByPage(texts).has(name);

/** Returns the text of a page. */
export const longTextOf = (page: SitePage, name: PageText): Html | undefined =>
  inLanguage(page, textsByPage(page.site.texts).get(name) ?? []);

/** Returns the longer text of a record. */
export const longTextOfRecord = (
  page: SitePage,
  collection: PageCollection,
  record: PageRecord,
): Html | undefined => inLanguage(page, textsOfRecord(page.site.texts, collection, record));

/** Returns the texts that belong to no page. */
export function strayTexts(
  texts: readonly LongText[],
  records: PortalRecords,
): readonly LongText[] {
  const used = new Set(
    PAGE_COLLECTIONS.flatMap(collection =>
      records[collection].flatMap((record: PageRecord) => textsOfRecord(texts, collection, record)),
    ),
  );
  return texts.filter(text => PAGE_TEXTS[text.key] === undefined && !used.has(text));
}
