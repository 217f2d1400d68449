import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {de} from '../../src/i18n/de.js';
import {en} from '../../src/i18n/en.js';
import {fr} from '../../src/i18n/fr.js';
import type {Sections} from '../../src/i18n/messages.js';
import {nl} from '../../src/i18n/nl.js';
import {checkings, conversions, type ToolLanguage} from '../../src/i18n/tools.js';

const SECTIONS: Readonly<Record<string, Sections>> = {fr, nl, en, de};

/** What no widget says: each tool has its sentences to itself, their names marked with its own. */
function toolsIn(language: ToolLanguage): object[] {
  const {faults, merits, ...checking} = checkings[language];
  const tools = {conversion: conversions[language], checking, faults, merits};
  return Object.entries(tools).map(([tool, sentences]) =>
    Object.fromEntries(Object.entries(sentences).map(([key, said]) => [`${tool}.${key}`, said])),
  );
}

/** What a widget with all sections has, of each language. */
const CATALOGUES: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(SECTIONS).map(([language, sections]) => [
    language,
    Object.assign({}, ...Object.values(sections), ...toolsIn(language as ToolLanguage)) as object,
  ]),
);
const french = CATALOGUES['fr'] as Readonly<Record<string, Sentence>>;

type Sentence = string | ((...args: never[]) => string);

/** The words that a sentence is given: a mark for each, and a number where the grammar asks for one. */
function said(sentence: Sentence, number = 2): string {
  if (typeof sentence === 'string') return sentence;
  const marks = ['⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧'];
  const counts = sentence.length > 1 && /^\(?n\b/.test(String(sentence));
  const args = counts ? [number, ...marks.slice(1)] : marks;
  return (sentence as (...given: unknown[]) => string)(...args.slice(0, sentence.length));
}

const sentences = (catalogue: object, number?: number): [string, string][] =>
  Object.entries(catalogue).map(([key, sentence]) => [key, said(sentence as Sentence, number)]);

/** What French typography asks of a sentence; the faults found. */
function frenchFaults(text: string): string[] {
  const faults: string[] = [];
  if (/[^\u202f][;!?»]/.test(text)) faults.push('no narrow no-break space before ; ! ? »');
  if (/«[^\u202f]/.test(text)) faults.push('no narrow no-break space after «');
  if (/[^\u00a0\d]:/.test(text)) faults.push('no no-break space before :');
  if (/[^\u00a0][%€]/.test(text)) faults.push('no no-break space before % or €');
  if (text.includes("'")) faults.push('a straight apostrophe');
  if (text.includes('...')) faults.push('three dots for an ellipsis');
  return faults;
}

describe('the sentences of the widgets', () => {
  it('are each in one section: all are one catalogue where a language is fetched', () => {
    const names = Object.values(fr).flatMap(section => Object.keys(section));
    assert.deepEqual(names.sort(), [...new Set(names)].sort());
  });

  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    it(`are all there in ${language}, and none is empty`, () => {
      assert.deepEqual(Object.keys(catalogue).sort(), Object.keys(french).sort());
      for (const [key, text] of sentences(catalogue)) assert.ok(text.trim(), key);
    });

    it(`say in ${language} whatever they are told`, () => {
      for (const [key, sentence] of Object.entries(catalogue)) {
        const inFrench = french[key] as Sentence;
        assert.equal(typeof sentence, typeof inFrench, key);
        const marks = (text: string) => [...new Set(text.match(/⟦\d⟧/g) ?? [])].sort();
        assert.deepEqual(marks(said(sentence as Sentence)), marks(said(inFrench)), key);
      }
    });

    it(`count in ${language} as its grammar does`, () => {
      const {one, many} = {one: sentences(catalogue, 1), many: sentences(catalogue, 5)};
      const differing = one.filter(([key, text]) => text !== new Map(many).get(key));
      assert.ok(differing.length >= 5, 'several sentences tell one from many');
      const [zero] = sentences(catalogue, 0).filter(([key]) => key === 'results');
      const singular = new Map(one).get('results');
      // French counts nothing as one thing; the others as many.
      assert.equal(zero?.[1] === singular, language === 'fr');
    });
  }

  it('are told apart by their keys, whichever widgets a page has', () => {
    const keys = Object.values(fr).flatMap(section => Object.keys(section));
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  it('take a "de" after whole millions in French', () => {
    assert.match(fr.core.results(1_000_000, '1 000 000'), /000 de résultats$/);
    assert.match(fr.core.results(1_000_001, '1 000 001'), /001 résultats$/);
  });

  it('are set in French as French is set', () => {
    for (const [key, text] of sentences(french))
      assert.deepEqual(frenchFaults(text), [], `${key}: ${text}`);
  });

  it('would not pass with the spaces of a typewriter', () => {
    for (const wrong of ['Quoi ?', '« Ors »', 'Source : Ors', '60 %', "l'eau", 'Attendez...']) {
      assert.notDeepEqual(frenchFaults(wrong), [], wrong);
    }
  });

  it('hold no typewriter apostrophe and no three dots in any language', () => {
    for (const [language, catalogue] of Object.entries(CATALOGUES)) {
      for (const [key, text] of sentences(catalogue)) {
        assert.ok(!/'|\.\.\./.test(text), `${language}.${key}: ${text}`);
      }
    }
  });
});
