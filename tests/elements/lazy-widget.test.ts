import {expect, oneEvent} from '@open-wc/testing';
import {css, html} from 'lit';
import {DataWidget} from '../../src/elements/base/data-widget.js';
import {type ViewClass, type WidgetHost, WidgetView} from '../../src/elements/base/widget-view.js';
import {renderRecordLink} from '../../src/elements/parts/records/record-link.js';
import {renderState} from '../../src/elements/parts/states.js';
import {queryAll, queryTexts} from '../support/widget-fixture.js';

const guide = {id: 1, title: 'Guide', url: 'https://example.org/1'};
const atlas = {id: 2, title: 'Atlas', url: 'https://example.org/2'};

/** View that shows numbered links, and a count of its own. */
class LinksView extends WidgetView {
  static override readonly styles = [
    css`
      .links {
        order: 7;
      }
    `,
  ];

  readonly #records = this.host.records.load('resources', () => this.host.query);
  #clicks = 0;

  override render(): unknown {
    const handleClick = (): void => {
      this.#clicks++;
      this.host.requestUpdate();
    };
    return renderState(
      this.host,
      this.#records.state,
      ({items}) =>
        html`<button @click=${handleClick}>${this.#clicks}</button>
          <ol class="links">
            ${[...items].map(record => html`<li>${renderRecordLink(this.host, record)}</li>`)}
          </ol>`,
      () => '',
    );
  }
}

interface Widget extends HTMLElement {
  items?: readonly unknown[];
  readonly loadComplete: Promise<void>;
  readonly updateComplete: Promise<boolean>;
  reload(): Promise<void>;
}

let count = 0;

/** Defines a unique tag whose view arrives, or fails to load, on request. */
function defineLazyTag({hasFallback = true} = {}) {
  const tag = `x-lazy-${String(++count)}`;
  let loads = 0;
  let resolve: (View: ViewClass<never, WidgetView>) => void;
  let reject: (reason: Error) => void;
  let arrival: Promise<ViewClass<never, WidgetView>>;
  const expectLoad = (): void => {
    arrival = new Promise((...callbacks) => ([resolve, reject] = callbacks));
  };
  expectLoad();
  class LazyLinks extends DataWidget {
    static override loadView = () => {
      loads++;
      return arrival;
    };
    override readonly collection = 'resources';

    protected override createFallback(): WidgetView | undefined {
      return hasFallback ? super.createFallback() : undefined;
    }
  }
  customElements.define(tag, LazyLinks);
  return {
    tag,
    LazyLinks,
    arrive: (View: ViewClass<never, WidgetView> = LinksView) => resolve(View),
    fail: () => reject(new Error('no such part')),
    expectLoad,
    loads: () => loads,
  };
}

const addElement = (tag: string, parent: ParentNode = document.body): Widget => {
  const element = document.createElement(tag) as Widget;
  parent.append(element);
  return element;
};

const linkTexts = (element: Element): string[] => queryTexts(element, '.links a[part~=link]');

