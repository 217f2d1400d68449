// Time from the navigation until the last of twelve cards is painted: pages/cards/.
import {LINES} from '../lab.mjs';

const measures = {
  'last card painted': 'ms',
  'largest contentful paint': 'ms',
  'layout shift': '',
};

/** Runs before the scripts of the page: checks in every frame if all cards are present. */
const watch = () => {
  const seen = {painted: undefined, largest: undefined, shift: 0};
  globalThis.seen = seen;
  const cardsIn = () => {
    const widget = document.querySelector('spass-portal-cards');
    return widget
      ? (widget.shadowRoot?.querySelectorAll('.cards > li').length ?? 0)
      : document.querySelectorAll('#cards li, .cards li').length;
  };
  const look = () => {
    if (cardsIn() < 12) {
      requestAnimationFrame(look);
      return;
    }
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => (seen.painted = performance.now());
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
  const observe = (type, each) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
    });
  observe('largest-contentful-paint', ({startTime}) => (seen.largest = startTime));
  observe('layout-shift', ({value}) => (seen.shift += value));
};

/** Delay for resources that load after the last card, such as pictures and languages, in milliseconds. */
const REST = 1000;

/** Pages already visited: the server compresses files at the first request. */
const packed = new Set();

const contestant = (name, path, line) => ({
  name,
  async run(lab) {
    if (!packed.has(path))
      await lab.visit(`cards/${path}`, ({page}) => page.waitForLoadState('networkidle'));
    packed.add(path);
    return lab.visit(
      `cards/${path}`,
      async ({page}) => {
        await page.waitForFunction(() => globalThis.seen.painted !== undefined);
        await page.waitForTimeout(REST);
        await page.waitForFunction(() => globalThis.seen.largest !== undefined);
        const {painted, largest, shift} = await page.evaluate(() => globalThis.seen);
        return {
          'last card painted': painted,
          'largest contentful paint': largest,
          'layout shift': shift,
        };
      },
      {line, prepare: page => page.addInitScript(watch)},
    );
  },
});

const contest = (name, line) => ({
  name: `12, ${name}`,
  contestants: [
    contestant('spass-portal-cards', 'spass.html', line),
    contestant('static HTML', 'static.html', line),
    contestant('fetch + DOM, 1 kB', 'fetch.html', line),
    contestant('a least Lit element', 'lit.html', line),
    contestant('instantsearch.js, bundled', 'instantsearch.html', line),
    contestant('instantsearch.js, its CDN file', 'instantsearch-cdn.html', line),
  ],
});

/** The data of another site, requested before the script has arrived. */
const preloadContest = line => ({
  name: `12, preloaded, ${line}`,
  contestants: [
    contestant('spass-portal-cards', 'preload.html', line),
    contestant('a least Lit element', 'lit.html', line),
    contestant('the same without preload', 'spass.html', line),
  ],
});

/** The same cards as HTML: from `spass-widgets prerender`, with its script and without. */
const fragmentContest = (name, line) => ({
  name: `12, prerendered fragment, ${name}`,
  contestants: [
    contestant('spass-portal-cards', 'fragment.html', line),
    contestant('static HTML', 'static.html', line),
    contestant('the same with --base', 'fragment-link.html', line),
  ],
});

export default {
  name: 'cards',
  measures,
  contests: quick => {
    const [slow, ...slower] = Object.keys(LINES).map(line => [
      contest(line, line),
      preloadContest(line),
      fragmentContest(line, line),
    ]);
    const whole = [contest('as it is'), fragmentContest('as it is'), ...slow, ...slower.flat()];
    return quick ? slow : whole;
  },
};
