import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/portal.js';
import type {WidgetHost} from '../../src/elements/base/widget-view.js';
import {registryOf} from '../../src/elements/parts/funding/funding-registry.js';

describe('the registry of funding statements', () => {
  it('updates only widgets whose statements change', async () => {
    const portal = await fixture(
      html`<spass-portal><i id="a"></i><i id="b"></i><i id="c"></i></spass-portal>`,
    );
    const updates: string[] = [];
    const widgets = [...portal.querySelectorAll('i')].map(
      element =>
        Object.assign(element, {
          requestUpdate: () => updates.push(element.id),
        }) as unknown as WidgetHost,
    );
    const [a, b, c] = widgets as [WidgetHost, WidgetHost, WidgetHost];
    const registry = registryOf(a);
    const claim = (widget: WidgetHost, ...keys: string[]) => [
      ...registry.claim(widget, {keys, isPreferred: false, isDisplayed: true}),
    ];
    expect(claim(b, 'eu', 'region')).to.deep.equal(['eu', 'region']);
    expect(claim(c, 'eu')).to.deep.equal([]);
    expect(updates).to.deep.equal([]);
    expect(claim(a, 'eu')).to.deep.equal(['eu']);
    expect(updates).to.deep.equal(['b']);
    expect(claim(b, 'eu', 'region')).to.deep.equal(['region']);
    registry.release(a);
    expect(updates).to.deep.equal(['b', 'b']);
  });

  it('has each statement once on a page whose widgets are in no portal', async () => {
    const page = await fixture(html`<div><i></i><i></i></div>`);
    const [a, b] = [...page.querySelectorAll('i')].map(
      element => Object.assign(element, {requestUpdate() {}}) as unknown as WidgetHost,
    ) as [WidgetHost, WidgetHost];
    const claim = (widget: WidgetHost) => [
      ...registryOf(widget).claim(widget, {keys: ['eu'], isPreferred: false, isDisplayed: true}),
    ];
    expect([claim(a), claim(b)]).to.deep.equal([['eu'], []]);
    for (const widget of [a, b]) registryOf(widget).release(widget);
  });
});
