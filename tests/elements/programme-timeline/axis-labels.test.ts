import {expect, html, nextFrame} from '@open-wc/testing';
import fc from 'fast-check';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {loadedFixture, queryAll, settled} from '../../support/widget-fixture.js';
import {isComplete} from '../../support/test-scope.js';

const boxOf = (element: Element): DOMRect => {
  const range = new Range();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
};

const projects = (first: number, years: number) =>
  [first, first + years - 1].map((year, id) => ({
    id,
    title: `Projet ${id}`,
    period: {start: String(year), end: String(year)},
  }));

describe('the years above a timeline', () => {
  it('leave the width of a letter between two of them, for any period at any width', async () => {
    const el = await loadedFixture<SpassProgrammeTimeline>(
      html`<spass-programme-timeline
        lang="fr"
        .now=${new Date(1990, 10, 24)}
        .items=${projects(1990, 5)}
      ></spass-programme-timeline>`,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1960, max: 2000}),
        fc.integer({min: 1, max: 60}),
        fc.integer({min: 200, max: 900}),
        async (first, years, width) => {
          el.style.inlineSize = `${width}px`;
          el.items = projects(first, years);
          await settled(el);
          for (let i = 0; i < 3; i++) await nextFrame();
          await settled(el);
          const labels = queryAll(el, '.scale span');
          expect(labels.length).to.be.above(0);
          const em = Number.parseFloat(getComputedStyle(labels[0]!).fontSize);
          const boxes = labels.map(boxOf);
          const edge = el.getBoundingClientRect();
          for (const [i, box] of boxes.entries()) {
            const about = `${labels[i]!.textContent} of ${first}, ${years} years, ${width} px`;
            expect(box.left, about).to.be.at.least(edge.left);
            expect(box.right, about).to.be.at.most(edge.right);
            const next = boxes[i + 1];
            if (next) expect(next.left - box.right, about).to.be.at.least(em * 0.98);
          }
        },
      ),
      // The year in which days are counted from 0.
      {numRuns: isComplete ? 80 : 40, examples: [[1970, 1, 200]]},
    );
  });
});
