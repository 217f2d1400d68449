// Twenty linked widgets on one page: number of requests, time until all are painted, and response to a selection.
import {LINES} from '../lab.mjs';

const measures = {
  'API calls': '',
  'distinct queries': '',
  'all painted': 'ms',
  'main thread': 'ms',
  'interaction to next paint': 'ms',
  nodes: '',
};

/** Runs before the scripts of the page: records the duration of each interaction until the next frame. */
const watch = () => {
  globalThis.longest = 0;
  new PerformanceObserver(list => {
    for (const {interactionId, duration} of list.getEntries())
      if (interactionId) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({type: 'event', durationThreshold: 16, buffered: true});
};

/** Runs in the page: resolves with the time at which all requested data are painted. */
const allPainted = async () => {
  const widgets = [...document.querySelectorAll('spass-portal > *')];
  await Promise.all(widgets.map(({localName}) => customElements.whenDefined(localName)));
  await Promise.all(widgets.map(widget => widget.loadComplete));
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  return {count: widgets.length, painted: performance.now()};
};

const nodesIn = () => {
  const count = root =>
    [...root.querySelectorAll('*')].reduce(
      (sum, {shadowRoot}) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
      0,
    );
  return count(document);
};

const contestant = (name, api, line) => ({
  name,
  async run(lab) {
    const calls = [];
    return lab.visit(
      `twenty/spass.html?api=${api}`,
      async bench => {
        const {page} = bench;
        const {count, painted} = await page.evaluate(allPainted);
        if (count !== 20) throw new Error(`${count} widgets`);
        const asked = [...calls];
        const busy = await bench.mainThread();
        const nodes = await page.evaluate(nodesIn);
        for (const family of ['acteur', 'theme', 'projet', 'theme']) {
          await page.locator(`spass-family-filter .toggle.${family}`).click();
          await page.evaluate(allPainted);
        }
        const longest = await page.evaluate(() => globalThis.longest);
        return {
          'API calls': asked.length,
          'distinct queries': new Set(asked).size,
          'all painted': painted,
          'main thread': busy,
          'interaction to next paint': longest,
          nodes,
        };
      },
      {
        line,
        prepare: async page => {
          await page.addInitScript(watch);
          page.on('request', request => {
            const {pathname} = new URL(request.url());
            if (/^\/(?:data|api)\//.test(pathname)) calls.push(request.url());
          });
        },
      },
    );
  },
});

/** Without peers: none shows as much on one page. */
const contest = (name, api, line) => ({
  name,
  contestants: [contestant('spass-widgets', api, line)],
});

const [SLOW] = Object.keys(LINES);

export default {
  name: 'twenty widgets',
  measures,
  contests: quick => [
    contest('one document', '/data/whole.json'),
    contest('a server', '/api'),
    ...(quick
      ? []
      : [
          contest(`one document, ${SLOW}`, '/data/whole.json', SLOW),
          contest(`a server, ${SLOW}`, '/api', SLOW),
        ]),
  ],
};
