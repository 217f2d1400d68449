import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {threeResources, manyResources} from '../../support/resources.js';
import {
  fixtureWithSource,
  loadedFixtureWithSource,
  StubServer,
} from '../../support/source-fixture.js';
import {waitUntil} from '../../support/wait-until.js';
import {recordWarnings} from '../../support/console.js';

recordWarnings();

const list = html`<spass-resource-list></spass-resource-list>`;
const titles = (el: SpassResourceList) => queryTexts(el, '[part=link]');
const sort = async (el: SpassResourceList, value: string) => {
  const [select] = queryAll<HTMLSelectElement>(el, '.sort select');
  if (select) select.value = value;
  select?.dispatchEvent(new Event('change'));
  await el.loadComplete;
  await el.updateComplete;
};

describe('a list that is loading', () => {
  it('says so beside the page’s own link, and shows whole rows below, in the room of the list', async () => {
    const server = new StubServer({resources: manyResources(40)});
    server.isHeld = true;
    const [alone, el] = [
      await fixtureWithSource<SpassResourceList>(server, list),
      await fixtureWithSource<SpassResourceList>(
        server,
        html`<spass-resource-list>
          <h3 slot="heading">Ressources</h3>
          <a href="#x">Le portail</a>
        </spass-resource-list>`,
      ),
    ];
    await waitUntil(() => queryAll(el, '.beneath .bone').length > 0, 'no placeholders');
    const [sentence] = queryAll(el, '.waiting p');
    expect(sentence?.textContent).to.match(/^Chargement\s: Ressources…$/);
    const [text, first, row, link] = [
      sentence!,
      queryAll(el, '.beneath .row')[0]!,
      queryAll(el, '.beneath .row')[2]!,
      el.querySelector('a')!,
    ].map(one => one.getBoundingClientRect());
    expect(text!.left).to.be.at.least(link!.right);
    expect(text!.bottom, 'on one line').to.be.above(link!.top);
    expect(first!.top - text!.bottom, 'rows where those of other states begin').to.be.within(0, 24);
    const [mark, bar] = queryAll(el, '.beneath .row .bone').map(one => one.getBoundingClientRect());
    expect(mark!.right, 'marks beside the lines').to.be.below(bar!.left);
    const {bottom} = queryAll(el, '.beneath > .skeleton')[0]!.getBoundingClientRect();
    expect(bottom - row!.bottom, 'no part of a fourth').to.be.within(-8, 4);
    const [height, own] = [alone, el].map(
      one => queryAll(one, '.waiting')[0]!.getBoundingClientRect().height,
    );
    expect(own, 'as high as without').to.be.closeTo(height!, 1);
  });
});

for (const width of [1280, 360])
  describe(`<spass-resource-list> at ${width} px`, () => {
    before(() => setViewport({width, height: 900}));

    it('is accessible with data, with open and selected filters', async () => {
      const el = await loadedFixtureWithSource<SpassResourceList>(
        new StubServer({resources: [...threeResources, ...manyResources(40)]}),
        list,
      );
      queryAll(el, '.fold')[0]?.click();
      queryAll<HTMLInputElement>(el, '[data-facet=section] input')[0]?.click();
      await el.loadComplete;
      queryAll(el, 'fieldset .quiet')[0]?.click();
      await el.updateComplete;
      await expect(el).to.be.accessible();
    });

    it('is accessible in pages', async () => {
      const el = await loadedFixture<SpassResourceList>(
        html`<spass-resource-list
          paging="pages"
          limit="5"
          .items=${manyResources(40)}
        ></spass-resource-list>`,
      );
      await expect(el).to.be.accessible();
    });

    it('is accessible when it is empty', async () => {
      const el = await loadedFixture<SpassResourceList>(
        html`<spass-resource-list .items=${[]}></spass-resource-list>`,
      );
      expect(queryTexts(el, '.empty')).to.deep.equal([
        'Aucun contenu pour le moment : ressources.',
      ]);
      expect(queryAll(el, 'button, input, select').length, 'nothing to search').to.equal(0);
      await expect(el).to.be.accessible();
    });
  });

