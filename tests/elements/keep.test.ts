import {frenchDay} from '../support/french-day.js';
import {asked, stubResponses} from '../support/fetch-stub.js';
import {expect, html} from '@open-wc/testing';
import '../../src/define/resource-list.js';
import type {SpassResourceList} from '../../src/index.js';
import {loadedFixture, queryAll, queryTexts, settled} from '../support/widget-fixture.js';
import {waitUntil} from '../support/wait-until.js';

const API = new URL('/kept-api', location.href).href;
const copies = async (): Promise<readonly string[]> =>
  (await caches.has('spass-kept'))
    ? (await (await caches.open('spass-kept')).keys()).map(({url}) => new URL(url).pathname)
    : [];

/** Puts a copy in the cache, as an earlier page view has. */
async function storeCopy(time: number): Promise<void> {
  const body = JSON.stringify({version: '1', total: 1, items: [{id: 1, title: 'Un lavoir'}]});
  const headers = {'content-type': 'application/json', 'x-spass-kept': String(time)};
  const url = `${API}/resources?limit=12&facets=type&lang=fr`;
  await (await caches.open('spass-kept')).put(url, new Response(body, {headers}));
}

describe('<spass-resource-list keep>', () => {
  before(() => {
    stubResponses.set('/kept-api/resources', () => {
      throw new TypeError('no network');
    });
  });
  afterEach(() => caches.delete('spass-kept'));

  it('shows the copy with its date if the network fails; deletes it when the attribute goes', async () => {
    await storeCopy(Date.now() - 3_600_000);
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list api=${API} facets="type" keep></spass-resource-list>`,
    );
    expect(asked.length).to.equal(1);
    expect(queryTexts(el, '.row .title').join()).to.contain('Un lavoir');
    expect(queryTexts(el, '.notice').join()).to.contain(frenchDay(Date.now() - 3_600_000));
    el.style.inlineSize = '16em';
    const [text, retry] = queryAll(el, '.notice > *');
    const [above, below] = [text!, retry!].map(one => one.getBoundingClientRect());
    expect(below!.top, 'below the text').to.be.at.least(above!.bottom);
    expect(below!.left, 'in line with it').to.be.closeTo(above!.left, 0.5);
    await expect(el).to.be.accessible();
    el.keep = false;
    await settled(el);
    await waitUntil(async () => (await copies()).length === 0, 'the copy is still there');
    expect(queryTexts(el, '[role=alert]').length, 'and is not shown').to.equal(1);
  });

  it('shows no copy without the attribute, and deletes the one of an earlier page', async () => {
    await storeCopy(Date.now() - 3_600_000);
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list api=${`${API}/`} facets="type"></spass-resource-list>`,
    );
    expect(queryTexts(el, '[role=alert]').length).to.equal(1);
    await waitUntil(async () => (await copies()).length === 0, 'the copy is still there');
  });
});
