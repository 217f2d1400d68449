import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {accessibilityFiles, allVerdicts, rgaaSummary} from '../../scripts/accessibility.mjs';
import {passDates, TESTS, unconfirmedPasses} from '../../scripts/accessibility/tests.mjs';
import {root} from '../../scripts/setup.mjs';
import {faults} from '../faults/all-faults.js';

const folder = join(root, 'docs/accessibilite');
const verdicts = allVerdicts();
/** File with the titles of the tests: all widgets share the tests of their stories. */
const withTitles = (file: string) =>
  file.endsWith('/stories.test.ts') ? 'tests/support/stories.ts' : file;

describe('docs/accessibilite', () => {
  it('A-03 A-20 has a report on 106 criteria for each tag, and a statement to paste', () => {
    const tags = readdirSync(join(root, 'src/define'))
      .map(file => `spass-${file.replace('.ts', '')}`)
      .filter(tag => tag !== 'spass-all')
      .sort();
    assert.deepEqual(verdicts.map(({tag}) => tag).sort(), tags);
    for (const {tag, rows} of verdicts)
      assert.equal(new Set(rows.map(r => r.number)).size, 106, tag);
    const names = [...tags.map(tag => `${tag}.md`), 'LISEZMOI.md', 'declaration.md'].sort();
    assert.deepEqual(readdirSync(folder).sort(), names);
    const statement = readFileSync(join(folder, 'declaration.md'), 'utf8');
    for (const part of [
      'Responsabilité de l’éditeur des composants',
      'Responsabilité de [organisme]',
      'Non-conformités connues',
      'Non évalué',
      'contact',
    ])
      assert.ok(statement.includes(part), part);
  });

  it('A-20 names in the statement every criterion that is not met or not evaluated', () => {
    const statement = readFileSync(join(folder, 'declaration.md'), 'utf8');
    for (const [heading, state] of [
      ['Non-conformités connues', 'non conforme'],
      ['Non évalué', 'à vérifier'],
    ] as const) {
      const part = statement.slice(statement.indexOf(`**${heading}**`)).split(/\n> \*\*/)[0] ?? '';
      const open = verdicts.flatMap(({rows}) => rows.filter(row => row.state === state));
      for (const {number} of open)
        assert.match(part, new RegExp(`\\b${number.replace('.', '\\.')}\\b`), heading);
    }
  });

  it('A-03 A-20 matches the output of scripts/accessibility.mjs', () => {
    for (const [name, text] of accessibilityFiles())
      assert.equal(readFileSync(join(folder, name), 'utf8'), text, `run it again: ${name}`);
  });

  it('A-03 states "conforme" only with an existing test, or with a date and the subject of a review', context => {
    for (const {tag, rows} of verdicts)
      for (const {number, state, tests = [], why = ''} of rows) {
        const name = `${tag} ${number}`;
        if (state === 'test') {
          assert.notEqual(tests.length, 0, name);
          for (const {file, id} of tests)
            assert.match(
              readFileSync(join(root, withTitles(file)), 'utf8'),
              new RegExp(`\\bit\\(\\s*['\`][^'\`]*\\b${id}\\b`),
              `${name}: no test of ${file} bears ${id}`,
            );
        } else assert.match(why, /\w{3}/, name);
        if (state === 'examen') assert.match(why, /examen .*, \d{4}-\d\d-\d\d\)$/, name);
      }
    context.diagnostic(rgaaSummary());
  });

  it('A-03 states "conforme" only for widgets whose tests have passed', () => {
    const withoutResults = allVerdicts(() => false).flatMap(({rows}) => rows);
    assert.ok(!withoutResults.some(({state}) => state === 'test'));
    const withoutAxe = allVerdicts((test, tag) => test !== 'axe' || tag !== 'spass-story');
    const state = (tag: string) =>
      withoutAxe.find(one => one.tag === tag)?.rows.find(({number}) => number === '1.1')?.state;
    assert.deepEqual([state('spass-story'), state('spass-agenda')], ['à vérifier', 'test']);
  });

  it('A-03 relies only on tests that a planted fault turns red', () => {
    const incapable = Object.entries(TESTS)
      .filter(([, {file, id}]) => {
        const path = new RegExp(`^${file.replace('{name}', '[a-z-]+')}$`);
        return !faults.some(fault => fault.id === id && path.test(fault.test));
      })
      .map(([name]) => name);
    assert.deepEqual(incapable, []);
  });

  it('A-03 fails in a run that does not confirm a recorded pass', () => {
    const recorded = unconfirmedPasses([]);
    assert.equal(recorded.length, passDates().length);
    const contrast = {file: 'tests/repository/contrast.test.ts', name: 'skins › A-14 legible'};
    const confirmed = unconfirmedPasses([{...contrast, result: 'passed'}]);
    assert.equal(confirmed.length, recorded.length - 1);
    for (const result of ['failed', 'skipped'])
      assert.equal(unconfirmedPasses([{...contrast, result}]).length, recorded.length);
  });

  it('A-03 asks for the passes of long tests in npm run test:all only', () => {
    const missing = unconfirmedPasses([], {isExtended: false}).map(({file}) => file);
    assert.ok(missing.includes('tests/repository/contrast.test.ts'));
    assert.ok(!missing.includes('tests/journeys/direction.test.ts'));
    const file = 'tests/elements/languages.test.ts';
    const of = (tag: string, result: string) => ({file, name: `A-10 <spass-${tag}>`, result});
    const unconfirmed = (result: string, isExtended: boolean) =>
      unconfirmedPasses([of('resource-list', result)], {isExtended}).filter(
        one => one.file === file,
      );
    assert.ok(missing.includes(file), 'at least one tag');
    assert.equal(unconfirmed('passed', false).length, 0);
    assert.equal(unconfirmed('failed', false).length, 1);
    assert.ok(unconfirmed('passed', true).length > 5);
  });

  it('A-03 claims nothing about a portal’s content, or about aspects that only a person can check', () => {
    for (const {tag, rows} of verdicts)
      for (const number of ['1.3', '6.1', '7.1', '4.13', '13.3']) {
        const state = rows.find(row => row.number === number)?.state;
        assert.ok(
          state === 'à vérifier' || state === 'sans objet',
          `${tag} ${number}: ${String(state)}`,
        );
      }
  });
});
