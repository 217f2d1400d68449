import {fold} from '../../../../src/model/fold.js';
import {groupBy} from '../group-by.js';
import type {AddTextFile} from '../output/output-folder.js';

/** Something that a search finds: a record, or a page of a PDF. */
export interface SearchDocument {
  readonly title: string;
  /** Path in the site. */
  readonly path: string;
  readonly kind: string;
  /** Page of a PDF, from 1. */
  readonly page?: number;
  readonly text: string;
  /** Words that describe it: topics, place. */
  readonly keywords?: string;
}

/** Weight of a word by the field in which it stands. */
const WEIGHTS = {title: 8, keywords: 4, text: 1} as const;
/** Occurrences beyond which a word counts no more. */
const MAX_OCCURRENCES = 5;
/** Length of the text of which results show a passage, in characters: most of a printed page. */
const MAX_TEXT = 3000;
/** Documents in a file of results. */
const DOCUMENTS_PER_FILE = 5;
/** Documents of one word that are listed, the best first. */
const MAX_POSTINGS = 2000;
/** Size from which a file of words is split by a further letter, in characters. */
const MAX_FILE = 24_000;

/** Documents of a word: number, weight, number, weight… */
type Postings = readonly number[];

/**
 * Writes the files of a search: `index.json`, words by their first two letters (`v/`) and their last two (`s/`), the
 * documents of each word (`p/`), and what results show (`d/`). A question reads a few of them.
 *
 * A word with one wrong letter keeps its first two letters or its last two, so that two files have all candidates.
 */
export function writeSearchIndex(
  folder: string,
  documents: readonly SearchDocument[],
  add: AddTextFile,
): void {
  const postings = postingsOf(documents);
  const words = [...postings.keys()].sort();
  const starts = writeWords(`${folder}v/`, words, postings, word => word.slice(0, 2), add);
  const ends = writeWords(`${folder}s/`, words, postings, word => word.slice(-2), add);
  const prefixes = writePostings(`${folder}p/`, words, postings, add);
  for (let start = 0; start < documents.length; start += DOCUMENTS_PER_FILE) {
    const group = documents.slice(start, start + DOCUMENTS_PER_FILE);
    const shown = group.map(({title, path, kind, page, text}) => [
      title,
      path,
      kind,
      text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
      ...(page === undefined ? [] : [page]),
    ]);
    add(`${folder}d/${start / DOCUMENTS_PER_FILE}.json`, JSON.stringify(shown));
  }
  const index = {
    version: 1,
    documents: documents.length,
    perFile: DOCUMENTS_PER_FILE,
    maxPostings: MAX_POSTINGS,
    starts,
    ends,
    prefixes,
  };
  add(`${folder}index.json`, JSON.stringify(index));
}

function postingsOf(documents: readonly SearchDocument[]): ReadonlyMap<string, Postings> {
  const found = new Map<string, number[]>();
  documents.forEach(({title, keywords = '', text}, number) => {
    const weights = new Map<string, number>();
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      const words = wordsOf({title, keywords, text}[field] ?? '');
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts)
        weights.set(word, (weights.get(word) ?? 0) + weight * Math.min(count, MAX_OCCURRENCES));
    }
    for (const [word, weight] of weights) {
      const list = found.get(word);
      if (list) list.push(number, weight);
      else found.set(word, [number, weight]);
    }
  });
  return found;
}

/** Returns the best documents of a word, in the order of their numbers. */
function bestOf(postings: Postings): Postings {
  if (postings.length <= 2 * MAX_POSTINGS) return postings;
  const pairs = Array.from({length: postings.length / 2}, (_, i): [number, number] => [
    postings[2 * i] ?? 0,
    postings[2 * i + 1] ?? 0,
  ]);
  return pairs
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_POSTINGS)
    .sort((a, b) => a[0] - b[0])
    .flat();
}

/** Returns the name of a file for letters of any script. */
const fileName = (letters: string): string =>
  letters.replace(/[^a-z0-9]/gu, letter => `-${(letter.codePointAt(0) ?? 0).toString(16)}`);

/** Writes words with the numbers of their documents, in files by some of their letters. Returns these letters. */
function writeWords(
  folder: string,
  words: readonly string[],
  postings: ReadonlyMap<string, Postings>,
  lettersOf: (word: string) => string,
  add: AddTextFile,
): readonly string[] {
  const groups = groupBy(words, lettersOf);
  for (const [letters, group] of groups) {
    const counts = group.map(word => (postings.get(word)?.length ?? 0) / 2);
    add(`${folder}${fileName(letters)}.json`, JSON.stringify([group.join(' '), counts]));
  }
  return [...groups.keys()].sort();
}

/** Writes the documents of words, in files by as many first letters as keep them small. Returns these beginnings. */
function writePostings(
  folder: string,
  words: readonly string[],
  postings: ReadonlyMap<string, Postings>,
  add: AddTextFile,
): readonly string[] {
  const prefixes: string[] = [];
  const contentOf = (members: readonly string[]): string =>
    JSON.stringify(
      Object.fromEntries(members.map(word => [word, bestOf(postings.get(word) ?? [])])),
    );
  const write = (group: readonly string[], length: number): void => {
    for (const [prefix, members] of groupBy(group, word => word.slice(0, length))) {
      const content = contentOf(members);
      const longer = members.filter(word => word.length > length);
      if (content.length <= MAX_FILE || members.length === 1 || longer.length === 0) {
        prefixes.push(prefix);
        add(`${folder}${fileName(prefix)}.json`, content);
        continue;
      }
      const exact = members.filter(word => word.length <= length);
      if (exact.length > 0) {
        // A word that is the beginning of others has a file of its own.
        prefixes.push(`${prefix}$`);
        add(`${folder}${fileName(prefix)}--.json`, contentOf(exact));
      }
      write(longer, length + 1);
    }
  };
  write(words, 2);
  return prefixes.sort();
}

/** Length of the longest word of the index. */
const MAX_WORD_LENGTH = 30;

/** Returns the folded words of a text, as `search.js` splits a question: letters and digits. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && word.length <= MAX_WORD_LENGTH);