describe('a lazy widget', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('body > [data-lazy], body > *'))
      if (element.localName.startsWith('x-lazy-') || element.matches('[data-lazy]'))
        element.remove();
  });

  it('keeps properties and attributes set before its view is loaded', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide, atlas];
    widget.setAttribute('limit', '1');
    await widget.updateComplete;
    arrive();
    await widget.loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('keeps properties set before its tag is defined', async () => {
    const widget = Object.assign(document.createElement(`x-lazy-${String(count + 1)}`), {
      items: [guide],
    });
    document.body.append(widget);
    const {tag, arrive} = defineLazyTag();
    arrive();
    await customElements.whenDefined(tag);
    await (widget as unknown as Widget).loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('follows its attributes afterwards', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide, atlas];
    arrive();
    await widget.loadComplete;
    widget.setAttribute('q', 'atlas');
    await widget.loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Atlas']);
    widget.removeAttribute('q');
    await widget.loadComplete;
    expect(linkTexts(widget).length).to.equal(2);
  });

  it('creates the views of several elements in a task each', async () => {
    const {tag, arrive} = defineLazyTag();
    const widgets = [addElement(tag), addElement(tag), addElement(tag)] as (Widget & DataWidget)[];
    const counts: number[] = [];
    class CountedView extends LinksView {
      constructor(host: WidgetHost) {
        super(host);
        queueMicrotask(() => counts.push(widgets.filter(({view}) => view).length));
      }
    }
    await Promise.all(widgets.map(widget => widget.updateComplete));
    arrive(CountedView);
    await Promise.all(widgets.map(widget => widget.loadComplete));
    expect(counts).to.deep.equal([1, 2, 3]);
  });

  it('works in a closed shadow root', async () => {
    const {tag, arrive} = defineLazyTag();
    const outer = document.createElement('div');
    outer.dataset['lazy'] = '';
    document.body.append(outer);
    const widget = addElement(tag, outer.attachShadow({mode: 'closed'}));
    widget.items = [guide];
    arrive();
    await widget.loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('is the same after it was removed and added again', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide];
    arrive();
    await widget.loadComplete;
    widget.remove();
    document.body.append(widget);
    await widget.loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('can be removed before its view is loaded', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide];
    await widget.updateComplete;
    widget.remove();
    arrive();
    await widget.loadComplete;
    expect(queryAll(widget, 'a').length).to.equal(0);
    document.body.append(widget);
    await widget.loadComplete;
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('loads its view only when it is in a page', async () => {
    const {tag, loads} = defineLazyTag();
    const widget = document.createElement(tag) as Widget;
    await widget.loadComplete;
    expect(loads()).to.equal(0);
  });

  it('resolves loadComplete and reload when the view has rendered the records', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide];
    const order: string[] = [];
    const complete = widget.loadComplete.then(() => order.push('loadComplete'));
    const reload = widget.reload().then(() => order.push('reload'));
    await widget.updateComplete;
    order.push('arrive');
    arrive();
    await Promise.all([complete, reload]);
    expect(order[0]).to.equal('arrive');
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('dispatches spass-load with the records of the view', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide, atlas];
    setTimeout(arrive);
    const event = await oneEvent(widget, 'spass-load');
    expect((event as unknown as {total: number}).total).to.equal(2);
  });

  it('reserves its space and shows the page’s own content until then', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.innerHTML = '<p>Le canal</p>';
    widget.items = [guide];
    await widget.updateComplete;
    expect(widget.matches(':state(loading)')).to.equal(true);
    expect(widget.firstElementChild?.checkVisibility()).to.equal(true);
    arrive();
    await widget.loadComplete;
    expect(widget.matches(':state(loading)')).to.equal(false);
    expect(widget.firstElementChild?.checkVisibility()).to.equal(false);
  });

  it('adopts the styles of its view after its own', async () => {
    const {tag, arrive} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide];
    arrive();
    await widget.loadComplete;
    expect(getComputedStyle(queryAll(widget, '.links')[0]!).order).to.equal('7');
    expect(getComputedStyle(queryAll(widget, '[role=status]')[0]!).position).to.equal('absolute');
  });

  it('has its view in the first update if the code is there', async () => {
    const {tag, LazyLinks, loads} = defineLazyTag();
    LazyLinks.loadView = (() => LinksView) as never;
    const widget = addElement(tag);
    widget.items = [guide];
    await widget.updateComplete;
    expect(widget.matches(':state(loading)')).to.equal(false);
    await widget.loadComplete;
    expect(loads()).to.equal(0);
    expect(linkTexts(widget)).to.deep.equal(['Guide']);
  });

  it('loads its view on a page that replaces Promise', async () => {
    const BuiltIn = window.Promise;
    const {tag, arrive} = defineLazyTag();
    window.Promise = class extends BuiltIn<unknown> {} as PromiseConstructor;
    try {
      const widget = addElement(tag);
      widget.items = [guide];
      arrive();
      await widget.loadComplete;
      expect(linkTexts(widget)).to.deep.equal(['Guide']);
    } finally {
      window.Promise = BuiltIn;
    }
  });

  it('has its own state in each element', async () => {
    const {tag, arrive} = defineLazyTag();
    const [first, second] = [addElement(tag), addElement(tag)];
    first.items = [guide];
    second.items = [atlas];
    arrive();
    await Promise.all([first.loadComplete, second.loadComplete]);
    queryAll(first, 'button')[0]!.click();
    await first.updateComplete;
    expect(queryTexts(first, 'button')).to.deep.equal(['1']);
    expect(queryTexts(second, 'button')).to.deep.equal(['0']);
    expect(linkTexts(second)).to.deep.equal(['Atlas']);
  });

  it('shows the links of its records if its view cannot be loaded', async () => {
    const {tag, fail} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide, atlas];
    fail();
    await widget.loadComplete;
    expect(queryTexts(widget, 'a[part~=link]')).to.deep.equal(['Guide', 'Atlas']);
    expect(widget.matches(':state(loading)')).to.equal(false);
    await expect(widget).to.be.accessible();
  });

  it('tries again for a later element', async () => {
    const {tag, fail, arrive, expectLoad} = defineLazyTag();
    const first = addElement(tag);
    first.items = [guide];
    fail();
    await first.loadComplete;
    expectLoad();
    const second = addElement(tag);
    second.items = [atlas];
    arrive();
    await second.loadComplete;
    expect(linkTexts(second)).to.deep.equal(['Atlas']);
    expect(linkTexts(first)).to.deep.equal([]);
  });

  it('keeps the page’s own content if there are no records to fall back to', async () => {
    const {tag, fail} = defineLazyTag({hasFallback: false});
    const widget = addElement(tag);
    widget.innerHTML = '<img alt="Un terril"><img alt="Un étang">';
    fail();
    await widget.loadComplete;
    await widget.reload();
    expect([...widget.children].every(image => image.checkVisibility())).to.equal(true);
  });

  it('keeps the page’s own sections too', async () => {
    const {tag, fail} = defineLazyTag();
    const widget = addElement(tag);
    widget.items = [guide];
    widget.innerHTML = '<section>Le canal</section>';
    fail();
    await widget.loadComplete;
    expect(widget.firstElementChild?.checkVisibility()).to.equal(true);
    expect(queryAll(widget, 'a').length).to.equal(0);
  });
});
