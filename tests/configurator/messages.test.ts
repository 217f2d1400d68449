import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SnippetDiagnostic} from '../../src/tools/snippets/snippet-diagnostic.js';
import {en} from '../../configurator/messages-en.js';
import {fr} from '../../configurator/messages-fr.js';
import {nl} from '../../configurator/messages-nl.js';

/** One of each; the type ensures that none is missing. */
const DIAGNOSTICS: {
  readonly [W in SnippetDiagnostic['what']]: Extract<SnippetDiagnostic, {what: W}>;
} = {
  nothing: {what: 'nothing'},
  unknownWidget: {what: 'unknownWidget', got: 'ressource-list', meant: 'resource-list'},
  unknownAttribute: {what: 'unknownAttribute', got: 'limits', meant: 'limit'},
  badValue: {what: 'badValue', attribute: 'skin', got: 'plein', meant: 'plain', expected: 'caue'},
  relativeAddress: {what: 'relativeAddress', got: '/api'},
  repeated: {what: 'repeated', got: 'api'},
  movingAddress: {what: 'movingAddress', got: 'https://cdn.example/latest/'},
  noHash: {what: 'noHash'},
  mangled: {what: 'mangled'},
  several: {what: 'several', count: 4},
};

describe('messages of the configurator for invalid input', () => {
  for (const [language, words] of Object.entries({fr, nl, en})) {
    for (const [what, fault] of Object.entries(DIAGNOSTICS))
      it(`${language} names the mistake in a snippet, and the correction: ${what}`, () => {
        const sentence = words.importer.diagnostic(fault);
        const {what: _what, ...told} = fault;
        for (const word of Object.values(told))
          assert.ok(sentence.includes(String(word)), `${sentence} lacks ${String(word)}`);
        assert.match(sentence, /^\S.{15,}[.?]$/);
      });

    it(`${language} has a distinct message with advice for each problem of an address`, () => {
      const said = Object.values(words.probeErrors).flat();
      assert.equal(said.length, 16);
      for (const sentence of said) assert.match(sentence, /^\S.{10,}/);
      assert.equal(new Set(said).size, said.length);
    });
  }

  it('differ between languages', () => {
    for (const fault of Object.values(DIAGNOSTICS))
      assert.equal(new Set([fr, nl, en].map(words => words.importer.diagnostic(fault))).size, 3);
    for (const trouble of Object.keys(fr.probeErrors) as (keyof typeof fr.probeErrors)[])
      assert.equal(new Set([fr, nl, en].flatMap(words => words.probeErrors[trouble])).size, 6);
  });
});
