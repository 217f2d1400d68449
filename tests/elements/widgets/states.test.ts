import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {isVisible} from '../../support/flat-tree.js';
import {settled} from '../../support/widget-fixture.js';
import {
  FAILURE,
  STALE,
  WIDGETS,
  alerts,
  collapseSpaces,
  createServer,
  ownContent,
  recordTexts,
  release,
  renderWidget,
  retryButton,
  showsOwnContent,
  startWidget,
  visibleElements,
  visibleTexts,
  typical,
} from '../../support/widgets.js';
import {recordWarnings} from '../../support/console.js';

/** Tags whose place is empty without records; the others still have a map, a form or a filter. */
const WAYS_OUT = new Set([
  'spass-agenda',
  'spass-directory',
  'spass-portal-cards',
  'spass-programme-timeline',
  'spass-project',
  'spass-project-map',
  'spass-project-progress',
  'spass-resource-list',
  'spass-story',
]);

describe('a widget', () => {
  recordWarnings();

  for (const width of [1280, 320])
    describe(`at ${width} px`, () => {
      before(() => setViewport({width, height: 900}));

      for (const widget of typical(WIDGETS)) {
        const {tag, count, emptyText} = widget;

        it(`<${tag}> shows the page’s own content while it loads, then its records`, async () => {
          const server = createServer({isHeld: true});
          const el = await startWidget(widget, {server, content: ownContent});
          expect(server.queries.map(({collection}) => collection)).to.include(widget.collection);
          expect(showsOwnContent(el)).to.equal(true);
          expect(alerts(el)).to.deep.equal([]);
          await expect(el).to.be.accessible();
          release(server);
          await settled(el);
          expect(showsOwnContent(el)).to.equal(false);
          expect(recordTexts(el, widget).length).to.equal(count);
          const {scrollWidth} = document.documentElement;
          expect(scrollWidth, 'no wider than the page').to.be.at.most(width);
          await expect(el).to.be.accessible();
        });

        it(`<${tag}> shows that there are no records`, async () => {
          const server = createServer({contributionsUrl: undefined}, {});
          const el = await renderWidget(widget, {server, content: ownContent});
          expect(alerts(el)).to.deep.equal([]);
          if (emptyText) {
            expect(recordTexts(el, widget)).to.deep.equal([]);
            expect(visibleTexts(el, 'p, .empty').join(' ')).to.contain(collapseSpaces(emptyText));
            if (WAYS_OUT.has(tag)) expect(showsOwnContent(el), 'a way out').to.equal(true);
            // A map is drawn itself.
            const drawn = visibleElements(el, '.empty').filter(
              empty => !(empty.getRootNode() as ShadowRoot).host.matches('spass-project-map'),
            );
            const drawing = tag === 'spass-agenda' ? 'none' : '""';
            for (const empty of drawn)
              expect(getComputedStyle(empty, '::before').content, 'a drawing').to.equal(drawing);
          } else expect(recordTexts(el, widget).length).to.equal(count);
          await expect(el).to.be.accessible();
        });

        it(`<${tag}> shows an error, the page’s own content and a button to try again`, async () => {
          const server = createServer({isBroken: true});
          const el = await renderWidget(widget, {server, content: ownContent});
          expect(alerts(el)).to.deep.equal([FAILURE]);
          expect(visibleTexts(el, '[role=status]').join('')).to.equal('');
          expect(showsOwnContent(el)).to.equal(true);
          expect(isVisible(retryButton(el))).to.equal(true);
          for (const box of visibleElements(el, '.drawing .bone'))
            expect(getComputedStyle(box).opacity, 'not faint').to.equal('1');
          for (const drawing of visibleElements(el, '.drawing')) {
            const {bottom, height} = drawing.getBoundingClientRect();
            // A high drawing fades out at its end, or ends with a whole row.
            const isFaded = getComputedStyle(drawing).maskImage.includes('rgba(0, 0, 0, 0)');
            for (const bone of isFaded ? [] : drawing.querySelectorAll('.bone')) {
              const box = bone.getBoundingClientRect();
              if (box.top < bottom) expect(box.bottom, 'no bar is cut').to.be.at.most(bottom + 1);
            }
            expect(height, 'half a screen').to.be.at.most(450);
            const {top} = retryButton(el)!.getBoundingClientRect();
            expect(top, 'the button is below').to.be.at.least(bottom);
          }
          await expect(el).to.be.accessible();
        });

        it(`<${tag}> shows the age of stale data`, async () => {
          const server = createServer({extra: {staleSince: new Date(2026, 9, 3)}});
          const el = await renderWidget(widget, {server});
          expect(visibleTexts(el, '.notice')).to.deep.equal([`${STALE} Réessayer`]);
          const [notice] = visibleElements(el, '.notice');
          const mark = getComputedStyle(notice!.querySelector('span')!);
          expect(mark.borderInlineStartStyle, 'a mark beside the sentence').to.equal('dashed');
          expect(
            notice!.querySelector('button')!.offsetHeight,
            'as large as after a failure',
          ).to.be.at.least(44);
          expect(recordTexts(el, widget).length).to.equal(count);
          await expect(el).to.be.accessible();
        });
      }
    });
});
