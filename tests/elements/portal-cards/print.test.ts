import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import {network, subject, village} from '../../support/portals.js';
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
});

describe('<spass-portal-cards> on A4', () => {
  afterEach(() => emulateMedia({media: 'screen'}));

  it('has four cards in a row, not one below three', async () => {
    await emulateMedia({media: 'print'});
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards
        style="inline-size: 703px"
        .items=${[1, 2, 3, 4].map(id => ({...network, id}))}
      ></spass-portal-cards>`,
    );
    const tops = queryAll(el, '.card').map(card => card.getBoundingClientRect().top);
    expect(new Set(tops).size).to.equal(1);
  });
});
