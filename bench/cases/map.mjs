// Points on a map: until they are seen, one step of zoom, a drag. Each contestant's page is in pages/map/.

const measures = {
  painted: 'ms',
  'main thread until quiet': 'ms',
  blocked: 'ms',
  'zoom step, main thread': 'ms',
  'zoom step, worst painted': 'ms',
  'drag, frame p95': 'ms',
  'drag, worst frame': 'ms',
  'drag, main thread': 'ms',
  heap: 'MB',
  'elements in the page': '',
};

/** In from the whole and back out, then in again at another speed: the same for all. */
const STEPS = [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, -1, -1];

const zooming = async bench => {
  let worst = 0;
  const before = await bench.mainThread();
  for (const step of STEPS)
    worst = Math.max(worst, await bench.page.evaluate(by => contest.zoom(by), step));
  const busy = (await bench.mainThread()) - before;
  return {'zoom step, main thread': busy / STEPS.length, 'zoom step, worst painted': worst};
};

/** A drag of 480 pixels there and back, a move a frame. */
const dragging = async bench => {
  const {page} = bench;
  const {x, y} = await page.evaluate(() => contest.handle());
  await page.mouse.move(x, y);
  await page.mouse.down();
  const before = await bench.mainThread();
  await page.evaluate(() => contest.startFrames());
  for (let i = 1; i <= 60; i++) {
    await page.mouse.move(x + 8 * (i <= 30 ? i : 60 - i), y + 2 * (i <= 30 ? i : 60 - i));
    await page.evaluate(() => contest.nextFrame());
  }
  const frames = await page.evaluate(() => contest.stopFrames());
  const busy = (await bench.mainThread()) - before;
  await page.mouse.up();
  frames.sort((a, b) => a - b);
  return {
    'drag, frame p95': frames[Math.floor(frames.length * 0.95)],
    'drag, worst frame': frames.at(-1),
    'drag, main thread': busy,
  };
};

const contestant = (name, page, count) => ({
  name,
  run: lab =>
    lab.visit(`map/${page}`, async bench => {
      await bench.page.evaluate(n => contest.prepare(n), count);
      const heapBefore = await bench.heap();
      const busyBefore = await bench.mainThread();
      const {painted, blocked} = await bench.page.evaluate(() => contest.show());
      const busy = (await bench.mainThread()) - busyBefore;
      const heap = ((await bench.heap()) - heapBefore) / 1024 / 1024;
      const elements = await bench.page.evaluate(() => contest.elements());
      return {
        painted,
        blocked,
        heap,
        'main thread until quiet': busy,
        'elements in the page': elements,
        ...(await zooming(bench)),
        ...(await dragging(bench)),
      };
    }),
});

const contest = count => ({
  name: count.toLocaleString('en'),
  contestants: [
    contestant('spass-project-map', 'spass.html', count),
    contestant('leaflet + supercluster', 'supercluster.html', count),
    contestant('leaflet.markercluster', 'markercluster.html', count),
    contestant('leaflet.markercluster, chunked', 'markercluster.html?chunked', count),
    contestant('maplibre-gl', 'maplibre.html', count),
  ],
});

export default {
  name: 'map',
  measures,
  contests: quick => (quick ? [44_480] : [1_000, 10_000, 44_480, 200_000]).map(contest),
};
