// Timing functions of all contestants, called by the benchmark in the page.
import {makeRecords, viewOf} from './points.js';

/** Resolves after the next frame has been painted. */
const nextFrame = () =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  });

const elementsIn = root => {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? elementsIn(element.shadowRoot) : 0);
  return count;
};

/** Time without long tasks after which a page is idle, in milliseconds. */
const QUIET = 500;

/**
 * `prepare` creates the data in the format of the contestant; `show` renders them in a first view; `isDrawn` returns true if they are
 * visible; `zoom` zooms one step in or out, and `isZoomed` returns true if the step is finished.
 */
export function compete({prepare, show, isDrawn, zoom, isZoomed = () => true}) {
  let data;
  let view;
  let blocked = 0;
  let lastTask = 0;
  new PerformanceObserver(list => {
    for (const {duration, startTime} of list.getEntries()) {
      blocked += Math.max(0, duration - 50);
      lastTask = startTime + duration;
    }
  }).observe({type: 'longtask'});

  const painted = async (act, isThere) => {
    // In a new task: the task in which the benchmark calls the page is not reported as a long task.
    await nextFrame();
    const start = performance.now();
    act();
    do await nextFrame();
    while (!isThere());
    return performance.now() - start;
  };
  const quiet = async () => {
    const start = performance.now();
    do await new Promise(resolve => setTimeout(resolve, 100));
    while (performance.now() - Math.max(start, lastTask) < QUIET);
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
      blocked = 0;
      const time = await painted(() => show(data, view), isDrawn);
      await quiet();
      return {painted: time, blocked};
    },
    async zoom(step) {
      const time = await painted(() => zoom(step), isZoomed);
      await nextFrame();
      return time;
    },
    elements: () => elementsIn(document),
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
