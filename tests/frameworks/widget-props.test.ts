import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {widgetProps} from '../../src/frameworks/widget-props.js';

type Connect = (element: EventTarget) => () => void;

/** Stand-in for an element: React calls the ref with it, after hydration as after rendering. */
const createElement = () => Object.assign(new EventTarget(), {items: undefined as unknown});
const connect = (props: Readonly<Record<string, unknown>>, element: EventTarget): (() => void) =>
  (props['ref'] as Connect)(element);

describe('props for React that hydration applies too', () => {
  it('writes texts, numbers and booleans as attributes, so that the HTML of a server has them', () => {
    const {ref, ...passed} = widgetProps('spass-resource-list', {
      facets: 'theme',
      headingLevel: 2,
      showPublisher: true,
      'sync-url': '',
    });
    assert.equal(typeof ref, 'function');
    assert.deepEqual(passed, {
      facets: 'theme',
      'heading-level': 2,
      'show-publisher': true,
      'sync-url': '',
    });
  });

  it('leaves to React what React handles on every element', () => {
    const onClick = () => undefined;
    const given = {className: 'a', style: {color: 'red'}, tabIndex: 0, 'aria-label': 'b', onClick};
    const {ref, ...passed} = widgetProps('spass-agenda', given);
    assert.equal(typeof ref, 'function');
    assert.deepEqual(passed, given);
  });

  it('sets objects, lists and missing values as properties, never as attributes', () => {
    const element = createElement();
    const items = [{id: 1}];
    const props = widgetProps('spass-agenda', {items, now: undefined});
    assert.deepEqual(Object.keys(props), ['ref']);
    connect(props, element);
    assert.equal(element.items, items);
    connect(widgetProps('spass-agenda', {items: undefined}), element);
    assert.equal(element.items, undefined);
  });

  it('calls the handler of the last rendering, and none after the element is gone', () => {
    const element = createElement();
    const heard: string[] = [];
    const render = (name: string) =>
      connect(widgetProps('spass-agenda', {'onspass-load': () => heard.push(name)}), element);
    const disconnectFirst = render('first');
    disconnectFirst();
    const disconnectSecond = render('second');
    element.dispatchEvent(new Event('spass-load'));
    disconnectSecond();
    element.dispatchEvent(new Event('spass-load'));
    assert.deepEqual(heard, ['second']);
  });

  it('passes the element to refs of all kinds, and clears them', () => {
    const element = createElement();
    const object = {current: null as unknown};
    const disconnect = connect(widgetProps('spass-agenda', {ref: object}), element);
    assert.equal(object.current, element);
    disconnect();
    assert.equal(object.current, null);

    const seen: unknown[] = [];
    connect(widgetProps('spass-agenda', {ref: (one: unknown) => void seen.push(one)}), element)();
    assert.deepEqual(seen, [element, null]);

    const ends: string[] = [];
    const withCleanup = () => () => void ends.push('end');
    connect(widgetProps('spass-agenda', {ref: withCleanup}), element)();
    assert.deepEqual(ends, ['end']);
  });
});