describe('<spass-resource-list>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('without any control begins with its first row, also while it loads', async () => {
    const server = new StubServer({resources: threeResources});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list facets="" hide="search count sort"></spass-resource-list>`,
    );
    await el.updateComplete;
    const room = (selector: string) =>
      queryAll(el, selector)[0]!.getBoundingClientRect().top - el.getBoundingClientRect().top;
    expect(room('.skeleton .bone')).to.be.below(8);
    for (const question of server.queries) question.answer();
    await el.loadComplete;
    expect(room('.row .title')).to.be.below(8);
  });

  it('offers a reset when nothing is found', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list .items=${threeResources}></spass-resource-list>`,
    );
    const [field] = queryAll<HTMLInputElement>(el, '#q');
    if (field) field.value = 'nowhere';
    field?.dispatchEvent(new InputEvent('input'));
    await el.loadComplete;
    expect(queryTexts(el, '.empty p')).to.deep.equal(['Aucun résultat.']);
    queryAll(el, '.empty button')[0]?.click();
    await el.loadComplete;
    expect(titles(el).length).to.equal(3);
    expect(field?.value).to.equal('');
    expect(el.shadowRoot?.activeElement?.className).to.equal('count');
  });

  it('keeps search and facets when a later request fails, and tries again', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isBroken = true;
    queryAll<HTMLInputElement>(el, '[data-facet=section] input')[0]?.click();
    await el.loadComplete;
    expect(queryAll(el, '[role=alert]').length).to.equal(1);
    expect(queryAll(el, '#q').length).to.equal(1);
    expect(queryTexts(el, '.chip')).to.deep.equal(['Médiathèque']);
    server.isBroken = false;
    const [retry] = queryAll(el, '.failure button');
    retry?.focus();
    retry?.click();
    await el.loadComplete;
    expect(titles(el)).to.deep.equal(['Atlas de Flandre', 'Murailles et jardins']);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('sorts as the page sets it, then as the reader selects', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list sort="-date"></spass-resource-list>`,
    );
    const select = queryAll<HTMLSelectElement>(el, '.sort select')[0];
    expect(select?.value).to.equal('-date');
    expect(titles(el)).to.deep.equal(['Atlas de Flandre', 'Un lavoir', 'Murailles et jardins']);
    await sort(el, '-title');
    expect(titles(el)).to.deep.equal(['Un lavoir', 'Murailles et jardins', 'Atlas de Flandre']);
    expect(queryTexts(el, '[role=status]')).to.deep.equal(['3 résultats']);
    await sort(el, '');
    expect(titles(el)[0]).to.equal('Atlas de Flandre');
    expect(server.queriesFor().map(one => one.sort ?? '')).to.deep.equal(['-date', '-title', '']);
    el.setAttribute('sort', 'title');
    await el.loadComplete;
    expect(select?.value).to.equal('title');
  });

  it('is the same after it was removed, moved and added again', async () => {
    const server = new StubServer({resources: manyResources(30)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    queryAll<HTMLInputElement>(el, '[data-facet=type] input')[0]?.click();
    await el.loadComplete;
    const before = titles(el);
    const home = el.parentElement;
    for (let i = 0; i < 3; i++) {
      el.remove();
      home?.append(el);
    }
    await el.loadComplete;
    expect(titles(el)).to.deep.equal(before);
    expect(queryTexts(el, '.chip')).to.deep.equal(['Document']);
    expect(server.queriesFor().length).to.equal(2);
  });

  it('sends one request for many changes in one task', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    for (let i = 1; i <= 500; i++) el.setAttribute('limit', String(i));
    await el.loadComplete;
    expect(server.queriesFor().map(({limit}) => limit)).to.deep.equal([12, 500]);
  });
});
