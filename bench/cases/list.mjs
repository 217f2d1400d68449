// List with search and three facets over complete records: first rendering, and response to a key in the search field.
// pages/list/.

import {BASE, LIST_CONDITIONS} from '../conditions.mjs';

const measures = {
  'first draw, painted': 'ms',
  'first draw, blocked': 'ms',
  'key, handler': 'ms',
  'key, handler p95': 'ms',
  'key, painted': 'ms',
  'key, painted p95': 'ms',
  heap: 'MB',
  'nodes in the page': '',
};

const at = (values, part) => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)];

const contestant = (name, page, count, condition) => ({
  name,
  run: lab =>
    lab.visit(
      `list/${page}`,
      async bench => {
        await bench.page.waitForFunction(() => globalThis.contest);
        await bench.page.evaluate(args => contest.prepare(...args), [count, condition]);
        const heapBefore = await bench.heap();
        const {painted, blocked} = await bench.page.evaluate(() => contest.show());
        const keys = await bench.page.evaluate(() => contest.type());
        const heap = ((await bench.heap()) - heapBefore) / 1024 / 1024;
        const handled = keys.map(key => key.handled);
        const shown = keys.map(key => key.painted);
        return {
          'first draw, painted': painted,
          'first draw, blocked': blocked,
          'key, handler': at(handled, 0.5),
          'key, handler p95': at(handled, 0.95),
          'key, painted': at(shown, 0.5),
          'key, painted p95': at(shown, 0.95),
          heap,
          'nodes in the page': await bench.page.evaluate(() => contest.nodes()),
        };
      },
      {condition},
    ),
});

const contest = count => ({
  name: count.toLocaleString('en'),
  size: count,
  contestants: [
    contestant('spass-resource-list', 'spass.html', count),
    contestant('folded once, then includes', 'folded.html', count),
    contestant('minisearch', 'minisearch.html', count),
    contestant('list.js', 'listjs.html', count),
  ],
});

/** Conditions are compared with the quickest list. */
const conditionContest = ([name, condition]) => ({
  name: `${BASE.toLocaleString('en')}, ${name}`,
  runs: 3,
  contestants: [
    contestant('spass-resource-list', 'spass.html', BASE, condition),
    contestant('folded once, then includes', 'folded.html', BASE, condition),
  ],
});

export default {
  name: 'list',
  measures,
  growth: 'key, handler',
  contests: quick =>
    quick
      ? [contest(10_000)]
      : [
          ...[1_000, 3_000, 10_000, BASE].map(contest),
          ...Object.entries(LIST_CONDITIONS).map(conditionContest),
        ],
};
