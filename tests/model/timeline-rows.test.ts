import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  type ProjectEntry,
  rowFilter,
  type TimelineRow,
  timelineRows,
  spansOf,
} from '../../src/elements/programme-timeline/rows.js';
import {dayNumber, daySpan} from '../../src/model/time/period.js';
import type {Project} from '../../src/model/records.js';
import {
  heritage,
  interregIv,
  interregVi,
  landscapes,
  leader,
  part,
  platform,
  portfolio,
  programmes,
  projects,
  twoSeas,
  undatedPart,
} from '../support/programmes.js';

const ids = (entries: readonly ProjectEntry[]): unknown[] => entries.map(({project}) => project.id);
const names = (rows: readonly TimelineRow[]) => rows.map(({generation}) => generation);
const flattenEntries = (entries: readonly ProjectEntry[]): ProjectEntry[] =>
  entries.flatMap(entry => [entry, ...flattenEntries(entry.parts)]);

describe('the rows of a timeline', () => {
  const {rows, unplaced} = timelineRows(programmes, projects);

  it('are generations in order, then other programmes, then other projects', () => {
    assert.deepEqual(names(rows), ['IV', 'VI', '', undefined]);
  });

  it('contain all programmes of a generation', () => {
    assert.deepEqual(
      rows.map(row => row.programmes),
      [[interregIv, twoSeas], [interregVi], [leader], []],
    );
  });

  it('contain the projects in the order of their first days', () => {
    assert.deepEqual(ids(rows[0]?.entries ?? []), [landscapes.id, heritage.id]);
    assert.deepEqual(ids(rows[3]?.entries ?? []), [platform.id]);
  });

  it('contain the parts of a portfolio below it, those without dates last', () => {
    const whole = rows[1]?.entries[0];
    assert.ok(whole);
    assert.equal(whole.project, portfolio);
    assert.deepEqual(ids(whole.parts), [part.id, undatedPart.id]);
  });

  it('place a project of any first day, that from which days are counted included', () => {
    for (const start of ['1969-12-31', '1970', '1970-01-01', '1970-01-02'])
      assert.deepEqual(timelineRows([], [{id: 1, title: 'Ors', period: {start}}]).unplaced, []);
  });

  it('leave out the projects that cannot be placed', () => {
    assert.deepEqual(
      unplaced.map(({id}) => id),
      ['ailleurs'],
    );
  });

  it('extend from the first to the last day of their programmes', () => {
    const later = {...twoSeas, id: 'later', period: {start: '2008', end: '2015'}};
    const span = timelineRows([interregIv, later], []).rows[0]?.span;
    assert.deepEqual(span, {first: dayNumber(2007, 1, 1), last: dayNumber(2015, 12, 31)});
  });

  it('sort numerals by value, and put any other generation after them', () => {
    const of = (generation: string, start?: string) => ({
      id: generation,
      generation,
      period: {start},
    });
    const given = [
      of('2028'),
      of('IX'),
      of('V'),
      of('avant', '1980'),
      of('I'),
      of('IV'),
      of(' I '),
    ];
    assert.deepEqual(names(timelineRows(given, []).rows), ['I', 'IV', 'V', 'IX', 'avant', '2028']);
  });

  it('match a programme by a number or a text id', () => {
    const {rows: both} = timelineRows([interregVi], [{...portfolio, programme: '6'}]);
    assert.deepEqual(names(both), ['VI']);
  });

  it('put a project of an unknown programme with those without one, if it has a date', () => {
    const lost = {id: 'lost', programme: 'gone', period: {start: '2001'}};
    const found = timelineRows([], [lost, {id: 'void', programme: 'gone'}]);
    assert.deepEqual(names(found.rows), [undefined]);
    assert.deepEqual(
      found.unplaced.map(({id}) => id),
      ['void'],
    );
  });

  it('put a portfolio without a programme next to its parts', () => {
    const {programme: _, ...whole} = portfolio;
    assert.deepEqual(names(timelineRows([interregVi], [whole, {...part, programme: 6}]).rows), [
      'VI',
    ]);
  });

  it('swap reversed periods', () => {
    const {rows: turned} = timelineRows([], [{id: 1, period: {start: '2014', end: '2010'}}]);
    assert.deepEqual(turned[0]?.entries[0]?.span, daySpan({start: '2010', end: '2014'}));
  });

  it('attach nested parts to the top-level portfolio, and handle circles', () => {
    const of = (id: string, parent?: string): Project => ({id, parent, period: {start: '2000'}});
    const chain = timelineRows([], [of('c', 'b'), of('b', 'a'), of('a')]).rows[0]?.entries ?? [];
    assert.deepEqual(ids(chain), ['a']);
    assert.deepEqual(ids(chain[0]?.parts ?? []).toSorted(), ['b', 'c']);
    const circle = timelineRows([], [of('a', 'b'), of('b', 'a'), of('self', 'self')]).rows[0]
      ?.entries;
    assert.deepEqual(ids(flattenEntries(circle ?? [])).toSorted(), ['a', 'b', 'self']);
  });
});

