// Timing functions of contestants.

/** Time without long tasks after which a page is idle, in milliseconds. */
const QUIET = 500;

/** Resolves in the next macrotask. */
export const nextTask = () =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

/** Resolves after the next frame has been painted. */
export const nextFrame = () =>
  new Promise(resolve => requestAnimationFrame(() => nextTask().then(resolve)));

let blocked = 0;
let lastTask = 0;
new PerformanceObserver(list => {
  for (const {duration, startTime} of list.getEntries()) {
    blocked += Math.max(0, duration - 50);
    lastTask = startTime + duration;
  }
}).observe({type: 'longtask'});

/** Maximum waiting time, in milliseconds: after it the expected result is regarded as missing. */
const TOO_LONG = 20_000;

/** Measures the time from an action until its result is in the page, and until it is painted. */
export async function timed(act, isThere) {
  // In a new task: long tasks of the call from the benchmark are not reported to the page.
  await nextTask();
  const start = performance.now();
  act();
  while (!isThere()) {
    // Yields to debounced and frame-based work.
    await (performance.now() - start < 50 ? nextTask() : nextFrame());
    if (performance.now() - start > TOO_LONG) throw new Error('what was awaited never came');
  }
  const handled = performance.now() - start;
  await nextFrame();
  return {handled, painted: performance.now() - start};
}

/** Returns the result of an action, and the total blocking time (above 50 ms per task) until the page is idle. */
export async function blockedUntilQuiet(act) {
  blocked = 0;
  const result = await act();
  const start = performance.now();
  do await new Promise(resolve => setTimeout(resolve, 100));
  while (performance.now() - Math.max(start, lastTask) < QUIET);
  return [result, blocked];
}

/** Same as `timed`, with the total blocking time until the page is idle. */
export async function timedUntilQuiet(act, isThere) {
  const [times, blocked] = await blockedUntilQuiet(() => timed(act, isThere));
  return {...times, blocked};
}

/** Returns the number of nodes in the page, shadow trees included. */
export function countNodes(root = document) {
  const walker = document.createTreeWalker(root);
  const counts = {nodes: 0, elements: 0};
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    counts.nodes += 1;
    if (node.nodeType !== 1) continue;
    counts.elements += 1;
    if (!node.shadowRoot) continue;
    const inside = countNodes(node.shadowRoot);
    counts.nodes += inside.nodes;
    counts.elements += inside.elements;
  }
  return counts;
}
