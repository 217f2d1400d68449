import {expect, html} from '@open-wc/testing';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {loadedFixture, queryAll, queryTexts} from '../../support/widget-fixture.js';
import {manyPortals} from '../../support/portals.js';

const long =
  'Un canal, des ponts et des écluses racontent deux siècles de navigation. '.repeat(12) + 'Fin.';
const portals = manyPortals(8).map(portal => ({...portal, description: long}));

const show = (layout: string, width: string, ids = '') =>
  loadedFixture<SpassPortalCards>(
    html`<spass-portal-cards
      style=${`inline-size: ${width}`}
      layout=${layout}
      portal=${ids}
      .items=${portals}
    ></spass-portal-cards>`,
  );
const boxOf = (element: Element | undefined) => element!.getBoundingClientRect();

/** Number of dots that are the first or last character of a line. */
function loneDots(facts: Element): number {
  const nodes = document.createTreeWalker(facts, NodeFilter.SHOW_TEXT);
  const boxes: {readonly top: number; readonly isDot: boolean}[] = [];
  while (nodes.nextNode()) {
    const {currentNode: node} = nodes;
    [...(node.nodeValue ?? '')].forEach((character, i) => {
      if (!character.trim()) return;
      const range = new Range();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      boxes.push({top: range.getBoundingClientRect().top, isDot: character === '·'});
    });
  }
  return boxes.filter(
    ({isDot, top}, i) => isDot && (boxes[i - 1]?.top !== top || boxes[i + 1]?.top !== top),
  ).length;
}

