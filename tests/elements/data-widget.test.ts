import {asked, stubResponses} from '../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/all.js';
import {yieldToMain} from '../../src/data/scheduling.js';
import type {Client} from '../../src/data/client/client.js';
import {DocumentSource} from '../../src/data/sources/document/document.js';
import type {SpassResourceList} from '../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../support/widget-fixture.js';
import {withSilentConsole} from '../support/console.js';
import {StubServer, fixtureWithSource, loadedFixtureWithSource} from '../support/source-fixture.js';
import {waitUntil} from '../support/wait-until.js';

const guide = {id: 1, title: {fr: 'Guide', nl: 'Gids'}, url: 'https://example.org/1'};

describe('a data widget', () => {
  it('sends a new request on a reload, whatever is loading', async () => {
    const server = new StubServer({resources: [guide]});
    server.isHeld = true;
    const list = await fixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    await list.updateComplete;
    const done = list.reload();
    await waitUntil(() => server.queries.length === 2);
    const [first, second] = server.queries;
    expect(first?.signal.aborted).to.equal(true);
    second?.answer();
    await done;
    expect(queryTexts(list, 'a[part=link]')).to.deep.equal(['Guide']);
  });

  it('takes no response from an attribute that an author of the page may write', async () => {
    stubResponses.set('/vrai.json', {resources: [guide]});
    const forged = document.createElement('p');
    forged.dataset['spassBrought'] = '';
    const answers = {[new URL('/vrai.json', location.href).href]: ['{"resources": []}']};
    forged.textContent = JSON.stringify({made: '2000', until: '9999', answers});
    const page = await fixture(html`<div>${forged}</div>`);
    const list = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list api="/vrai.json"></spass-resource-list>`,
    );
    expect(page.contains(forged)).to.equal(true);
    expect(queryTexts(list, 'a[part=link]')).to.deep.equal(['Guide']);
    expect(asked).to.deep.equal(['/vrai.json']);
  });

  it('is updated before the widgets linked to it, which follow in a task each', async () => {
    const items = [guide, {...guide, id: 2, section: 'mediatheque'}];
    const box = await fixture<HTMLElement>(
      html`<div>
        ${[1, 2, 3].map(() => html`<spass-resource-list group="a" .items=${items}></spass-resource-list>`)}
      </div>`,
    );
    const lists = [...box.querySelectorAll('spass-resource-list')];
    await Promise.all(lists.map(list => list.loadComplete));
    const chips = () => lists.map(list => queryTexts(list, '.chip').length);
    const [first, ...others] = lists;
    queryAll<HTMLInputElement>(first!, '[data-facet=section] input')[0]!.click();
    await first!.updateComplete;
    expect(chips()).to.deep.equal([1, 0, 0]);
    await Promise.all(others.map(list => list.loadComplete));
    expect(chips()).to.deep.equal([1, 1, 1]);
  });

  it('leaves room for the reader between the updates of a page with many widgets', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        ${[1, 2, 3].map(() => html`<spass-resource-list .items=${[guide]}></spass-resource-list>`)}
      </div>`,
    );
    const lists = [...box.querySelectorAll('spass-resource-list')];
    await Promise.all(lists.map(list => list.loadComplete));
    const levels = () => lists.map(list => queryAll(list, 'h3,h4,h5')[0]?.localName);
    const {now} = Date;
    let time = now();
    const update = async (level: number, msPerReading: number) => {
      await yieldToMain();
      Date.now = () => (time += msPerReading);
      try {
        for (const list of lists) list.headingLevel = level;
        await lists[0]!.updateComplete;
        const first = levels();
        await Promise.all(lists.map(list => list.updateComplete));
        return first;
      } finally {
        Date.now = now;
      }
    };
    // Each update takes longer than a slice.
    expect(await update(4, 20)).to.deep.equal(['h4', 'h3', 'h3']);
    expect(levels()).to.deep.equal(['h4', 'h4', 'h4']);
    // Quick ones are painted together.
    expect(await update(5, 0)).to.deep.equal(['h5', 'h5', 'h5']);
  });

  it('shows the content of the page until its first update, which is a task for each', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.innerHTML = '<spass-resource-list items="[]"><p>Texte</p></spass-resource-list>'.repeat(3);
    const lists = [...box.querySelectorAll('spass-resource-list')];
    const updated = () => lists.map(list => list.hasUpdated);
    expect(updated()).to.deep.equal([false, false, false]);
    await lists[0]!.updateComplete;
    expect(updated()).to.deep.equal([true, false, false]);
    for (const list of lists) expect(list.querySelector('p')!.offsetHeight).to.be.above(0);
    await lists[1]!.updateComplete;
    expect(updated()).to.deep.equal([true, true, false]);
    await lists[2]!.updateComplete;
    // Without data, the content is still shown, now by the slot of the template alone.
    expect(lists.map(list => queryAll(list, 'slot:not([name])').length)).to.deep.equal([1, 1, 1]);
  });

  const inCommune = (insee: string) => ({id: insee, title: insee, commune: {insee}});
  const records = ['59350', '62014', '2A004', '97411'].map(inCommune);
  const titles = (list: SpassResourceList) => queryTexts(list, '[part=title]');

  it('filters by the territories of its attributes, and stops when these are removed', async () => {
    const list = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list region="32, 94" .items=${records}></spass-resource-list>`,
    );
    expect(titles(list)).to.deep.equal(['59350', '62014', '2A004']);
    list.setAttribute('departement', '62,974');
    await list.loadComplete;
    expect(titles(list)).to.deep.equal(['62014']);
    list.removeAttribute('region');
    await list.loadComplete;
    expect(titles(list)).to.deep.equal(['62014', '97411']);
    list.removeAttribute('departement');
    await list.loadComplete;
    expect(titles(list).length).to.equal(4);
  });

  it('names the collections of a document that lacks the one of the widget', async () => {
    const client = {get: async () => ({body: {resources: [guide]}})} as unknown as Client;
    await withSilentConsole(async warnings => {
      await loadedFixtureWithSource(
        new DocumentSource('https://a.example/portail.json', client),
        html`<spass-project-progress></spass-project-progress>`,
      );
      expect(warnings).to.deep.equal([
        '<spass-project-progress>: https://a.example/portail.json has no projects, but resources (1)',
      ]);
    });
  });

  it('warns of an invalid territory, and ignores it', async () => {
    const lines = await withSilentConsole(async warnings => {
      const list = await loadedFixture<SpassResourceList>(
        html`<spass-resource-list departement="Nord" .items=${records}></spass-resource-list>`,
      );
      expect(titles(list).length).to.equal(4);
      return warnings;
    });
    expect(lines).to.deep.equal([
      '<spass-resource-list>: departement="Nord" is invalid and ignored',
    ]);
  });

  it('shows a message if it has no source', async () => {
    const list = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list></spass-resource-list>`,
    );
    expect(queryAll(list, '[role=alert]').length).to.equal(1);
  });
});
