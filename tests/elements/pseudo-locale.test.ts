import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html, nothing, render} from 'lit';
import '../../src/define/all.js';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {fr} from '../../src/i18n/fr.js';

interface StoryModule {
  readonly default: {readonly args?: object; readonly render?: unknown};
  readonly Default?: {readonly args?: object; readonly render?: unknown};
}

const STORIES: Readonly<Record<string, () => Promise<unknown>>> = {
  agenda: () => import('../../stories/agenda.stories.js'),
  compare: () => import('../../stories/compare.stories.js'),
  contribute: () => import('../../stories/contribute.stories.js'),
  directory: () => import('../../stories/directory.stories.js'),
  explorer: () => import('../../stories/explorer.stories.js'),
  'family-filter': () => import('../../stories/family-filter.stories.js'),
  layer: () => import('../../stories/layer.stories.js'),
  'portal-cards': () => import('../../stories/portal-cards.stories.js'),
  portal: () => import('../../stories/portal.stories.js'),
  'programme-timeline': () => import('../../stories/programme-timeline.stories.js'),
  'project-map': () => import('../../stories/project-map.stories.js'),
  project: () => import('../../stories/project.stories.js'),
  'project-progress': () => import('../../stories/project-progress.stories.js'),
  'resource-list': () => import('../../stories/resource-list.stories.js'),
  story: () => import('../../stories/story.stories.js'),
};

/** Lengthens a sentence by almost half, in brackets and accented letters that every font has. */
const lengthenText = (text: string): string =>
  text.trim() ? `⟦${text}${' oma'.repeat(Math.ceil((text.length * 0.4) / 4))}⟧` : text;

type Sentence = string | ((...args: unknown[]) => string);

/**
 * Lengthens every French sentence: widgets read the messages when they are created. Returns a function that restores
 * them.
 */
function lengthenMessages(): () => void {
  const sections = Object.values(fr) as Record<string, Sentence>[];
  const before = sections.map(section => ({...section}));
  for (const section of sections)
    for (const [key, said] of Object.entries(section))
      section[key] =
        typeof said === 'string'
          ? lengthenText(said)
          : (...args: unknown[]) => lengthenText(said(...args));
  return () => sections.forEach((section, i) => Object.assign(section, before[i]));
}

const elementsIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap(one => [
    one,
    ...(one.shadowRoot ? elementsIn(one.shadowRoot) : []),
  ]);

/** True if an element cuts off part of its text; text for screen readers only and scrollable elements do not count. */
function isTruncated(one: HTMLElement): boolean {
  const {overflowX, overflowY, clipPath, display} = getComputedStyle(one);
  if (clipPath !== 'none' || display === 'inline' || one.clientWidth < 2) return false;
  if (![overflowX, overflowY].some(overflow => overflow === 'hidden' || overflow === 'clip'))
    return false;
  const box = one.getBoundingClientRect();
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!/[⟦⟧]/.test(node.data) || node.parentElement?.closest('.sr, .map, select, datalist'))
      continue;
    const words = document.createRange();
    words.selectNodeContents(node);
    for (const {left, right, bottom} of words.getClientRects())
      if (left < box.left - 1 || right > box.right + 1 || bottom > box.bottom + 1) return true;
  }
  return false;
}

describe('sentences 50 % longer, at 320 px', () => {
  const container = document.createElement('div');
  let restore = (): void => undefined;
  before(async () => {
    await setViewport({width: 320, height: 900});
    document.body.append(container);
    document.body.style.margin = '0';
    restore = lengthenMessages();
  });
  afterEach(() => render(nothing, container));
  after(async () => {
    restore();
    container.remove();
    document.body.style.margin = '';
    await setViewport({width: 1280, height: 900});
  });

  for (const [noun, load] of Object.entries(STORIES))
    it(`I-01 are not truncated in <spass-${noun}>, and break no layout`, async () => {
      const {default: meta, Default: story} = (await load()) as StoryModule;
      const draw = (story?.render ?? meta.render) as (args: object) => unknown;
      render(html`<div lang="fr">${draw({...meta.args, ...story?.args})}</div>`, container);
      const widgets = [...container.querySelectorAll<DataWidget>('*')].filter(
        one => 'loadComplete' in one,
      );
      for (const widget of widgets) await widget.loadComplete;
      const elements = elementsIn(container);
      const spoken = elements.some(({textContent}) => textContent.includes('⟦'));
      if (noun !== 'portal' || widgets.length > 0) expect(spoken, 'some sentence').to.equal(true);
      const cut = elements.filter(isTruncated).map(one => `${one.localName}.${one.className}`);
      expect(cut, 'cut').to.deep.equal([]);
      expect(document.documentElement.scrollWidth, 'wider than the screen').to.be.at.most(320);
    });
});

describe('a right-to-left page', () => {
  const {documentElement: page} = document;
  const place = document.createElement('div');
  before(() => {
    page.dir = 'rtl';
    document.body.append(place);
  });
  afterEach(() => render(nothing, place));
  after(async () => {
    page.removeAttribute('dir');
    place.remove();
    await setViewport({width: 1280, height: 900});
  });

  for (const [noun, load] of Object.entries(STORIES))
    it(`I-07 breaks no layout of <spass-${noun}>, on a phone and on a large screen`, async () => {
      const {default: meta, Default: story} = (await load()) as StoryModule;
      const draw = (story?.render ?? meta.render) as (args: object) => unknown;
      const errors: string[] = [];
      const hear = ({message}: ErrorEvent) => errors.push(message);
      addEventListener('error', hear);
      for (const width of [320, 1280]) {
        await setViewport({width, height: 900});
        render(html`<div lang="fr">${draw({...meta.args, ...story?.args})}</div>`, place);
        for (const widget of place.querySelectorAll<DataWidget>('*'))
          if ('loadComplete' in widget) await widget.loadComplete;
        expect(page.scrollWidth, `at ${String(width)} px`).to.be.at.most(width);
        const outside = elementsIn(place).filter(one => {
          if (one.closest('.map, .sr, .skip') || !one.textContent.trim()) return false;
          if (!one.matches('a, button, h2, h3, h4, h5, h6, label')) return false;
          const {left, right, width: wide} = one.getBoundingClientRect();
          return wide > 1 && one.checkVisibility() && (right < 0 || left > width);
        });
        expect(outside.map(one => one.outerHTML.slice(0, 80))).to.deep.equal([]);
      }
      removeEventListener('error', hear);
      expect(errors).to.deep.equal([]);
    });
});