describe('<spass-portal-cards> layouts', () => {
  it('shows a lead, two seconds and an index, in reading order', async () => {
    const el = await show('une', '70em');
    expect(queryAll(el, '.lead').length).to.equal(1);
    expect(queryAll(el, '.front [part=card]').length).to.equal(3);
    expect(queryAll(el, '.index [part=card]').length).to.equal(5);
    expect(queryTexts(el, '[part=link]')).to.deep.equal(portals.map(({title}) => title));
    expect(queryTexts(el, '.index p')[0]).to.equal('Aussi');
    expect(queryAll(el, '.index .cover').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('sets a title of many lines smaller, and the text below it', async () => {
    const sizes = async (title: string) => {
      const el = await show('une', '70em');
      Object.assign(el, {items: [{...portals[0], title, description: 'Un canal.'}]});
      await el.loadComplete;
      await el.updateComplete;
      return ['.lead > .title', '.lead > .text'].map(part =>
        parseFloat(getComputedStyle(queryAll(el, part)[0]!).fontSize),
      );
    };
    expect(await sizes('Un canal')).to.deep.equal([36, 20]);
    expect(await sizes('Un canal, ses ponts et ses écluses '.repeat(5))).to.deep.equal([24, 17]);
  });

  it('gives the lead twice the width of a second, and the index a column of its own', async () => {
    const el = await show('une', '70em');
    const [lead, second, third] = queryAll(el, '.front li').map(boxOf);
    const index = boxOf(queryAll(el, '.index')[0]);
    expect(lead!.width / second!.width).to.be.within(1.8, 2.2);
    expect(third!.top).to.be.above(second!.bottom - 1);
    expect(index.left).to.be.above(second!.right - 1);
  });

  it('has a line beside a lone second that is as long as the lead', async () => {
    const el = await show('une', '70em');
    el.items = [portals[0]!, {...portals[1]!, description: ''}];
    await el.loadComplete;
    await el.updateComplete;
    const [lead, second] = queryAll(el, '.front li').map(boxOf);
    expect(second!.bottom).to.equal(lead!.bottom);
  });

  it('ends the lines of a narrow card between facts', async () => {
    const el = await show('grid', '17em');
    const territory = {name: 'Westhoek transfrontalier'};
    el.items = [{...portals[0]!, territory, counts: {observatoire: 272}}];
    await el.loadComplete;
    await el.updateComplete;
    const [facts] = queryAll(el, '[part=facts]');
    expect(facts!.textContent).to.contain('Westhoek transfrontalier\n');
    const lines = facts!.textContent.trim().split('\n').length;
    expect(boxOf(facts).height / parseFloat(getComputedStyle(facts!).lineHeight)).to.be.closeTo(
      lines,
      0.1,
    );
  });

  it('draws the numbers of two facts of the lead as figures, first, and its text as larger type', async () => {
    const actors = Array.from({length: 16}, (_, id) => ({id, name: `Acteur ${String(id)}`}));
    const place = {territory: {name: 'Flandre'}, languages: ['fr', 'en']};
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: 70em"
        layout="une"
        .items=${[{...portals[0]!, description: 'Dix-neuf villes fortes.', actors, counts: {observatoire: 272}, ...place}, ...portals.slice(1)]}
      ></spass-portal-cards>`,
    );
    const [facts] = queryAll(el, '.lead .facts');
    const [figure, ...others] = queryAll(el, '.figure');
    expect(others.length).to.equal(1);
    expect(boxOf(figure).left).to.equal(boxOf(facts).left);
    // All that is no number is in one column beside the figures: codes of languages do not stand alone.
    expect(queryTexts(el, '.lead .facts > span')).to.deep.equal([
      '272 ressources',
      '16 acteurs',
      'Flandre · FR/EN',
    ]);
    const sizeOf = (one: Element) => parseFloat(getComputedStyle(one).fontSize);
    expect(sizeOf(figure!) / sizeOf(facts!)).to.be.within(1.5, 2);
    const [text] = queryAll(el, '.lead .text');
    expect(sizeOf(text!) / sizeOf(el)).to.be.closeTo(1.25, 0.01);
    const [card] = queryAll(el, '.card.lead');
    expect(boxOf(card).bottom - boxOf(facts).bottom, 'a band at its foot').to.be.below(20);
    el.items = [{...portals[0]!, actors, projects: ['a', 'b', 'c'], ...place}, ...portals.slice(1)];
    await el.loadComplete;
    await el.updateComplete;
    expect(queryTexts(el, '.lead .facts > span').slice(0, 2)).to.deep.equal([
      '16 acteurs',
      '3 projets',
    ]);
  });

  it('sets a number alone among the facts of the lead as text, not as a figure', async () => {
    const el = await show('une', '70em');
    el.items = [
      {
        ...portals[0]!,
        actors: [
          {id: 1, name: 'CAUE'},
          {id: 2, name: 'Province'},
        ],
        territory: {name: 'Flandre'},
      },
    ];
    await el.loadComplete;
    await el.updateComplete;
    expect(queryAll(el, '.figure')).to.deep.equal([]);
    expect(queryTexts(el, '.lead .facts')).to.deep.equal(['Flandre · 2 acteurs']);
  });

  it('stacks everything on a phone', async () => {
    const el = await show('une', '18em');
    const boxes = queryAll(el, '[part=card]').map(boxOf);
    for (const [i, box] of boxes.entries())
      if (i > 0) expect(box.top).to.be.above(boxes[i - 1]!.bottom - 1);
  });

  it('gives a single card the line, with its cover at the side', async () => {
    const el = await show('grid', '60em', '4');
    const [[card], [cover], [text]] = ['[part=card]', '.cover', '.text'].map(selector =>
      queryAll(el, selector).map(boxOf),
    ) as [DOMRect[], DOMRect[], DOMRect[]];
    expect(card!.width).to.equal(boxOf(el).width);
    expect(cover!.right).to.be.below(text!.left);
    expect(cover!.height, 'no hole').to.be.closeTo(card!.height, 3);
  });

  it('has covers twice as wide as high at every width, that are cut nowhere above a text', async () => {
    for (const width of ['16em', '24em', '32em', '44em', '60em'])
      for (const ids of width === '60em' ? ['4,7', '1,4,7'] : ['4', '4,7', '1,4,7'])
        for (const cover of queryAll(await show('grid', width, ids), '.cover')) {
          const box = boxOf(cover);
          expect(box.width / box.height, `${width} ${ids}`).to.be.closeTo(2, 0.02);
        }
  });

  it('leaves no hole beside three cards on a wide line, in groups either', async () => {
    const alike = [1, 4, 7].map(id => portals[id - 1]);
    for (const grouping of ['', 'family'])
      for (const width of ['60em', '70em']) {
        const el = await loadedFixture<SpassPortalCards>(
          html`<spass-portal-cards
            style=${`inline-size: ${width}`}
            group-by=${grouping}
            .items=${alike}
          ></spass-portal-cards>`,
        );
        const {right} = boxOf(el);
        const cards = queryAll(el, '[part=card]').map(boxOf);
        for (const {bottom} of cards) {
          const line = cards.filter(card => Math.abs(card.bottom - bottom) < 1);
          const end = Math.max(...line.map(card => card.right));
          expect(end, `${grouping} ${width}`).to.be.closeTo(right, 1);
        }
      }
  });

  it('leaves no one or two of five, six or eight cards alone on a wide line of four', async () => {
    for (const [ids, lengths] of [
      ['1,2,3,4,5', [3, 2]],
      ['1,2,3,4,5,6', [3, 3]],
      ['1,2,3,4,5,6,7,8', [4, 4]],
    ] as const) {
      const tops = queryAll(await show('grid', '72em', ids), '[part=card]').map(
        card => boxOf(card).top,
      );
      const lines = [...new Set(tops)].map(top => tops.filter(one => one === top).length);
      expect(lines).to.deep.equal(lengths);
    }
  });

  it('has cards of one width, with the cover on top, on the last line too', async () => {
    for (const count of [3, 10, 13, 15])
      for (const width of ['32em', '44em', '52em', '60em', '72em', '90em'])
        for (const grouping of ['', 'family']) {
          const el = await loadedFixture<SpassPortalCards>(
            html`<spass-portal-cards
              style=${`inline-size: ${width}`}
              group-by=${grouping}
              limit="20"
              .items=${manyPortals(count).map(portal => ({...portal, family: 'theme'}))}
            ></spass-portal-cards>`,
          );
          const cards = queryAll(el, '[part=card]').map(boxOf);
          expect(cards.length).to.equal(count);
          const name = `${String(count)} ${width} ${grouping}`;
          for (const card of cards) expect(card.width, name).to.be.closeTo(cards[0]!.width, 1);
          for (const cover of queryAll(el, '.cover').map(boxOf))
            expect(cover.width / cover.height, name).to.be.closeTo(2, 0.02);
        }
  });

  it('sets the period of a row beside its family, no smaller than 13 px, and all facts from one edge', async () => {
    const projects = portals.slice(0, 3).map(({id}) => ({
      id: `p${String(id)}`,
      title: 'Un projet',
      portal: id,
      period: {start: '2008', end: '2013'},
    }));
    const place = (i: number) => ({territory: {name: 'Flandre '.repeat(i + 1)}});
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({
        portals: portals.slice(0, 3).map((one, i) => ({
          ...one,
          family: 'acteur',
          projects: [`p${String(one.id)}`],
          ...place(i),
        })),
        projects,
      } as never),
      html`<spass-portal-cards layout="list" style="inline-size: 70em"></spass-portal-cards>`,
    );
    const textOf = (one: Element): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect();
    };
    for (const mark of queryAll(el, '.mark')) {
      expect(mark.textContent).to.contain('2008–2013');
      expect(textOf(mark).width).to.be.below(200);
      const {fontSize} = getComputedStyle(mark.querySelector('.family')!);
      expect(Math.round(parseFloat(fontSize) * 10) / 10).to.be.at.least(13);
    }
    const edges = queryAll(el, '[part=facts]').map(one => Math.round(textOf(one).left));
    expect(edges.length).to.equal(3);
    expect(new Set(edges).size).to.equal(1);
  });

  it('keeps no room for a family or a period that a card does not have, and has its facts after its text', async () => {
    const [first, ...others] = portals.slice(0, 4);
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: 72em"
        .items=${[{...first, family: undefined, description: 'Un canal.'}, ...others]}
      ></spass-portal-cards>`,
    );
    const [titles, texts, facts, covers] = ['title', 'text', 'facts', 'cover'].map(part =>
      queryAll(el, `.card > .${part}`).map(boxOf),
    );
    expect(titles![0]!.top - covers![0]!.bottom).to.be.below(20);
    expect(titles![0]!.top).to.be.below(titles![1]!.top);
    expect(facts![0]!.top - texts![0]!.bottom).to.be.below(20);
  });

  it('lets two cards share the line', async () => {
    const el = await show('grid', '70em', '4,7');
    const [first, second] = queryAll(el, '[part=card]').map(boxOf);
    expect(first!.top).to.equal(second!.top);
    expect(second!.right).to.be.closeTo(boxOf(el).right, 1);
    expect(first!.width).to.be.closeTo(second!.width, 1);
  });

  it('leads with the portal that the page names first', async () => {
    const el = await show('une', '70em', '5,2,1,8');
    expect(queryTexts(el, '[part=link]')).to.deep.equal([
      'Portail 5',
      'Portail 2',
      'Portail 1',
      'Portail 8',
    ]);
    const grid = await show('grid', '70em', '5,2,1,8');
    expect(queryTexts(grid, '[part=link]')[0]).to.equal('Portail 1');
  });

  for (const layout of ['grid', 'list', 'une'])
    it(`begins and ends no line of facts with a dot, in the layout ${layout}`, async () => {
      const places = ['Ors', 'Plaine de la mer du Nord à la Meuse', 'Westhoek transfrontalier'];
      const items = places.map((place, i) => ({
        ...portals[i],
        territory: {name: place},
        counts: {observatoire: 272},
        actors: ['CAUE', 'Province'],
        languages: ['fr', 'nl'],
      }));
      const el = await loadedFixture<SpassPortalCards>(
        html`<spass-portal-cards layout=${layout} .items=${items}></spass-portal-cards>`,
      );
      for (const width of ['16em', '20em', '34em', '60em', '80em']) {
        el.style.inlineSize = width;
        for (const facts of queryAll(el, '[part=facts]'))
          expect(loneDots(facts), width).to.equal(0);
      }
    });

  it('has the facts of wide rows below their text', async () => {
    const el = await show('list', '70em', '4');
    el.items = [{...portals[3]!, territory: {name: 'Flandre'}}];
    await el.loadComplete;
    await el.updateComplete;
    const [text, facts] = ['.text', '[part=facts]'].map(one => boxOf(queryAll(el, one)[0]));
    expect(facts!.left).to.equal(text!.left);
    expect(facts!.top - text!.bottom).to.be.within(0, 20);
  });

  it('shows the whole cover and two facts in rows on a phone, and the credit of a picture', async () => {
    const facts = {
      territory: {name: 'Flandre'},
      counts: {observatoire: 272},
      actors: [
        {id: 1, name: 'CAUE'},
        {id: 2, name: 'Province'},
      ],
      languages: ['fr', 'nl'],
    };
    const src = `${location.origin}/demo/data/emblem-eu.svg`;
    const cover = {src, credit: 'CAUE'};
    const shown = async (width: string, own: object) => {
      const el = await show('list', width);
      el.items = [{...portals[0]!, ...facts, ...own}];
      await el.loadComplete;
      await el.updateComplete;
      const {width: across, height} = boxOf(queryAll(el, '.cover')[0]);
      const text = (queryAll(el, '[part=facts]')[0] as HTMLElement).innerText;
      return {ratio: Math.round(across / height), text: text.replace(/\s+/g, ' ').trim()};
    };
    const two = 'Flandre · 272 ressources';
    expect(await shown('18em', {})).to.deep.equal({ratio: 2, text: two});
    const wide = await shown('50em', {});
    expect(wide.ratio).to.equal(2);
    expect(wide.text).to.equal(`${two} 2 acteurs · FR/NL`);
    expect((await shown('18em', {cover})).text).to.include('Image : CAUE');
  });

  it('shows no index for three portals or fewer', async () => {
    const el = await show('une', '70em', '1,2');
    expect(queryAll(el, '.index').length).to.equal(0);
    expect(queryAll(el, '[part=card]').length).to.equal(2);
  });

  it('credits each picture of a front page, in every language of its place', async () => {
    const src = `${location.origin}/demo/data/emblem-eu.svg`;
    const items = ['A', 'B', 'C'].map((credit, i) => ({
      ...portals[i],
      cover: {src, credit},
      territory: i ? {name: {fr: 'Courtrai', nl: 'Kortrijk'}} : undefined,
    }));
    const nowhere = {...portals[3], id: 'nowhere', territory: undefined};
    const une = (all: readonly unknown[]) =>
      loadedFixture<SpassPortalCards>(
        html`<spass-portal-cards layout="une" .items=${all}></spass-portal-cards>`,
      );
    const el = await une(items);
    expect(queryAll(el, '.cover img').length).to.equal(3);
    const place = 'Courtrai / Kortrijk · Image : ';
    const facts = queryTexts(el, '[part=facts]').slice(1);
    expect(facts.map(text => text.replaceAll('\u00a0', ' '))).to.deep.equal([
      `${place}B`,
      `${place}C`,
    ]);
    expect(queryTexts(el, '.lead [part=facts]').join()).to.include('A');
    const empty = await une([items[0], nowhere]);
    expect(queryAll(empty, '[part=card]:not(.lead) [part=facts]').length).to.equal(0);
  });

  it('draws no line of facts below a lead without facts', async () => {
    const bare = portals.slice(0, 3).map(({id, title}) => ({id, title}));
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards layout="une" .items=${bare}></spass-portal-cards>`,
    );
    expect(queryAll(el, '[part=card]').length).to.equal(3);
    expect(queryAll(el, '[part=facts]').length).to.equal(0);
  });

  it('shortens the text of a second by the length of its title, at a word', async () => {
    const description = 'Une politique publique du logement. '.repeat(20);
    const textLength = async (title: string) => {
      const items = portals.map(portal => ({...portal, title, description}));
      const el = await loadedFixture<SpassPortalCards>(
        html`<spass-portal-cards layout="une" .items=${items}></spass-portal-cards>`,
      );
      const [lead, second] = queryTexts(el, '.text').map(text =>
        text.replace(/…?\s*Lire la suite/, ''),
      );
      expect(description.startsWith(second!.replaceAll('\u00a0', ' ')), second).to.equal(true);
      return [lead!.length, second!.length] as const;
    };
    const [lead, second] = await textLength('Ors');
    const [leadOfLong, secondOfLong] = await textLength(
      'Un canal, ses ponts et ses écluses '.repeat(4),
    );
    expect(second).to.be.within(230, 260);
    expect(secondOfLong).to.be.within(120, 160);
    expect(leadOfLong).to.equal(lead);
  });

  it('gives a portal alone on a front page its cover at the side', async () => {
    for (const width of ['20em', '60em', '74em']) {
      const el = await show('une', width, '4');
      const [cover, title] = ['.cover', '.title'].map(part => boxOf(queryAll(el, part)[0]));
      if (width === '20em') expect(title!.top).to.be.above(cover!.bottom);
      else {
        expect(title!.left).to.be.above(cover!.right);
        expect(title!.right, 'the whole width').to.be.closeTo(boxOf(el).right, 1);
        expect(cover!.width / cover!.height).to.be.closeTo(2, 0.05);
      }
    }
  });

  it('shows rows with the cover at the side', async () => {
    const el = await show('list', '50em');
    const [first, second] = queryAll(el, '[part=card]').map(boxOf);
    expect(second!.top).to.be.above(first!.bottom - 1);
    expect(boxOf(queryAll(el, '.title')[0]).left).to.be.above(
      boxOf(queryAll(el, '.cover')[0]).right,
    );
  });

  it('ends a text with a complete sentence and words that say that it goes on', async () => {
    for (const layout of ['grid', 'list', 'une']) {
      const el = await show(layout, '50em');
      const [text] = queryTexts(el, '.text');
      expect(text, layout).to.match(/navigation\. Lire la suite$/);
    }
    const [short] = queryTexts(
      await loadedFixture(
        html`<spass-portal-cards
          .items=${[{...portals[0], description: 'Bref.'}]}
        ></spass-portal-cards>`,
      ),
      '.text',
    );
    expect(short).to.equal('Bref.');
  });

  it('cuts no text by its height', async () => {
    for (const layout of ['grid', 'list', 'une'])
      for (const width of ['16em', '24em', '60em'])
        for (const text of queryAll(await show(layout, width), '.text'))
          expect(text.scrollHeight, `${layout} ${width}`).to.be.at.most(text.clientHeight + 1);
  });
});
