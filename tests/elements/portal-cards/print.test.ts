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
});
