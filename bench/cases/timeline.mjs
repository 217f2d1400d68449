// Bars on a time axis: time from the loaded data until they are painted. pages/timeline/.

const measures = {
  painted: 'ms',
  'main thread until quiet': 'ms',
  blocked: 'ms',
  'nodes in the page': '',
  'elements in the page': '',
};

const contestant = (name, page, count) => ({
  name,
  run: lab =>
    lab.visit(`timeline/${page}`, async bench => {
      await bench.page.waitForFunction(() => globalThis.contest);
      await bench.page.evaluate(n => contest.prepare(n), count);
      const busyBefore = await bench.mainThread();
      const {painted, blocked} = await bench.page.evaluate(() => contest.show());
      const busy = (await bench.mainThread()) - busyBefore;
      const {nodes, elements} = await bench.page.evaluate(() => contest.nodes());
      return {
        painted,
        blocked,
        'main thread until quiet': busy,
        'nodes in the page': nodes,
        'elements in the page': elements,
      };
    }),
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

export default {
  name: 'timeline',
  measures,
  growth: 'painted',
  contests: quick => (quick ? [600] : [30, 120, 600, 1_200]).map(contest),
};
