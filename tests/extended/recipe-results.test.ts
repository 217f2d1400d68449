import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startJsonServer, type JsonServer} from '../support/json-server.js';
import {readRecipes, ScratchCopy} from '../support/recipes.js';
import {smallPortal} from '../support/small-portal.js';

describe('the recipes of CONTRIBUTING.md, applied to a copy', {timeout: 300_000}, () => {
  let copy: ScratchCopy;
  let server: JsonServer;
  before(async () => {
    server = await startJsonServer({version: '1', ...smallPortal});
    copy = new ScratchCopy();
    for (const recipe of readRecipes()) copy.apply(recipe);
    await copy.compileCommand();
  });
  after(async () => {
    copy.remove();
    await server.close();
  });

  /** Renders a widget of the copy without its data. */
  const render = (widget: string, ...args: readonly string[]): Promise<string> =>
    copy.command(
      'prerender',
      ...[`--widget=${widget}`, `--api=${server.url}`, '--no-data'],
      ...args,
    );
  /** Runs tests of the copy. */
  const test = async (...args: readonly string[]): Promise<string> => {
    const {code, out} = await copy.node('--import', 'tsx', '--test', ...args);
    assert.equal(code, 0, out);
    return out;
  };

  it('keep the layers, the tables of source kinds, the checks of snippets and the contrast of skins', async () => {
    await test(
      'tests/repository/imports.test.ts',
      'tests/repository/contrast.test.ts',
      'tests/data/sources/registry.test.ts',
      'tests/i18n/catalogues.test.ts',
      'tests/configurator/blocks.test.ts',
      'tests/configurator/snippets.test.ts',
    );
    await test('--test-name-pattern=F-09 no source', 'tests/repository/built-ins.test.ts');
  });

  it('attribute: changes what the widget shows', async () => {
    const count = new RegExp(`${String(smallPortal.portals.length)}\\s+portails`);
    assert.match(await render('family-filter'), count);
    const without = await render('family-filter', '--no-counts');
    assert.match(without, /ACTEUR/);
    assert.doesNotMatch(without, count);
  });

  it('tag: is defined, and shows its records', async () => {
    const count = smallPortal.portals.length;
    assert.match(await render('portal-count'), new RegExp(`${String(count)}\\s+portails`));
  });

  it('source kind: its records are shown, and the command line lists it', async () => {
    const document = server.body;
    server.body =
      '{"title": "Le canal", "url": "https://example.org/canal"}\n\n{"title": "L’écluse"}\n';
    const list = await render('resource-list', '--source=ndjson');
    assert.match(list, /Le canal[^]*L’écluse/);
    server.body = document;
    const fuzzed = await test('--test-name-pattern=ndjson', 'tests/fuzz/adapters.test.ts');
    assert.match(fuzzed, /# pass 1\n/);
    assert.match(await copy.command('check', '--help'), /\bndjson\b/);
  });

  it('language: its words are shown, and those of the nearest language where it has none', async () => {
    assert.match(await render('family-filter', '--lang=sv'), />\s*Alla\s*</);
    assert.match(await render('portal-count', '--lang=sv'), /\d\s+Portale\b/);
    assert.match(await copy.command('prerender', '--help'), /\bsv\b/);
  });

  it('skin: is accepted, and its rule arrives', async () => {
    const cards = await render('portal-cards', '--skin=slate');
    assert.match(cards, /<spass-portal-cards [^>]*skin="slate"/);
    assert.match(cards, /:host\(\[skin=["']slate["']\]\) ?\{[^}]*--spass-ink: light-dark\(#16202a/);
  });

  it('CLI command: prints its result, and is in --help', async () => {
    assert.equal(await copy.command('languages'), 'fr\nnl\nen\nde\nsv\n');
    assert.match(await copy.command('--help'), /^ {2}languages +the languages of the widgets$/m);
    assert.match(await copy.command('languages', '--help'), /^Usage: spass-widgets languages\n/);
  });
});
