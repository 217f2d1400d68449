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

  for (const portals of [[network], [network, village, subject]])
    it(`fill the width with ${portals.length} of them`, async () => {
      await emulateMedia({media: 'print'});
      const el = await loadedFixture<SpassPortalCards>(
        html`<spass-portal-cards
          style="inline-size: ${A3_WIDTH}px"
          .items=${portals}
        ></spass-portal-cards>`,
      );
      const boxes = queryAll(el, '.card').map(card => card.getBoundingClientRect());
      expect(boxes.at(-1)!.right - boxes[0]!.left).to.be.closeTo(A3_WIDTH, 2);
      expect(Math.max(...boxes.map(({height}) => height))).to.be.below(450);
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
