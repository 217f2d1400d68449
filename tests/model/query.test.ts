import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  applicableFilter,
  intersectFilters,
  type Query,
  queryString,
} from '../../src/model/query.js';

describe('queryString', () => {
  it('writes a query in the format of the API', () =>
    assert.equal(
      queryString({
        q: 'écluse & canal',
        theme: ['eau, rivières', 'bâti'],
        bbox: [2.123456789, 50, -3, 51.5],
        from: '2016',
        to: '2020-06',
        sort: '-date',
        limit: 12,
        page: 3,
        facets: ['year', 'theme'],
        lang: 'fr',
      }),
      '?q=%C3%A9cluse+%26+canal&theme=b%C3%A2ti&theme=eau%2C+rivi%C3%A8res&bbox=2.12346%2C50%2C-3%2C51.5' +
        '&from=2016&to=2020-06&sort=-date&limit=12&page=3&facets=theme%2Cyear&lang=fr',
    ));

  it('is empty for no query, and for the first page', () => {
    assert.equal(queryString({}), '');
    assert.equal(queryString({page: 1, theme: [], q: '', facets: [], from: ''}), '');
  });

  it('is the same for equal queries', () => {
    const a: Query = {q: 'x', theme: ['b', 'a'], facets: ['type', 'theme']};
    const b: Query = {facets: ['theme', 'type'], theme: ['a', 'b', 'a'], q: 'x'};
    assert.equal(queryString(a), queryString(b));
  });

  it('preserves any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', minLength: 1}), q => {
        const read = new URLSearchParams(queryString({q, theme: [q]}));
        const expected = new URLSearchParams([['q', q]]).get('q');
        assert.equal(read.get('q'), expected);
        assert.equal(read.get('theme'), expected);
      }),
    );
  });
});

describe('applicable', () => {
  it('drops filters that a collection does not have', () =>
    assert.deepEqual(applicableFilter({q: 'x', theme: ['a'], bbox: [0, 0, 1, 1]}, 'chapters'), {
      q: 'x',
    }));

  it('treats blanks and empty lists as no filter', () =>
    assert.deepEqual(
      applicableFilter({q: '  ', theme: [], from: '', type: ['site']}, 'resources'),
      {
        type: ['site'],
      },
    ));

  it('trims search text', () =>
    assert.deepEqual(applicableFilter({q: ' écluse '}, 'resources'), {q: 'écluse'}));
});

describe('bothFilters', () => {
  it('combines both filters', () =>
    assert.deepEqual(intersectFilters({theme: ['a', 'b'], type: ['x']}, {theme: ['b', 'c']}), {
      theme: ['b'],
      type: ['x'],
    }));

  it('matches nothing if the reader selects a value that the page excludes', () =>
    assert.equal(intersectFilters({family: ['acteur']}, {family: ['projet']}), undefined));

  it('searches for the words of both', () =>
    assert.equal(intersectFilters({q: 'canal'}, {q: 'écluse'})?.q, 'canal écluse'));

  it('uses the later start and the earlier end, whatever their precision', () => {
    const both = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]) => {
      const {from, to} = intersectFilters({from: a[0], to: a[1]}, {from: b[0], to: b[1]})!;
      return [from, to];
    };
    assert.deepEqual(both(['2016', '2020'], ['2017', '2019']), ['2017', '2019']);
    assert.deepEqual(both(['2017', '2019'], ['2016', '2020']), ['2017', '2019']);
    assert.deepEqual(both(['2016', '2016'], ['2016-10', '2016-10']), ['2016-10', '2016-10']);
    assert.deepEqual(both(['2016-10', '2016-10'], ['2016', '2016']), ['2016-10', '2016-10']);
    assert.deepEqual(both(['-000300', '2016'], ['2015', undefined]), ['2015', '2016']);
    assert.deepEqual(both([undefined, undefined], ['2015', '2016']), ['2015', '2016']);
    assert.deepEqual(both(['hier', 'demain'], ['2015', '2016']), ['2015', '2016']);
  });

  it('accepts a record if and only if both filters do', () => {
    const values = fc.option(fc.subarray(['a', 'b', 'c'], {minLength: 1}), {nil: undefined});
    fc.assert(
      fc.property(values, values, fc.constantFrom('a', 'b', 'c'), (left, right, value) => {
        const passes = (list: readonly string[] | undefined) => !list || list.includes(value);
        const both = intersectFilters({theme: left ?? []}, {theme: right ?? []});
        const theme = both?.theme?.length ? both.theme : undefined;
        assert.equal(both !== undefined && passes(theme), passes(left) && passes(right));
      }),
    );
  });
});
