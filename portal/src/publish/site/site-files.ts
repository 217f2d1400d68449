import type {AddTextFile} from '../output/output-folder.js';
import {renderPage} from '../pages/layout.js';
import {notFoundContent} from '../pages/other-pages.js';
import {SitePage, type SiteModel} from './site-model.js';

/** Most addresses that a sitemap may list (sitemaps.org). */
const MAX_URLS = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * Adds the page for addresses that do not exist, and what search engines read.
 *
 * @param styles Styles of the pages. The first page has them inside: it is shown under any address.
 */
export function addSiteFiles(
  site: SiteModel,
  paths: readonly string[],
  add: AddTextFile,
  styles?: string,
): void {
  if (site.isArchive) return;
  const {base, languages} = site.config;
  // It is shown at any address, so that its links start at the root of the site.
  const page = new RootedPage(site, languages[0], '');
  const content = {
    title: page.messages.notFound,
    content: notFoundContent(page),
    isIndexed: false,
    styles,
  };
  add('404.html', renderPage(page, content));
  if (base === undefined) return;
  addSitemap(base, [...paths].sort(), add);
  add('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n`);
}

/** Adds the sitemap; for more addresses than one may list, an index of several. */
function addSitemap(base: string, paths: readonly string[], add: AddTextFile): void {
  const xml = (root: string, item: string, addresses: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${addresses.map(path => `  <${item}><loc>${base}${path}</loc></${item}>\n`).join('')}</${root}>\n`;
  if (paths.length <= MAX_URLS) {
    add('sitemap.xml', xml('urlset', 'url', paths));
    return;
  }
  const names: string[] = [];
  for (let start = 0; start < paths.length; start += MAX_URLS) {
    names.push(`sitemap-${names.length + 1}.xml`);
    add(names.at(-1) ?? '', xml('urlset', 'url', paths.slice(start, start + MAX_URLS)));
  }
  add('sitemap.xml', xml('sitemapindex', 'sitemap', names));
}

/** Page whose links start at the root of the site. */
class RootedPage extends SitePage {
  override url(path: string): string {
    const {base} = this.site.config;
    return `${base === undefined ? '/' : new URL(base).pathname}${path}`;
  }
}
