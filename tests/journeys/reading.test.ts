import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {useSite} from '../pages/use-site.js';

/** Text spacing of WCAG 1.4.12. */
const SPACING =
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}';

/** Text of some length, whose last word is `end`. */
const textOf = (words: number, end: string): string =>
  `${'Le quai est rendu aux piétons entre l’écluse et le pont. '.repeat(words / 10)}${end}`;

const TEXTS = [
  {title: 'Court', text: 'Un mot, fincourt'},
  {title: 'Moyen', text: textOf(40, 'finmoyen')},
  {title: 'Long', text: textOf(200, 'finlong')},
  {title: 'Sans espace', text: `${'a'.repeat(900)}finsans`},
];
const ENDS = TEXTS.map(({text}) => /fin\w+$/.exec(text)![0]);

const records = (field: string, more: object = {}) =>
  TEXTS.map(({title, text}, id) => ({
    id,
    title,
    [field]: text,
    url: `https://a.example/${String(id)}`,
    ...more,
  }));

const PORTAL = JSON.stringify({
  version: '1',
  portals: records('description', {family: 'projet'}),
  resources: records('abstract', {type: 'document'}),
  events: records('description', {period: {start: '2099-05-01'}}),
});

const TAGS = ['resource-list', 'agenda'];

/** Returns the last words that are not visible, or that an element cuts off. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(ends => {
    const root = document.querySelector('main > *')!.shadowRoot!;
    const found = new Map(ends.map(end => [end, `${end}: not shown`]));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const end = ends.find(one => node.data.trimEnd().endsWith(one));
      if (!end || !node.parentElement?.checkVisibility()) continue;
      const range = document.createRange();
      range.setStart(node, node.data.trimEnd().length - end.length);
      range.setEnd(node, node.data.trimEnd().length);
      const {bottom, right, height} = range.getBoundingClientRect();
      const cutBy = [];
      for (let at: Element | null = node.parentElement; at; at = at.parentElement) {
        const box = at.getBoundingClientRect();
        const hides = getComputedStyle(at).overflow !== 'visible';
        if (hides && (bottom > box.bottom + 1 || right > box.right + 1)) cutBy.push(at.className);
      }
      if (height === 0 || cutBy.length > 0) found.set(end, `${end}: cut by ${cutBy.join()}`);
      else found.delete(end);
    }
    return [...found.values()];
  }, ENDS);

describe('the whole text of a record', {timeout: 120_000}, () => {
  const fixture = useSite({'/portal.json': PORTAL});
  let page: Page;
  before(async () => {
    ({page} = await openPage(fixture.browser));
  });

  const open = async (tag: string, width: number, css = ''): Promise<void> => {
    const body = `<main><spass-${tag} api="/portal.json"></spass-${tag}></main>`;
    fixture.site.responses.set('/', pageOf(body, `<style>${css}</style>`));
    await page.setViewportSize({width, height: width === 320 ? 256 : 900});
    await page.goto(fixture.site.url);
    await scrollThrough(page);
    if (css.startsWith('*'))
      await page.evaluate(text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        const root = document.querySelector('main > *')!.shadowRoot!;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }, css);
  };

  for (const tag of TAGS)
    for (const [name, width, css] of [
      ['in a wide window', 1280, ''],
      ['at 400 %', 320, ''],
      ['in text of double size', 1280, 'body {font-size: 200%}'],
      ['in spaced text', 1280, SPACING],
    ] as const)
      it(`A-06 can be read ${name} in <spass-${tag}>, by keyboard`, async () => {
        await open(tag, width, css);
        const buttons = page.getByRole('button', {name: 'Lire la suite', exact: false});
        assert.equal(await buttons.count(), 2, 'two texts are long');
        for (const button of await buttons.all()) {
          await button.focus();
          await page.keyboard.press('Enter');
          assert.equal(await button.getAttribute('aria-expanded'), 'true');
        }
        assert.deepEqual(await unreadable(page), []);
      });

  for (const tag of TAGS)
    it(`A-06 A-15 is printed in <spass-${tag}>, without the button`, async () => {
      await open(tag, 1280);
      await page.emulateMedia({media: 'print'});
      try {
        assert.deepEqual(await unreadable(page), []);
        assert.equal(await page.getByRole('button', {name: 'Lire la suite'}).count(), 0);
      } finally {
        await page.emulateMedia({media: null});
      }
    });
});
