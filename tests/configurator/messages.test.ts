import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  createDiagnostic,
  type DiagnosticMessage,
  formatSentence,
} from '../../src/tools/messages/diagnostic.js';
import {loadToolMessages} from '../../src/tools/messages/load-tool-messages.js';
import {en} from '../../configurator/messages-en.js';
import {fr} from '../../configurator/messages-fr.js';
import {nl} from '../../configurator/messages-nl.js';

/** Diagnostics of a snippet, one of each. */
const DIAGNOSTICS: readonly DiagnosticMessage[] = [
  ['noSnippet'],
  ['unknownWidget', 'ressource-list', 'resource-list'],
  ['unknownAttribute', 'limits', 'limit'],
  ['badValue', 'skin', 'plein', 'caue', 'plain'],
  ['badNumber', 'skin', 'beaucoup', 1, 500, '500'],
  ['relativeAddress', '/api'],
  ['repeated', 'api'],
  ['movingAddress', 'https://cdn.example/latest/'],
  ['noHash'],
  ['repaired'],
  ['several', 4],
];

const tools = {
  fr: await loadToolMessages('fr'),
  nl: await loadToolMessages('nl'),
  en: await loadToolMessages('en'),
};
const sentence = (language: keyof typeof tools, message: DiagnosticMessage): string =>
  formatSentence(createDiagnostic('error', {name: 'skin'}, ...message), tools[language]);

describe('messages of the configurator for invalid input', () => {
  for (const messages of [fr, nl, en]) {
    const language = messages.lang;
    for (const message of DIAGNOSTICS)
      it(`${language} names the mistake in a snippet, and the correction: ${message[0]}`, () => {
        const [, ...args] = message;
        const text = sentence(language, message);
        for (const word of args)
          assert.ok(text.includes(String(word)), `${text} lacks ${String(word)}`);
        assert.match(text, /^\S.{15,}[.?]$/);
      });

    it(`${language} has a distinct message with advice for each problem of an address`, () => {
      const said = Object.values(messages.probeErrors).flat();
      assert.equal(said.length, 16);
      for (const text of said) assert.match(text, /^\S.{10,}/);
      assert.equal(new Set(said).size, said.length);
    });
  }

  it('I-04 follow French typography', () => {
    const texts = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function')
        return texts((value as (...args: unknown[]) => unknown)(2, '2'));
      if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
      return [];
    };
    const {contents, inLanguages, ...others} = fr;
    const all = [contents(['a']), inLanguages(['a']), ...texts(others)];
    assert.ok(all.length > 150);
    const faults = all
      .map(text =>
        text.replace(/https?:\S*|Access-Control-Allow-Origin: \*|title: nom; url: lien/g, ''),
      )
      .filter(text => /'| [:;!?»]|« |[^\s\u202f][;!?»]/.test(text));
    assert.deepEqual(faults, []);
  });

  it('differ between languages', () => {
    for (const message of DIAGNOSTICS) {
      const texts = [fr, nl, en].map(({lang}) => sentence(lang, message));
      assert.equal(new Set(texts).size, 3);
    }
    for (const trouble of Object.keys(fr.probeErrors) as (keyof typeof fr.probeErrors)[])
      assert.equal(new Set([fr, nl, en].flatMap(words => words.probeErrors[trouble])).size, 6);
  });
});
