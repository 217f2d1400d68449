// List of one JSON document with many records: tasks of the main thread until all is shown. Reading the text of the
// document is part of them.

import {BASE} from '../conditions.mjs';
import {untilQuiet, watchPage} from '../observe.mjs';

const measures = {
  'longest task': 'ms',
  blocked: 'ms',
  'rows painted': 'ms',
  'main thread': 'ms',
};

/** Runs in the page: resolves with the time at which the first rows are painted. */
const rowsPainted = async () => {
  const widget = document.querySelector('spass-resource-list');
  await customElements.whenDefined(widget.localName);
  while (!widget.shadowRoot?.querySelector('.row')) await new Promise(requestAnimationFrame);
  await new Promise(resolve => setTimeout(resolve));
  return performance.now();
};

const contestant = {
  name: 'spass-resource-list',
  run: lab =>
    lab.visit(
      'list/document.html',
      async bench => {
        const painted = await bench.page.evaluate(rowsPainted);
        await bench.page.evaluate(untilQuiet);
        const {longestTask, blocked} = await bench.page.evaluate(() => globalThis.seen);
        return {
          'longest task': longestTask,
          blocked,
          'rows painted': painted,
          'main thread': await bench.mainThread(),
        };
      },
      {prepare: page => page.addInitScript(watchPage)},
    ),
};

export default {
  name: 'document',
  measures,
  contests: () => [{name: `${BASE.toLocaleString('en')}, list`, contestants: [contestant]}],
};
