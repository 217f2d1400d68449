// What a reader does with a map, the same for all contestants.

/** In from the whole and back out, then in again at another speed: the same for all. */
const STEPS = [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, -1, -1];

export const zooming = async bench => {
  let worst = 0;
  const before = await bench.mainThread();
  for (const step of STEPS)
    worst = Math.max(worst, await bench.page.evaluate(by => contest.zoom(by), step));
  const busy = (await bench.mainThread()) - before;
  return {'zoom step, main thread': busy / STEPS.length, 'zoom step, worst painted': worst};
};

/** A drag of 480 pixels there and back, a move a frame. */
export const dragging = async bench => {
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
