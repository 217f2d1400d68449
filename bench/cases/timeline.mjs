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

const contestant = (name, page, count, condition) => ({
  name,
  run: lab =>
    lab.visit(
      `timeline/${page}`,
      async bench => {
        await bench.page.waitForFunction(() => globalThis.contest);
        await bench.page.evaluate(n => contest.prepare(n), count);
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
    ),
});

const contest = count => ({
  name: `${count} bars`,
  size: count,
  contestants: [
    contestant('spass-programme-timeline', 'spass.html', count),
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
