import {expect, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {FilterChangeEvent} from '../../../src/events/events.js';
import {startScrollAnchoring} from '../../../src/elements/parts/scroll-anchoring.js';
import {longRecords} from '../../support/project-sheet.js';
import {createServer, ELEMENTS, renderWidget} from '../../support/widgets.js';

/** Every element; the project also as a poster, whose texts are fitted to its page. */
const CASES = [
  ...ELEMENTS.map(widget => ({name: widget.tag, widget, options: {}})),
  ...ELEMENTS.filter(({tag}) => tag === 'spass-project').map(widget => ({
    name: 'spass-project poster',
    widget,
    options: {
      server: createServer({}, longRecords),
      attributes: {project: String(longRecords.projects[1]!.id), poster: 'a4'},
    },
  })),
];

/** Text spacing of WCAG 1.4.12. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}',
);

describe('a page that is resized after a choice, and whose text is spaced', function () {
  this.timeout(30_000);

  before(startScrollAnchoring);
  beforeEach(() => setViewport({width: 1280, height: 600}));
  after(() => setViewport({width: 800, height: 600}));

  for (const {name, widget, options} of CASES)
    it(`gets no error (ResizeObserver loop) from <${name}>`, async () => {
      const errors: string[] = [];
      const old = globalThis.onerror;
      globalThis.onerror = message => errors.push(String(message));
      try {
        const el = await renderWidget(widget, options);
        // All that is around the control in use is observed from then on.
        el.dispatchEvent(new FilterChangeEvent({}));
        for (const width of [640, 320, 1000, 1600]) {
          await setViewport({width, height: 600});
          for (let i = 0; i < 4; i++) await nextFrame();
        }
        el.shadowRoot?.adoptedStyleSheets.push(spacing);
        for (let i = 0; i < 4; i++) await nextFrame();
      } finally {
        globalThis.onerror = old;
      }
      expect(errors).to.deep.equal([]);
    });
});