describe('rows without projects', () => {
  const [iv] = timelineRows([interregIv], []).rows as [TimelineRow];

  it('stay available for selection', () => {
    assert.equal(rowFilter({}, {})(iv), true);
    assert.equal(rowFilter({programme: ['iv-fwv']}, {programme: ['other'], q: 'x'})(iv), true);
  });

  it('are removed if the page requests some projects only', () => {
    assert.equal(rowFilter({family: ['theme']}, {})(iv), false);
    assert.equal(rowFilter({q: 'eau'}, {})(iv), false);
    assert.equal(rowFilter({q: '', family: []}, {})(iv), true);
  });

  it('are removed if they lie outside the years', () => {
    assert.equal(rowFilter({from: '2014'}, {})(iv), false);
    assert.equal(rowFilter({}, {to: '2006'})(iv), false);
    assert.equal(rowFilter({}, {from: '2013', to: '2020'})(iv), true);
  });
});

const id = fc.integer({min: 0, max: 8});
const year = fc.integer({min: 1990, max: 2030}).map(String);
const project: fc.Arbitrary<Project> = fc.record(
  {
    id,
    parent: id,
    programme: id,
    period: fc.record({start: year, end: year}, {requiredKeys: []}),
  },
  {requiredKeys: ['id']},
);
const programme = fc.record(
  {id, generation: fc.constantFrom('I', 'II', 'VI', 'autre', '')},
  {requiredKeys: ['id']},
);

describe('any programmes and projects', () => {
  it('are each shown once, or counted', () => {
    fc.assert(
      fc.property(fc.array(programme), fc.array(project, {maxLength: 30}), (some, all) => {
        const {rows, unplaced} = timelineRows(some, all);
        const shown = rows.flatMap(row => flattenEntries(row.entries)).map(entry => entry.project);
        assert.equal(new Set(shown).size, shown.length);
        assert.equal(shown.length + unplaced.length, all.length);
        assert.ok(shown.every(one => all.includes(one)));
        assert.deepEqual(rows.flatMap(row => row.programmes).length, some.length);
      }),
    );
  });

  it('are sorted, parts within their portfolio', () => {
    fc.assert(
      fc.property(fc.array(project, {maxLength: 30}), all => {
        const inOrder = (entries: readonly ProjectEntry[]): void => {
          const days = entries.flatMap(({span, parts}) => (span && !parts.length ? [span] : []));
          const starts = days.map(day => (day.first === -Infinity ? day.last : day.first));
          assert.deepEqual(
            starts,
            starts.toSorted((a, b) => a - b),
          );
        };
        for (const {entries} of timelineRows([], all).rows) {
          inOrder(entries);
          for (const {parts} of entries) inOrder(parts);
        }
      }),
    );
  });

  it('determine the range of the axis', () => {
    const {rows} = timelineRows(programmes, projects);
    assert.equal(rows.flatMap(spansOf).filter(Boolean).length, 3 + 5);
  });
});
