import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CollectionName} from '../../src/model/records.js';
import {isComplete, sample} from '../support/test-scope.js';
import {FIND_TEXT_FAULTS} from '../support/text-overlaps.js';
import {PICTURE, PICTURE_PATH, wholeRecords} from '../support/whole-records.js';
import {openPage, pageWith} from './browser-fixture.js';
import {useSite} from './use-site.js';

/** Widgets and the collection whose records have few fields. */
const WIDGETS: readonly (readonly [noun: string, attributes: string, CollectionName])[] = [
  ['project', 'project="record"', 'projects'],
  ['project-progress', 'project="record"', 'projects'],
  ['project-map', '', 'projects'],
  ['programme-timeline', '', 'projects'],
  ['programme-timeline', '', 'programmes'],
  ['portal-cards', '', 'portals'],
  ['portal-cards', 'layout="list"', 'portals'],
  ['portal-cards', 'layout="une"', 'portals'],
  ['resource-list', 'facets="type,theme"', 'resources'],
  ['resource-list', 'record="record" detail="inline"', 'resources'],
  ['agenda', '', 'events'],
  ['directory', '', 'organisations'],
  ['story', '', 'stories'],
  ['contribute', 'controller="Ville" contact="mairie@example.org"', 'contributions'],
];

/** Widths of the widget in pixels: on a phone, beside a column, on a page. */
const WIDTHS = isComplete ? [320, 480, 760, 1000, 1280] : [360, 1000];

/** Number of widgets in a page. */
const PAGE_SIZE = 60;

/** Fields without which a record is invalid, by collection. */
const REQUIRED: Readonly<Partial<Record<CollectionName, string>>> = {
  events: 'period',
  organisations: 'name',
  contributions: 'kind',
};

type FieldNames = readonly string[];

/** Returns choices of fields: one, two, all but one, and all. */
function choicesOf(names: FieldNames): readonly FieldNames[] {
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map(b => [a, b]));
  return [
    [],
    names,
    ...names.map(name => [name]),
    ...sample(
      names.map(name => names.filter(other => other !== name)),
      4,
    ),
    ...sample(pairs, 8),
  ];
}

describe('records with few fields', {timeout: 600_000}, () => {
  const fixture = useSite({
    '/': pageWith('<style>body { margin: 0; font-family: sans-serif }</style>'),
    [PICTURE_PATH]: {body: PICTURE, headers: {'Content-Type': 'image/svg+xml'}},
  });

  for (const [noun, attributes, collection] of WIDGETS) {
    it(`${noun} ${attributes}: no text of ${collection} is over another one`, async () => {
      const whole = wholeRecords[collection] ?? {};
      const always = ['title', REQUIRED[collection] ?? ''];
      const all = choicesOf(Object.keys(whole).filter(name => !always.includes(name)));
      const faults: string[] = [];
      for (const [turn, width] of WIDTHS.entries()) {
        // In npm test each choice has one of the widths.
        const choices = isComplete ? all : all.filter((_, index) => index % WIDTHS.length === turn);
        for (let start = 0; start < choices.length; start += PAGE_SIZE) {
          const documents = choices.slice(start, start + PAGE_SIZE).map(names => {
            const fields = [...always, ...names].flatMap(name =>
              name in whole ? [[name, whole[name]] as const] : [],
            );
            const record = {...Object.fromEntries(fields), id: 'record'};
            const programmes = [{...wholeRecords.programmes, id: 'fwvl'}];
            return [names.join(' '), {programmes, version: '1', [collection]: [record]}];
          });
          const {page} = await openPage(fixture.browser, fixture.site.url, {
            viewport: {width, height: 800},
          });
          const found = await page.evaluate(`(async () => {
            const findFaults = ${FIND_TEXT_FAULTS};
            const elements = ${JSON.stringify(documents)}.map(([name, data]) => {
              const template = document.createElement('template');
              template.innerHTML = '<spass-${noun} ${attributes}><script type="application/json"></script></spass-${noun}>';
              const element = template.content.firstElementChild;
              element.firstElementChild.textContent = JSON.stringify(data);
              document.body.append(element);
              return {name, element};
            });
            const faults = [];
            for (const {name, element} of elements) {
              element.scrollIntoView();
              await element.loadComplete;
              await element.updateComplete;
              faults.push(...findFaults(element).map(fault => name + ': ' + fault));
            }
            return faults;
          })()`);
          faults.push(...(found as string[]).map(fault => `${width} px, ${fault}`));
          await page.context().close();
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});
