import {expect} from '@open-wc/testing';
import {defineLate, type ElementClass} from '../../src/embed/late-element.js';
import {LATE_ATTRIBUTES, LATE_TAGS} from '../../src/embed/late-tags.js';
import {DataWidget} from '../../src/elements/widget.js';
import {PlainContent} from '../../src/embed/plain-content.js';
import {plainWidget} from '../../src/embed/plain-widget.js';
import * as classes from '../../src/index.js';
import {SpassResourceList} from '../../src/index.js';
import {all, texts} from '../support/element.js';

interface Widget extends HTMLElement {
  items?: readonly unknown[];
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

const guide = {id: 1, title: 'Guide', url: 'https://example.org/1'};
const atlas = {id: 2, title: 'Atlas', url: 'https://example.org/2'};

let count = 0;

/** Creates a unique tag for a test, with a class that loads or fails on request. */
function lateTag(): {tag: string; come(Class: ElementClass): void; fail(): void} {
  const tag = `x-late-${String(++count)}`;
  let come: (Class: ElementClass) => void = () => undefined;
  let refuse: (reason: Error) => void = () => undefined;
  const coming = new Promise<ElementClass>((resolve, reject) => {
    come = resolve;
    refuse = reject;
  });
  defineLate(
    tag,
    [...DataWidget.observedAttributes, ...LATE_ATTRIBUTES],
    () => coming,
    () => plainWidget('resources'),
  );
  return {tag, come, fail: () => refuse(new Error('no such part'))};
}

const put = (tag: string): Widget => {
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
    const own = Object.keys(LATE_TAGS).flatMap(noun => {
      const name = `spass-${noun}`.replace(/(?:^|-)(\w)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      return (classes as unknown as Record<string, ElementClass>)[name]!.observedAttributes;
    });
    const common = DataWidget.observedAttributes;
    expect([...new Set(own)].filter(name => !common.includes(name)).sort()).to.deep.equal(
      LATE_ATTRIBUTES,
    );
  });

  it('keeps properties set before its class was loaded', async () => {
    const {tag, come} = lateTag();
    const list = put(tag);
    list.items = [guide, atlas];
    list.setAttribute('limit', '1');
    come(SpassResourceList);
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
    expect(list).to.be.instanceOf(SpassResourceList);
  });

  it('follows its attributes afterwards', async () => {
    const {tag, come} = lateTag();
    const list = put(tag);
    list.items = [guide, atlas];
    come(SpassResourceList);
    await list.loadComplete;
    list.setAttribute('q', 'atlas');
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]')).to.deep.equal(['Atlas']);
    list.removeAttribute('q');
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]').length).to.equal(2);
  });

  it('is the same after it was removed and added again', async () => {
    const {tag, come} = lateTag();
    const list = put(tag);
    list.items = [guide];
    come(SpassResourceList);
    await list.loadComplete;
    list.remove();
    document.body.append(list);
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
  });

  it('can be removed before its class is loaded', async () => {
    const {tag, come} = lateTag();
    const list = put(tag);
    list.items = [guide];
    list.remove();
    come(SpassResourceList);
    await list.loadComplete;
    expect(all(list, 'a').length).to.equal(0);
    document.body.append(list);
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]')).to.deep.equal(['Guide']);
  });

  it('shows the links of its records if its class cannot be loaded', async () => {
    const {tag, fail} = lateTag();
    const list = put(tag);
    list.items = [guide, atlas];
    fail();
    await list.loadComplete;
    expect(texts(list, 'a[part~=link]')).to.deep.equal(['Guide', 'Atlas']);
    await expect(list).to.be.accessible();
  });

  it('keeps the page’s own content if the class of a content widget cannot be loaded', async () => {
    let refuse = (): void => undefined;
    const coming = new Promise<ElementClass>(
      (_, reject) => (refuse = () => reject(new Error('no'))),
    );
    const load = () => coming;
    defineLate('x-late-content', ['mode'], load, () => PlainContent);
    const compare = put('x-late-content');
    compare.innerHTML = '<img alt="Un terril"><img alt="Un étang">';
    refuse();
    await compare.loadComplete;
    await compare.reload();
    expect(compare.shadowRoot).to.equal(null);
    expect([...compare.children].every(image => image.checkVisibility())).to.equal(true);
  });

  it('keeps the page’s own content in a widget with records too', async () => {
    const {tag, fail} = lateTag();
    const story = put(tag);
    story.items = [guide];
    story.innerHTML = '<section>Le canal</section>';
    fail();
    await story.loadComplete;
    expect(story.firstElementChild?.checkVisibility()).to.equal(true);
    expect(all(story, 'a').length).to.equal(0);
  });

  it('upgrades each element to its own class, in any order of loading', async () => {
    const {tag, come} = lateTag();
    const [first, second] = [put(tag), put(tag)];
    first.items = [guide];
    second.items = [atlas];
    come(SpassResourceList);
    await Promise.all([first.loadComplete, second.loadComplete]);
    expect(texts(first, 'a[part~=link]')).to.deep.equal(['Guide']);
    expect(texts(second, 'a[part~=link]')).to.deep.equal(['Atlas']);
  });
});
