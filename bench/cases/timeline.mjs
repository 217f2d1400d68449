// Bars on a time axis: time from the loaded data until they are painted. pages/timeline/.

import {TIMELINE_CONDITIONS} from '../conditions.mjs';

const measures = {
  painted: 'ms',
  'main thread until quiet': 'ms',
  blocked: 'ms',
  'nodes in the page': '',
  'elements in the page': '',
  'nodes a bar': '',
};

/** @param prepare Returns what the page prepares. Default: the number of bars. */
const contestant = (name, page, count, condition, prepare = () => count) => ({
  name,
  async run(lab) {
    const given = await prepare(lab);
    return lab.visit(
      `timeline/${page}`,
      async bench => {
        await bench.page.waitForFunction(() => globalThis.contest);
        await bench.page.evaluate(value => contest.prepare(value), given);
        const busyBefore = await bench.mainThread();
        const {painted, blocked} = await bench.page.evaluate(() => contest.show());
        const busy = (await bench.mainThread()) - busyBefore;
        const {nodes, elements} = await bench.page.evaluate(() => contest.nodes());
        const bars = await bench.page.evaluate(() => contest.bars());
        return {
          painted,
          blocked,
          'main thread until quiet': busy,
          'nodes in the page': nodes,
          'elements in the page': elements,
          'nodes a bar': nodes / bars,
        };
      },
      {condition},
    );
  },
});

/** Returns the HTML that our timeline draws, without the markers of its templates, and its style sheets. */
const drawnHtml = count => lab =>
  lab.visit('timeline/spass.html', async ({page}) => {
    await page.waitForFunction(() => globalThis.contest);
    await page.evaluate(n => contest.prepare(n), count);
    await page.evaluate(() => contest.show());
    return page.evaluate(() => {
      const {shadowRoot} = document.querySelector('spass-programme-timeline');
      const textOf = sheet => [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
      return {
        html: shadowRoot.innerHTML.replace(/<!--.*?-->/g, ''),
        styles: shadowRoot.adoptedStyleSheets.map(textOf),
      };
    });
  });

/** The same HTML without our scripts, with and without its styles: a floor for what draws it. */
const drawn = count => [
  contestant('its HTML and styles alone', 'drawn.html', count, undefined, drawnHtml(count)),
  contestant('its HTML alone', 'drawn.html', count, undefined, async lab => ({
    ...(await drawnHtml(count)(lab)),
    styles: [],
  })),
];

const contest = count => ({
  name: `${count} bars`,
  size: count,
  contestants: [
    contestant('spass-programme-timeline', 'spass.html', count),
    ...drawn(count),
    contestant('plain HTML bars', 'plain.html', count),
    contestant('vis-timeline', 'vis.html', count),
    contestant('TimelineJS3', 'timelinejs.html', count),
  ],
});

/** Conditions are compared with the only other timeline whose bars a reader can move through. */
const conditionContest = (count, [name, condition]) => ({
  name: `${count} bars, ${name}`,
  runs: 3,
  contestants: [
    contestant('spass-programme-timeline', 'spass.html', count, condition),
    contestant('vis-timeline', 'vis.html', count, condition),
  ],
});

export default {
  name: 'timeline',
  measures,
  growth: 'painted',
  contests: quick =>
    quick
      ? [contest(586)]
      : [
          ...[30, 120, 586, 1_200].map(contest),
          ...[30, 586].flatMap(count =>
            Object.entries(TIMELINE_CONDITIONS).map(entry => conditionContest(count, entry)),
          ),
        ],
};
