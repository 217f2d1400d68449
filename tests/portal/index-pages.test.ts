import assert from 'node:assert/strict';
import {it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {collectionContent} from '../../portal/src/publish/pages/collection-page.js';
import {indexContent, indexParts, indexPath} from '../../portal/src/publish/pages/index-pages.js';
import {SitePage} from '../../portal/src/publish/site/site-model.js';
import {largeSite} from '../support/large-site.js';

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, address = '']) => address);

it('the page of a collection stays small, and each of its records is two links away without a script', () => {
  const site = largeSite(6000);
  const home = new SitePage(site, 'fr', '');
  const parts = indexParts(home, 'resources');
  const page = new SitePage(site, 'fr', 'ressources/');
  const {source} = collectionContent(page, 'resources', parts);
  assert.ok(gzipSync(source).length < 20_000);
  const reached: string[] = [];
  for (const part of parts) {
    const path = indexPath(site.addresses, 'fr', part);
    assert.ok(linksIn(source).includes(path.replace('ressources/', '../ressources/')), path);
    const index = indexContent(new SitePage(site, 'fr', path), parts, part).source;
    reached.push(...linksIn(index).filter(address => address.includes('/fiche-')));
  }
  assert.equal(reached.length, 6000);
  assert.deepEqual(
    new Set(reached.map(address => address.split('/').at(-2))),
    new Set(site.records.resources.map(({id}) => id)),
  );
});

it('the page of a collection with few records has links to all of them', () => {
  const site = largeSite(2000);
  const page = new SitePage(site, 'fr', 'ressources/');
  assert.deepEqual(indexParts(page, 'resources'), []);
  const links = linksIn(collectionContent(page, 'resources', []).source);
  for (const {id} of site.records.resources)
    assert.ok(links.includes(`../ressources/${id}/`), `${id}`);
});
