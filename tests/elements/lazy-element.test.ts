import {expect} from '@open-wc/testing';
import {defineLazyElement, type ElementClass} from '../../src/embed/lazy-element.js';
import {LAZY_ATTRIBUTES, LAZY_TAGS} from '../../src/embed/lazy-tags.js';
import {DataWidget} from '../../src/elements/base/data-widget.js';
import {FallbackContent} from '../../src/embed/fallback-content.js';
import {createFallbackWidget} from '../../src/embed/fallback-widget.js';
import * as classes from '../../src/index.js';
import '../../src/define/resource-list.js';
import {SpassResourceList} from '../../src/index.js';
import {queryAll, queryTexts} from '../support/widget-fixture.js';

interface Widget extends HTMLElement {
  items?: readonly unknown[];
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

const guide = {id: 1, title: 'Guide', url: 'https://example.org/1'};
const atlas = {id: 2, title: 'Atlas', url: 'https://example.org/2'};

let count = 0;

/** Creates a unique tag for a test, with a class that loads or fails on request. */
function createLazyTag(): {tag: string; come(Class: ElementClass): void; fail(): void} {
  const tag = `x-late-${String(++count)}`;
  let come: (Class: ElementClass) => void = () => undefined;
  let refuse: (reason: Error) => void = () => undefined;
  const coming = new Promise<ElementClass>((resolve, reject) => {
    come = resolve;
    refuse = reject;
  });
  defineLazyElement(
    tag,
    [...DataWidget.observedAttributes, ...LAZY_ATTRIBUTES],
    () => coming,
    () => createFallbackWidget('resources'),
  );
  return {tag, come, fail: () => refuse(new Error('no such part'))};
}

const addElement = (tag: string): Widget => {
  const element = document.createElement(tag) as Widget;
  document.body.append(element);
  return element;
};

describe('a lazy element', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('body > *')) {
      if (element.localName.startsWith('x-late-')) element.remove();
    }
  });

  it('observes every attribute of its class', () => {
    const own = Object.keys(LAZY_TAGS).flatMap(noun => {
      const name = `spass-${noun}`.replace(/(?:^|-)(\w)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      return (classes as unknown as Record<string, ElementClass>)[name]!.observedAttributes;
    });
    const common = DataWidget.observedAttributes;
    expect([...new Set(own)].filter(name => !common.includes(name)).sort()).to.deep.equal(
      LAZY_ATTRIBUTES,
    );
  });

  it('keeps properties set before its class was loaded', async () => {
    const {tag, come} = createLazyTag();
    const list = addElement(tag);
    list.items = [guide, atlas];
    list.setAttribute('limit', '1');
    come(SpassResourceList);
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
    expect(list).to.be.instanceOf(SpassResourceList);
  });

  it('follows its attributes afterwards', async () => {
    const {tag, come} = createLazyTag();
    const list = addElement(tag);
    list.items = [guide, atlas];
    come(SpassResourceList);
    await list.loadComplete;
    list.setAttribute('q', 'atlas');
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]')).to.deep.equal(['Atlas']);
    list.removeAttribute('q');
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]').length).to.equal(2);
  });

  it('is the same after it was removed and added again', async () => {
    const {tag, come} = createLazyTag();
    const list = addElement(tag);
    list.items = [guide];
    come(SpassResourceList);
    await list.loadComplete;
    list.remove();
    document.body.append(list);
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
  });

  it('can be removed before its class is loaded', async () => {
    const {tag, come} = createLazyTag();
    const list = addElement(tag);
    list.items = [guide];
    list.remove();
    come(SpassResourceList);
    await list.loadComplete;
    expect(queryAll(list, 'a').length).to.equal(0);
    document.body.append(list);
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
  });

  it('shows the links of its records if its class cannot be loaded', async () => {
    const {tag, fail} = createLazyTag();
    const list = addElement(tag);
    list.items = [guide, atlas];
    fail();
    await list.loadComplete;
    expect(queryTexts(list, 'a[part~=link]')).to.deep.equal(['Guide', 'Atlas']);
    await expect(list).to.be.accessible();
  });

  it('keeps the page’s own content if the class of a content widget cannot be loaded', async () => {
    let refuse = (): void => undefined;
    const coming = new Promise<ElementClass>(
      (_, reject) => (refuse = () => reject(new Error('no'))),
    );
    const load = () => coming;
    defineLazyElement('x-late-content', ['mode'], load, () => FallbackContent);
    const compare = addElement('x-late-content');
    compare.innerHTML = '<img alt="Un terril"><img alt="Un étang">';
    refuse();
    await compare.loadComplete;
    await compare.reload();
    expect(compare.shadowRoot).to.equal(null);
    expect([...compare.children].every(image => image.checkVisibility())).to.equal(true);
  });

  it('keeps the page’s own content in a widget with records too', async () => {
    const {tag, fail} = createLazyTag();
    const story = addElement(tag);
    story.items = [guide];
    story.innerHTML = '<section>Le canal</section>';
    fail();
    await story.loadComplete;
    expect(story.firstElementChild?.checkVisibility()).to.equal(true);
    expect(queryAll(story, 'a').length).to.equal(0);
  });

  it('upgrades each element to its own class, in any order of loading', async () => {
    const {tag, come} = createLazyTag();
    const [first, second] = [addElement(tag), addElement(tag)];
    first.items = [guide];
    second.items = [atlas];
    come(SpassResourceList);
    await Promise.all([first.loadComplete, second.loadComplete]);
    expect(queryTexts(first, 'a[part~=link]')).to.deep.equal(['Guide']);
    expect(queryTexts(second, 'a[part~=link]')).to.deep.equal(['Atlas']);
  });
});
