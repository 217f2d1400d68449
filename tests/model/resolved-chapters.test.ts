import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  resolveChapters,
  type ResolvedChapter,
  limitChapters,
} from '../../src/model/resolved-chapters.js';
import type {Chapter, Resource} from '../../src/model/records.js';

const read = (chapters: readonly ResolvedChapter[]): readonly string[] =>
  chapters.map(({chapter, resources, missingCount: missing}) =>
    [chapter.id, ...resources.map(({id}) => id), missing ? `-${missing}` : ''].join(' ').trim(),
  );
const resources: Resource[] = ['a', 'b', 3].map(id => ({id}));

describe('fillChapters', () => {
  it('gives each chapter its resources, in the order of the chapter', () => {
    const chapters: Chapter[] = [
      {id: 'last', resources: ['a']},
      {id: 'two', order: 2, resources: ['b', 'a', 'b']},
      {id: 'one', order: 1, resources: ['3']},
      {id: 'lastly'},
    ];
    assert.deepEqual(read(resolveChapters(chapters, resources, true)), [
      'one 3',
      'two b a',
      'last a',
      'lastly',
    ]);
  });

  it('counts missing resources, but not those excluded by a filter', () => {
    const chapters: Chapter[] = [
      {id: 'half', resources: ['a', 'gone']},
      {id: 'none', resources: ['x', 'y']},
    ];
    assert.deepEqual(read(resolveChapters(chapters, resources, true)), ['half a -1', 'none -2']);
    assert.deepEqual(read(resolveChapters(chapters, resources, false)), ['half a']);
  });

  it('fills the demo’s fifteen models, with nothing missing', () => {
    const file = <T>(name: string): T[] =>
      JSON.parse(
        readFileSync(new URL(`../../demo/data/${name}.json`, import.meta.url), 'utf8'),
      ) as T[];
    const filled = resolveChapters(file<Chapter>('chapters'), file<Resource>('resources'), true);
    assert.equal(filled.length, 15);
    assert.ok(
      filled.every(
        ({missingCount: missing, resources: found}) => missing === 0 && found.length > 0,
      ),
    );
  });
});

describe('firstOf', () => {
  const of = (id: string, ...ids: string[]): ResolvedChapter => ({
    chapter: {id},
    resources: ids.map(one => ({id: one})),
    missingCount: 0,
  });

  it('returns this many resources; an empty chapter counts as one', () => {
    const all = [of('x', 'a', 'b'), of('y'), of('z', 'c', 'd')];
    assert.deepEqual(read(limitChapters(all, 1)), ['x a']);
    assert.deepEqual(read(limitChapters(all, 3)), ['x a b', 'y']);
    assert.deepEqual(read(limitChapters(all, 4)), ['x a b', 'y', 'z c']);
    assert.deepEqual(read(limitChapters(all, 99)), ['x a b', 'y', 'z c d']);
  });
});
