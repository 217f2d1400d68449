import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {recordWarnings} from '../../support/console.js';
import {flatDescendants} from '../../support/flat-tree.js';
import {renderWidget, WIDGETS, typical} from '../../support/widgets.js';

const LANDMARKS = '[role=region], form, nav, aside, main, search, section[aria-label]';

const landmarksOf = (el: DataWidget): string[] =>
  flatDescendants(el)
    .filter(element => element.matches(LANDMARKS))
    .map(element => element.ariaLabel ?? '');

describe('the landmarks of two widgets of a kind', () => {
  recordWarnings();
  before(() => setViewport({width: 1280, height: 900}));

  for (const widget of typical(WIDGETS))
    it(`A-19 have names of their own with <${widget.tag}>, and those that go free their names`, async () => {
      const [first, second] = [await renderWidget(widget), await renderWidget(widget)];
      const names = landmarksOf(first);
      const all = [...names, ...landmarksOf(second)];
      expect(new Set(all).size, all.join(' | ')).to.equal(all.length);
      expect(all).not.to.include('');
      first.remove();
      second.remove();
      expect(landmarksOf(await renderWidget(widget))).to.deep.equal(names);
    });
});
