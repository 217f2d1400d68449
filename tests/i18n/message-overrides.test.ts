import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {messageParameters} from '../../scripts/make/message-parameters.js';
import {root} from '../../scripts/setup.mjs';
import {parseOverrides} from '../../src/controllers/message-overrides.js';

const parse = (messages: unknown, language = 'fr') => {
  const errors: string[] = [];
  const json = typeof messages === 'string' ? messages : JSON.stringify(messages);
  const overrides = parseOverrides(json, language, error => errors.push(error));
  return {overrides, errors};
};
const call = (message: unknown, ...values: unknown[]): string =>
  (message as (...given: unknown[]) => string)(...values);

describe('sentences of a page', () => {
  it('replace those of the widgets, placeholders included', () => {
    const {overrides, errors} = parse({
      more: 'Encore <b>plus</b>',
      shownOf: 'sur {total}, {shown}',
      untitled: '({id}) $& {id}',
    });
    assert.deepEqual(errors, []);
    assert.equal(overrides['more'], 'Encore <b>plus</b>');
    assert.equal(call(overrides['shownOf'], '12', '40'), 'sur 40, 12');
    assert.equal(call(overrides['untitled'], '{id}'), '({id}) $& {id}');
  });

  it('have the plural forms of their language', () => {
    const texts = {one: '{shown} fiche', other: '{shown} fiches', many: '{shown} de fiches'};
    const {overrides} = parse({results: texts});
    const shown = [0, 1, 2, 1_000_000].map(n => call(overrides['results'], n, String(n)));
    assert.deepEqual(shown, ['0 fiche', '1 fiche', '2 fiches', '1000000 de fiches']);
    const {overrides: dutch} = parse({results: texts}, 'nl-BE');
    assert.equal(call(dutch['results'], 0, '0'), '0 fiches');
  });

  const REFUSED: Readonly<Record<string, readonly [unknown, string]>> = {
    'an unknown key': [{mores: 'Encore'}, 'mores is no key: did you mean more?'],
    'a name of every object': [{__proto__x: 'x', constructor: 'x'}, 'constructor is no key'],
    'an unknown placeholder': [
      {shownOf: '{n} sur {total}'},
      'shownOf has no {n}, but {shown}, {total}',
    ],
    'a missing placeholder': [{shownOf: '{shown}'}, 'shownOf must contain {total}'],
    'a form that lacks it': [
      {results: {one: 'un résultat', other: '{shown}'}},
      'results must contain {shown}',
    ],
    'a placeholder where there is none': [{more: '{shown} de plus'}, 'more has no {shown}'],
    'a number': [{more: 3}, 'more must be a text'],
    'no other form': [
      {results: {one: '{shown}'}},
      'results must be a text, or texts by plural category',
    ],
    'forms of a sentence that counts nothing': [{more: {other: 'x'}}, 'more must be a text'],
    'only spaces': [{more: ' '}, 'more is empty'],
    'a list': [['more'], 'must be an object of sentences by key'],
    nothing: ['null', 'must be an object of sentences by key'],
  };
  for (const [what, [messages, error]] of Object.entries(REFUSED))
    it(`are left out, with the reason in the console: ${what}`, () => {
      const {overrides, errors} = parse(messages);
      assert.deepEqual(Object.keys(overrides), []);
      assert.ok(errors.includes(error), errors.join('\n'));
    });

  it('are left out if they are no JSON, and if a good one stands beside a bad one, only the bad one', () => {
    const {errors} = parse('{more: 1}');
    assert.match(errors.join(), /^is no JSON \(.+\)$/);
    const {overrides} = parse({more: 'Encore', source: 2});
    assert.deepEqual(Object.keys(overrides), ['more']);
  });

  it('have the keys and placeholders that docs/messages.md lists', () => {
    const {data, table} = messageParameters();
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const advice = 'run npx tsx scripts/make/message-parameters.ts';
    assert.equal(read('src/i18n/message-parameters.data.ts'), data, advice);
    assert.ok(read('docs/messages.md').endsWith(table), advice);
  });
});
