import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {Page} from 'playwright-core';
import {records as labels} from '../../src/i18n/fr/widgets.js';
import {showStory} from './story-gallery.js';

const WORDS = ['lavoir', 'moulin', 'halle'];

const record = fc.record({
  word: fc.constantFrom(...WORDS),
  family: fc.constantFrom('acteur', 'theme', 'projet'),
  commune: fc.constantFrom('Ors', 'Lille', 'Ypres'),
  // Some records share a place.
  geo: fc.option(
    fc.record({
      lat: fc.integer({min: 430, max: 510}).map(tenths => tenths / 10),
      lon: fc.integer({min: -10, max: 70}).map(tenths => tenths / 10),
    }),
    {freq: 4},
  ),
});

/** any records, and any search text. */
const mapListCases = fc.record({
  records: fc.array(record, {minLength: 1, maxLength: 40}),
  q: fc.constantFrom('', ...WORDS),
});

interface Shown {
  /** Number of records that the markers stand for, and names of single markers. */
  readonly countInMarkers: number;
  readonly markerNames: string[];
  readonly listed: string[];
  readonly unlocated: string[];
}

/** Passes records to a map, searches, and reads all pages of the list beside it. */
const showAndRead = (page: Page, items: readonly object[], q: string): Promise<Shown> =>
  page.evaluate(
    async ({records, words}) => {
      type Widget = HTMLElement & {
        items: unknown;
        loadComplete: Promise<void>;
        updateComplete: Promise<unknown>;
        selection: {setFilter(filter: object): void};
      };
      const map = document.querySelector<Widget>('spass-project-map');
      const root = map?.shadowRoot;
      if (!map || !root) throw new Error('there is no map');
      map.items = records;
      map.selection.setFilter(words ? {q: words} : {});
      await map.updateComplete;
      await map.loadComplete;
      await new Promise(requestAnimationFrame);
      await map.loadComplete;
      const more = (): HTMLElement | null => root.querySelector('.list ul + .button');
      for (let button = more(); button; button = more()) {
        button.click();
        await map.updateComplete;
      }
      const entry = (item: Element): string =>
        [
          item.querySelector('[part~=link], [part~=title]')?.textContent.trim(),
          item.querySelector('[part~=link]')?.getAttribute('href'),
          item.querySelector('p')?.textContent.replace(/\s+/g, ' ').trim(),
        ].join(' | ');
      const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
      const marks = all('[part=marker]').map(mark => mark.getAttribute('aria-label') ?? '');
      const clusters = all('[part=cluster]').map(({textContent}) => Number(textContent));
      return {
        countInMarkers: clusters.reduce((sum, count) => sum + count, marks.length),
        markerNames: marks,
        listed: all('.list > ul > .entry').map(entry),
        unlocated: all('.list details .entry').map(entry),
      };
    },
    {records: items, words: q},
  );

/** Shows random records on a map, `numRuns` times, and compares its list. */
export async function checkMapAndList(page: Page, numRuns: number): Promise<void> {
  await showStory(page, 'project-map', 'Empty');
  const property = fc.asyncProperty(mapListCases, async ({records, q}) => {
    const items = records.map(({word, family, commune, geo}, index) => ({
      id: index,
      title: `${word} ${String(index)}`,
      url: `https://example.org/${String(index)}`,
      family,
      commune: {name: commune},
      ...(geo ? {geo} : {}),
    }));
    const wanted = items.filter(({title}) => title.includes(q));
    // Screen readers get the family, which is drawn as a shape.
    const entryOf = ({title, url, family, commune}: (typeof items)[number]): string =>
      [title, url, `${labels[family]} ${commune.name}`].join(' | ');
    const located = wanted.filter(item => 'geo' in item);
    const shown = await showAndRead(page, items, q);
    assert.equal(shown.countInMarkers, located.length, 'as many on the map');
    assert.deepEqual([...shown.listed].sort(), located.map(entryOf).sort(), 'in the list');
    const rest = wanted.filter(item => !('geo' in item));
    assert.deepEqual([...shown.unlocated].sort(), rest.map(entryOf).sort(), 'without a place');
    const names = new Set(
      located.map(({title, family, commune}) => `${title}, ${commune.name}, ${labels[family]}`),
    );
    assert.deepEqual(
      shown.markerNames.filter(name => !names.has(name)),
      [],
      'each mark has an entry with the same title, place and family',
    );
  });
  await fc.assert(property, {numRuns, seed: 8, endOnFailure: true, includeErrorInReport: true});
}
