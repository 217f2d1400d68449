// Timing functions of all contestants, called by the benchmark in the page.
import {blockedUntilQuiet, countNodes, nextFrame} from '../clock.js';
import {makeRecords, viewOf} from './points.js';

/**
 * `prepare` creates the data in the format of the contestant; `show` renders them in a first view; `isDrawn` returns true if they are
 * visible; `zoom` zooms one step in or out, and `isZoomed` returns true if the step is finished.
 */
export function compete({prepare, show, isDrawn, zoom, isZoomed = () => true}) {
  let data;
  let view;
  const painted = async (act, isThere) => {
    // In a new task: the task in which the benchmark calls the page is not reported as a long task.
    await nextFrame();
    const start = performance.now();
    act();
    do await nextFrame();
    while (!isThere());
    return performance.now() - start;
  };

  let frames;
  const tick = time => {
    if (!frames) return;
    frames.push(time);
    requestAnimationFrame(tick);
  };

  globalThis.contest = {
    async prepare(count, condition) {
      view = viewOf(condition);
      // As from a response: the engine would copy strings that are put together when they are first compared.
      data = await prepare(JSON.parse(JSON.stringify(makeRecords(count, condition))));
    },
    async show() {
      const [time, blocked] = await blockedUntilQuiet(() =>
        painted(() => show(data, view), isDrawn),
      );
      return {painted: time, blocked};
    },
    async zoom(step) {
      const time = await painted(() => zoom(step), isZoomed);
      await nextFrame();
      return time;
    },
    elements: () => countNodes().elements,
    nextFrame,
    /** Returns a point of the map where a drag can start. */
    handle: () => {
      const {left, top, height} = document.getElementById('map').getBoundingClientRect();
      return {x: left + 150, y: top + height - 60};
    },
    startFrames: () => {
      frames = [];
      requestAnimationFrame(tick);
    },
    stopFrames: () => {
      const times = frames;
      frames = undefined;
      return times.slice(1).map((time, i) => time - times[i]);
    },
  };
}
