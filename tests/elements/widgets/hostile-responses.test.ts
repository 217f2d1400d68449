import {stubResponses} from '../../support/fetch-stub.js';
import {setViewport} from '@web/test-runner-commands';
import {COLLECTIONS} from '../../../src/model/records.js';
import {allCollections} from '../../support/all-collections.js';
import {withSilentConsole} from '../../support/console.js';
import {expectReadable} from '../../support/readable.js';
import {DATA_ELEMENTS, renderWidget, surfaceOf} from '../../support/widgets.js';

const records: Readonly<Record<string, readonly unknown[]>> = allCollections;

describe('a widget at 320 px keeps the page its width and its sentences', () => {
  before(() => setViewport({width: 320, height: 640}));
  after(() => setViewport({width: 1280, height: 900}));

  for (const widget of DATA_ELEMENTS)
    it(`<${widget.tag}> with absurd totals, facets and notes`, () =>
      withSilentConsole(async () => {
        for (const total of [1e308, -1, 0.5, '12', null, 1e12]) {
          const api = `/absurd-${String(total)}`;
          for (const collection of COLLECTIONS)
            stubResponses.set(`${api}/${collection}`, {
              version: '1',
              total,
              items: records[collection] ?? [],
              next: 'https://elsewhere.example/2',
              facets: {
                theme: [
                  {value: 'W'.repeat(500), count: total},
                  {value: 'Eau', count: 1e308},
                ],
                family: [{value: 'theme', count: total}],
              },
              attribution: {text: 'W'.repeat(500), licence: 'L'.repeat(500), updated: '9999'},
              contact: `https://example.org/${'c'.repeat(900)}`,
            });
          const element = await renderWidget(widget, {attributes: {api}});
          await expectReadable(element);
          surfaceOf(element).remove();
        }
      })).timeout(30_000);
});
