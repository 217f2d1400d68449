import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SnippetFault} from '../../../src/paste/findings.js';
import {en} from '../../../demo/configurateur/words-en.js';
import {fr} from '../../../demo/configurateur/words-fr.js';
import {nl} from '../../../demo/configurateur/words-nl.js';

/** One of each; the type ensures that none is missing. */
const FAULTS: {readonly [W in SnippetFault['what']]: Extract<SnippetFault, {what: W}>} = {
  nothing: {what: 'nothing'},
  unknownWidget: {what: 'unknownWidget', got: 'ressource-list', meant: 'resource-list'},
  unknownAttribute: {what: 'unknownAttribute', got: 'limits', meant: 'limit'},
  badValue: {what: 'badValue', attribute: 'skin', got: 'plein', meant: 'plain', expected: 'caue'},
  relativeAddress: {what: 'relativeAddress', got: '/api'},
  movingAddress: {what: 'movingAddress', got: 'https://cdn.example/latest/'},
  noHash: {what: 'noHash'},
  mangled: {what: 'mangled'},
  several: {what: 'several', count: 4},
};

describe('messages of the configurator for invalid input', () => {
  for (const [language, words] of Object.entries({fr, nl, en})) {
    for (const [what, fault] of Object.entries(FAULTS))
      it(`${language} names the mistake in a snippet, and the correction: ${what}`, () => {
        const sentence = words.pasted.faults(fault);
        const {what: _what, ...told} = fault;
        for (const word of Object.values(told))
          assert.ok(sentence.includes(String(word)), `${sentence} lacks ${String(word)}`);
        assert.match(sentence, /^\S.{15,}[.?]$/);
      });

    it(`${language} has a distinct message with advice for each problem of an address`, () => {
      const said = Object.values(words.troubles).flat();
      assert.equal(said.length, 16);
      for (const sentence of said) assert.match(sentence, /^\S.{10,}/);
      assert.equal(new Set(said).size, said.length);
    });
  }

  it('differ between languages', () => {
    for (const fault of Object.values(FAULTS))
      assert.equal(new Set([fr, nl, en].map(words => words.pasted.faults(fault))).size, 3);
    for (const trouble of Object.keys(fr.troubles) as (keyof typeof fr.troubles)[])
      assert.equal(new Set([fr, nl, en].flatMap(words => words.troubles[trouble])).size, 6);
  });
});
