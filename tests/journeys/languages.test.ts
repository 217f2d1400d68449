import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {apiResponses, pageOf, WIDGETS} from '../pages/all-widgets.js';
import {openPage, type Reply} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {partsDrawn} from '../support/page-parts.js';
import {useSite} from '../pages/use-site.js';

const LANGUAGES = ['nl', 'en', 'de'];

/** Mark at the start of every French text of the portal. */
const FRENCH_MARK = '§';

/** Fields with text written by people. Names of people, places, organisations and programmes are left as they are. */
const PROSE = new Set(['abstract', 'alt', 'description', 'intro', 'licence', 'text', 'title']);

/** Marks the texts of a record, and declares their language: French. */
function inFrench(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFrench);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      // The credit of a story is a name, whose language no field declares.
      if (name === 'credit') return [name, 'Archives municipales'];
      const text = typeof inner === 'object' && inner !== null && 'fr' in inner ? inner.fr : inner;
      return PROSE.has(name) && typeof text === 'string'
        ? [name, name === 'licence' ? `${FRENCH_MARK} ${text}` : {fr: `${FRENCH_MARK} ${text}`}]
        : [name, inFrench(inner)];
    }),
  );
}

/** Responses of a portal that is written in French only; source, licence and territory are strings. */
function frenchResponses(): Record<string, Reply> {
  const attribution = {
    text: `${FRENCH_MARK} Les services de la commune`,
    licence: `${FRENCH_MARK} Réutilisation libre, avec la source`,
    lang: 'fr',
  };
  return Object.fromEntries(
    Object.entries(apiResponses('/api')).map(([path, reply]) => {
      const {items, ...envelope} = JSON.parse(reply as string) as {items: object[]};
      const records = items.map(item => ({
        ...(inFrench(item) as object),
        ...(path === '/api/portals' && {
          languages: ['fr'],
          territory: {name: `${FRENCH_MARK} Le pays des canaux`},
        }),
        ...(path === '/api/resources' && {lang: 'fr', licence: `${FRENCH_MARK} Usage privé`}),
      }));
      return [path, JSON.stringify({...envelope, items: records, attribution})];
    }),
  );
}

/** Words that are French, and neither Dutch nor English nor German. */
const FRENCH_WORDS =
  /(?:^|[\s(«])(?:les|une|avec|pour|sur|dans|est|et|aux|leurs?|qui|ses|cette)(?=[\s,.;)]|$)|[ldnsqu]’[a-zéèêà]/i;

/** Returns the texts and labels in French that are not marked as French, and texts that mix it with another language. */
const unmarkedFrench = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([mark, words]) => {
      const isFrench = (text: string): boolean =>
        text.includes(mark!) || new RegExp(words!, 'i').test(text);
      const languageOf = (node: Node): string => {
        for (
          let at: Node | null = node;
          at;
          at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null
        )
          if (at instanceof Element && at.hasAttribute('lang')) return at.getAttribute('lang')!;
        return '';
      };
      const found: string[] = [];
      const check = (text: string, node: Node): void => {
        if (isFrench(text) && !languageOf(node).startsWith('fr'))
          found.push(`${text.trim().slice(0, 80)} (${languageOf(node)})`);
      };
      const visit = (node: Node): void => {
        if (node instanceof Text) check(node.data, node);
        if (node instanceof Element) {
          // Names of towns on a map, which have no other form in many languages: Braine-l’Alleud.
          if (node.matches('style, script, svg.towns')) return;
          for (const name of ['alt', 'aria-label', 'aria-description', 'placeholder', 'title'])
            check(node.getAttribute(name) ?? '', node);
          if (node.shadowRoot) visit(node.shadowRoot);
        }
        for (const child of node.childNodes) visit(child);
      };
      visit(document.querySelector('main')!);
      return found;
    },
    [FRENCH_MARK, FRENCH_WORDS.source],
  );

describe('a French portal in a page of another language', {timeout: 120_000}, () => {
  const fixture = useSite(frenchResponses());
  let page: Page;
  before(async () => {
    ({page} = await openPage(fixture.browser, undefined, {viewport: {width: 1280, height: 900}}));
  });

  for (const language of LANGUAGES)
    it(`A-10 ${language}: every text that stays French is marked as French, in every widget`, async () => {
      const markup = [...WIDGETS.values()].map(write =>
        write('/api')
          .replaceAll('<p>Sans script</p>', '')
          .replaceAll('alt="La ', 'alt="§ La ')
          .replace(/retention="[^"]*"/, 'retention="1 m"'),
      );
      fixture.site.responses.set(
        '/',
        pageOf(`<main>${markup.join('\n')}</main>`).replace('"fr"', `"${language}"`),
      );
      await page.goto(fixture.site.url);
      await scrollThrough(page);
      // The images of the page itself are in the language that the page declares.
      await page.evaluate(() => {
        for (const image of document.querySelectorAll('main img')) image.remove();
        for (const widget of document.querySelectorAll('spass-resource-list'))
          widget.shadowRoot!.querySelector<HTMLElement>('.opener')?.click();
      });
      await page.locator('[part=detail]').first().waitFor();
      await partsDrawn(page);
      const found = await unmarkedFrench(page);
      assert.deepEqual(found, []);
      const marked = await page.evaluate(() => {
        const seen = (root: Node): boolean =>
          [...root.childNodes].some(
            node =>
              (node instanceof Text && node.data.includes('§ Les services')) ||
              (node instanceof Element && node.shadowRoot !== null && seen(node.shadowRoot)) ||
              seen(node),
          );
        return seen(document.querySelector('main')!);
      });
      assert.ok(marked, 'the source is named');
    });
});
