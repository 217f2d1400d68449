import {setViewport} from '@web/test-runner-commands';
import {HOSTILE_TEXTS} from '../../support/hostile-values.js';
import {expectReadableWith} from '../../support/readable.js';
import {DATA_ELEMENTS} from '../../support/widgets.js';

describe('a widget at 320 px keeps the page its width and its sentences', () => {
  before(() => setViewport({width: 320, height: 640}));
  after(() => setViewport({width: 1280, height: 900}));

  for (const widget of DATA_ELEMENTS)
    for (const [description, values] of Object.entries(HOSTILE_TEXTS))
      it(`<${widget.tag}> with ${description}`, () => expectReadableWith(widget, values)).timeout(
        30_000,
      );
});

describe('a widget at 1280 px keeps the page its width', () => {
  for (const widget of DATA_ELEMENTS)
    it(`<${widget.tag}> with texts without a break`, () =>
      expectReadableWith(widget, HOSTILE_TEXTS['texts without a break']!));
});
