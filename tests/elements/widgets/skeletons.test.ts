import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {allCollections} from '../../support/all-collections.js';
import {settled} from '../../support/widget-fixture.js';
import {
  createServer,
  ELEMENTS,
  release,
  renderWidget,
  startWidget,
  type Tag,
  visibleElements,
} from '../../support/widgets.js';

/** Boxes of a tag that its placeholders have too, by their selectors. */
const BOXES: readonly (readonly [Tag, ...string[]])[] = [
  ['spass-story', '.beside', '.steps'],
  ['spass-project', '.brief', '.main'],
  ['spass-project-progress', '.phase:first-child', '.phase:nth-child(4)'],
];

/** Project with all that a sheet has. */
const project = {
  id: 'centre-bourg',
  title: 'Le centre-bourg',
  aims: 'Un texte.',
  period: {start: '2020', end: '2024'},
  phases: ['Étude', 'Esquisse', 'Travaux', 'Bilan'].map(title => ({title})),
};

/** Tags that stand side by side on a page, and whose drawing fills its height. */
const NEIGHBOURS: readonly Tag[] = [
  'spass-portal-cards',
  'spass-project-map',
  'spass-programme-timeline',
  'spass-resource-list',
  'spass-agenda',
];

describe('widgets that have failed side by side', () => {
  for (const width of [1280, 600, 320])
    it(`have their buttons on one line, ${String(width)} px wide`, async () => {
      await setViewport({width, height: 900});
      const heights: Record<string, number> = {};
      for (const widget of ELEMENTS.filter(({tag}) => NEIGHBOURS.includes(tag))) {
        const el = await renderWidget(widget, {server: createServer({isBroken: true})});
        const [sentence, drawing, button] = ['.failure p', '.drawing', '.retry'].map(one =>
          visibleElements(el, one)[0]!.getBoundingClientRect(),
        );
        expect(drawing!.bottom, widget.tag).to.be.at.most(button!.top);
        heights[widget.tag] = Math.round(button!.top - sentence!.bottom);
      }
      expect(Object.keys(heights).length).to.equal(NEIGHBOURS.length);
      expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).to.equal(1);
    });
});

describe('the placeholders of a widget', function () {
  this.timeout(30_000);

  before(() => (document.documentElement.style.overflowY = 'scroll'));
  after(() => document.documentElement.removeAttribute('style'));

  for (const width of [1280, 768, 320])
    for (const [tag, ...selectors] of BOXES)
      it(`have the columns of <${tag}>, ${String(width)} px wide`, async () => {
        await setViewport({width, height: 900});
        const widget = ELEMENTS.find(one => one.tag === tag)!;
        const server = createServer({isHeld: true}, {...allCollections, projects: [project]});
        const {attributes = {}} = tag === 'spass-story' ? {} : widget;
        const el = await startWidget({...widget, attributes}, {server});
        // The first box is at the top of the widget or below a title of unknown height.
        const boxes = () => {
          const found = selectors.map(selector =>
            visibleElements(el, selector)[0]!.getBoundingClientRect(),
          );
          return found.map(({left, top, width: inlineSize}, i) => {
            const below = tag === 'spass-story' ? top - found[0]!.top : 0;
            return [selectors[i], ...[left, inlineSize, below].map(Math.round)];
          });
        };
        const placeholders = boxes();
        release(server);
        await settled(el);
        expect(placeholders).to.deep.equal(boxes());
      });
});
