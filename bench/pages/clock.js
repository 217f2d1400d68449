// The clock of contestants that are no maps.

/** Milliseconds without a long task after which a page is quiet. */
const QUIET = 500;

/** After all that is due now. */
export const nextTask = () =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

/** After the next frame has been drawn. */
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

/** Who takes longer (ms) has shown something else than was awaited. */
const TOO_LONG = 20_000;

/** From an act until the frame that shows it is done, and until it is in the page. */
export async function timed(act, isThere) {
  // In a task of its own: what the bench calls a page with is none that a page is told of.
  await nextTask();
  const start = performance.now();
  act();
  while (!isThere()) {
    // What waits for a rest or a frame must get it.
    await (performance.now() - start < 50 ? nextTask() : nextFrame());
    if (performance.now() - start > TOO_LONG) throw new Error('what was awaited never came');
  }
  const handled = performance.now() - start;
  await nextFrame();
  return {handled, painted: performance.now() - start};
}

/** The same, with what its long tasks have above 50 ms until the page is quiet. */
export async function timedUntilQuiet(act, isThere) {
  blocked = 0;
  const times = await timed(act, isThere);
  const start = performance.now();
  do await new Promise(resolve => setTimeout(resolve, 100));
  while (performance.now() - Math.max(start, lastTask) < QUIET);
  return {...times, blocked};
}

/** All that stands in the page, in shadow trees too. */
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
