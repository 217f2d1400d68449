import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import {network, subject, village} from '../../support/portals.js';
import {waitUntil} from '../../support/wait-until.js';
import {loadedFixture, queryAll} from '../../support/widget-fixture.js';

/** Width of a sheet of A3 across, in pixels. */
const A3_WIDTH = 1497;

describe('<spass-portal-cards> on A3', () => {
  before(() => setViewport({width: 1600, height: 900}));
  afterEach(() => emulateMedia({media: 'screen'}));

  const boxesOf = (el: Element, selector: string) =>
    queryAll(el, selector).map(one => one.getBoundingClientRect());
  const showCards = async (items: readonly unknown[]) => {
    await emulateMedia({media: 'print'});
    return loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: ${A3_WIDTH}px"
        .items=${items}
      ></spass-portal-cards>`,
    );
  };

  it('fill the width with three of them, and half of it with one', async () => {
    const three = boxesOf(await showCards([network, village, subject]), '.card');
    expect(three.at(-1)!.right - three[0]!.left).to.be.closeTo(A3_WIDTH, 2);
    expect(Math.max(...three.map(({height}) => height))).to.be.below(450);
    const [one] = boxesOf(await showCards([network]), '.card');
    expect(one!.width).to.be.within(0.4 * A3_WIDTH, 0.5 * A3_WIDTH);
  });

  it('has covers twice as wide as high, of four cards in a line and of more in two columns of rows', async () => {
    for (const [count, columns] of [
      [4, 4],
      [7, 2],
    ] as const) {
      const items = [...new Array(count).keys()].map(id => ({...network, id}));
      const el = await showCards(items);
      await waitUntil(() => queryAll(el, 'svg.cover').length === count, 'covers');
      for (const {width, height} of boxesOf(el, 'svg.cover'))
        expect(width / height, `${count} cards`).to.be.closeTo(2, 0.1);
      const lefts = boxesOf(el, '.card').map(({left}) => Math.round(left));
      expect(new Set(lefts).size).to.equal(columns);
    }
  });

  it('has the name of a group beside its cards, which are as wide in groups of four and of two', async () => {
    await emulateMedia({media: 'print'});
    const networks = [1, 2, 3, 4].map(id => ({...network, id}));
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: ${A3_WIDTH}px"
        group-by="family"
        .items=${[...networks, village, {...village, id: 5}]}
      ></spass-portal-cards>`,
    );
    const boxes = queryAll(el, '.card').map(card => card.getBoundingClientRect());
    expect(new Set(boxes.map(({width}) => Math.round(width))).size).to.equal(1);
    expect(boxes[3]!.top).to.equal(boxes[0]!.top);
    const [title] = queryAll(el, '.group > .title').map(one => one.getBoundingClientRect());
    expect(title!.right).to.be.below(boxes[0]!.left);
    expect(title!.top).to.be.closeTo(boxes[0]!.top, 4);
  });

  it('has a short index beside the cards of a front page, and a long one below them', async () => {
    await emulateMedia({media: 'print'});
    const boxesOf = async (count: number) => {
      const el = await loadedFixture<SpassPortalCards>(
        html`<spass-portal-cards
          style="inline-size: ${A3_WIDTH}px"
          layout="une"
          limit="20"
          .items=${[...new Array(count).keys()].map(id => ({...network, id}))}
        ></spass-portal-cards>`,
      );
      return ['.front', '.index'].map(part => queryAll(el, part)[0]!.getBoundingClientRect());
    };
    const [front, index] = await boxesOf(10);
    expect(index!.top).to.be.closeTo(front!.top, 1);
    expect(index!.left).to.be.above(front!.right);
    const [cards, long] = await boxesOf(16);
    expect(long!.top).to.be.above(cards!.bottom);
  });
});

describe('<spass-portal-cards> on A4', () => {
  afterEach(() => emulateMedia({media: 'screen'}));

  it('has more than three cards as rows, between which a sheet may end', async () => {
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: 703px"
        .items=${[1, 2, 3, 4, 5].map(id => ({...network, id}))}
      ></spass-portal-cards>`,
    );
    await waitUntil(() => queryAll(el, 'svg.cover').length === 5, 'covers');
    await emulateMedia({media: 'print'});
    const boxesOf = (selector: string) =>
      queryAll(el, selector).map(one => one.getBoundingClientRect());
    const cards = boxesOf('.card');
    expect(Math.max(...cards.map(({height}) => height))).to.be.below(160);
    const [covers, titles, facts] = ['.cover', '.card .title', '.card .facts'].map(boxesOf);
    cards.forEach((card, i) => {
      expect(card.width, 'as wide as the sheet').to.be.closeTo(703, 2);
      if (i) expect(card.top, 'below the row before').to.be.at.least(cards[i - 1]!.bottom);
      expect(covers![i]!.right, 'cover').to.be.below(titles![i]!.left);
      expect(facts![i]!.left, 'facts').to.be.above(titles![i]!.right - 1);
    });
  });
});
