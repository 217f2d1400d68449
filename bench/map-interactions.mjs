// Measurements of a map, the same for all contestants.

/** Zoom steps: in from the overview and back out, then in and out by other steps. */
const STEPS = [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, -1, -1];

const measureZoom = async bench => {
  let worst = 0;
  const before = await bench.mainThread();
  for (const step of STEPS)
    worst = Math.max(worst, await bench.page.evaluate(by => contest.zoom(by), step));
  const busy = (await bench.mainThread()) - before;
  return {'zoom step, main thread': busy / STEPS.length, 'zoom step, worst painted': worst};
};

/** Drags the map by 480 pixels and back, one move per frame. */
const measureDrag = async bench => {
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

/** Units of the measurements of a map. */
export const MAP_MEASURES = {
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

/**
 * Shows records on a map, zooms and drags it.
 *
 * @param measureView Further measurements of the first view.
 */
export const measureMap = async (bench, {count, condition, measureView = () => ({})}) => {
  await bench.page.evaluate(args => contest.prepare(...args), [count, condition]);
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
    ...measureView(),
    ...(await measureZoom(bench)),
    ...(await measureDrag(bench)),
  };
};
