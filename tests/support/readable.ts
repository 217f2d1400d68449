import {expect} from '@open-wc/testing';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {withSilentConsole} from './console.js';
import {hostileRecords, type HostileValues} from './hostile-values.js';
import {createServer, renderWidget, shown, surfaceOf, type DataCase} from './widgets.js';

/** Returns the text that a reader sees, in all shadow trees. */
function visibleText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && (node.localName === 'style' || !node.checkVisibility())) return '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...children.childNodes].map(visibleText).join(' ');
}

/** Returns the elements that are wider than the page, by their path. */
function tooWide(root: Element | ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.sr, .map')
      ? [`${element.localName}.${element.getAttribute('class') ?? ''}`]
      : []),
    ...(element.shadowRoot ? tooWide(element.shadowRoot) : []),
  ]);
}

/** Expects that a page has no wider content, and that each text makes sense. */
export async function expectReadable(element: DataWidget): Promise<void> {
  await shown(element);
  const surface = surfaceOf(element);
  const {scrollWidth, clientWidth} = document.documentElement;
  expect(scrollWidth, `width; ${tooWide(document.body).slice(0, 5).join(', ')}`).to.equal(
    clientWidth,
  );
  const text = visibleText(surface);
  expect(text.trim(), 'something to read').not.to.equal('');
  expect(text).not.to.match(/NaN|undefined|Infinity|\[object|\de\+\d|(?:\d[\s\u202f]?){25}/);
}

/** Expects that a widget is readable with hostile values in each of its records, also in their details. */
export const expectReadableWith = (widget: DataCase, values: HostileValues): Promise<void> =>
  withSilentConsole(async () => {
    const server = createServer({}, hostileRecords(values));
    const attributes = {limit: '12', detail: 'inline'};
    const element = await renderWidget(widget, {server, attributes});
    element.shadowRoot?.querySelector<HTMLElement>('.opener, .info')?.click();
    await expectReadable(element);
  });
