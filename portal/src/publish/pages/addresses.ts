import {fold} from '../../../../src/model/fold.js';
import {UniqueNames} from '../../../../src/data/sources/shared/unique-names.js';
import type {Id} from '../../../../src/model/records.js';
import {type Language, messagesOf} from '../messages/messages.js';
import {PAGE_COLLECTIONS, type PageCollection, type PortalRecords} from '../source/records.js';

/** Page that is not about a record. */
export type PageName = 'home' | 'search' | 'about' | 'legal' | 'accessibility' | PageCollection;

const MAX_SLUG = 80;

/** Returns a text as part of an address: `École du bourg` becomes `ecole-du-bourg`. */
export const slugOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');

/**
 * Addresses of all pages. The first language is in the folder itself, others in a folder each, so that a further
 * language changes no address. Paths end with a slash; each is a folder with an `index.html`.
 */
export class Addresses {
  readonly #languages: readonly Language[];
  readonly #slugs = new Map<PageCollection, ReadonlyMap<Id, string>>();
  /** True if links name `index.html`, for pages that are opened without a server. */
  readonly #namesFiles: boolean;

  constructor(languages: readonly Language[], records: PortalRecords, namesFiles = false) {
    this.#languages = languages;
    this.#namesFiles = namesFiles;
    for (const collection of PAGE_COLLECTIONS)
      this.#slugs.set(collection, uniqueSlugs(records[collection].map(({id}) => id)));
  }

  /** Returns the path of a page, without a leading slash: `nl/projecten/`; empty for the home page. */
  page(language: Language, name: PageName): string {
    const root = language === this.#languages[0] ? '' : `${language}/`;
    return name === 'home' ? root : `${root}${messagesOf(language).paths[name]}/`;
  }

  record(language: Language, collection: PageCollection, id: Id): string {
    return `${this.page(language, collection)}${this.#slugs.get(collection)?.get(id) ?? ''}/`;
  }

  slug(collection: PageCollection, id: Id): string {
    return this.#slugs.get(collection)?.get(id) ?? '';
  }

  /** Returns the relative address of a file or page, seen from a page. */
  relative(from: string, to: string): string {
    const up = '../'.repeat(from.split('/').length - 1);
    const isPage = to === '' || to.endsWith('/');
    const target = isPage && this.#namesFiles ? `${to}index.html` : to;
    return `${up}${target}` || './';
  }
}

/** Returns a part of an address for each identifier. */
function uniqueSlugs(ids: readonly Id[]): ReadonlyMap<Id, string> {
  const names = new UniqueNames('-');
  return new Map(ids.map(id => [id, names.take(slugOf(String(id)) || 'fiche')]));
}
