// A reader of the search that follows docs/api.md alone, and must find what reading every document finds.
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {writeSearchIndex} from '../../portal/src/publish/search/search-index.js';
import {GeneratedTexts} from '../support/generated-texts.js';

const texts = new GeneratedTexts(3000);
/** Words with one start, in every document: too many for one file. */
const SAME_START = 'ca cab cac cad caf cag cah cai caj cak cal cam cap';
const documents = Array.from({length: 400}, (_, i) => ({
  title: `${texts.word()} ${texts.word()}`,
  path: `ressources/r${i}/`,
  kind: 'Document',
  text: [
    ...texts.lines(12),
    SAME_START,
    ...(i % 50 ? [] : ['Straße Μέγας œuvre ﬁlet مرحبا 北京']),
  ].join('\n'),
}));
const files = new Map<string, string>();
writeSearchIndex('', documents, (path, content) => void files.set(path, content));

const read = (name: string): unknown => {
  const text = files.get(name);
  assert.ok(text !== undefined, `no file ${name}`);
  return JSON.parse(text);
};
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ς: 'σ',
};
const folded = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]/gu, '')
    .toLowerCase()
    .replace(/[œæßøłς]/g, letter => LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= 2 && word.length <= 30);
const fileName = (letters: string): string =>
  letters.replace(/[^a-z0-9]/gu, one => `-${one.codePointAt(0)?.toString(16)}`);

function documentsOf(word: string): readonly number[] {
  const {prefixes} = read('index.json') as {prefixes: readonly string[]};
  const prefix = prefixes
    .filter(one => word.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  const name = prefixes.includes(`${word}$`) ? `${fileName(word)}--` : fileName(prefix ?? '');
  const found = (read(`p/${name}.json`) as Record<string, readonly number[]>)[word] ?? [];
  return found.filter((_, i) => i % 2 === 0);
}

it('the files of a search list the documents of each word', () => {
  const expected = new Map<string, Set<number>>();
  documents.forEach(({title, text}, number) => {
    for (const word of folded(`${title} ${text}`))
      expected.set(word, (expected.get(word) ?? new Set()).add(number));
  });
  for (const word of ['strasse', 'μεγασ', 'oeuvre', 'filet', 'مرحبا', '北京'])
    assert.equal(expected.get(word)?.size, 8, word);
  assert.ok((read('index.json') as {prefixes: string[]}).prefixes.includes('ca$'));
  const {starts, ends} = read('index.json') as Record<'starts' | 'ends', readonly string[]>;
  for (const [word, numbers] of expected) {
    assert.deepEqual(documentsOf(word), [...numbers], word);
    for (const [folder, letters, known] of [
      ['v', word.slice(0, 2), starts],
      ['s', word.slice(-2), ends],
    ] as const) {
      assert.ok(known.includes(letters), letters);
      const [words, counts] = read(`${folder}/${fileName(letters)}.json`) as [string, number[]];
      assert.equal(counts[words.split(' ').indexOf(word)], numbers.size, word);
    }
  }
});

it('the files of a search contain the fields that results show', () => {
  const {perFile, documents: count} = read('index.json') as Record<'perFile' | 'documents', number>;
  assert.equal(count, documents.length);
  documents.forEach(({title, path, kind}, number) => {
    const group = read(`d/${Math.floor(number / perFile)}.json`) as readonly (readonly unknown[])[];
    assert.deepEqual(group[number % perFile]?.slice(0, 3), [title, path, kind]);
  });
});
