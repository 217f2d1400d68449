import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name));

const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
const tables = glossary.split(/^## /m).slice(1);
const rowsOf = (table: string): string[][] =>
  [...table.matchAll(/^\| (.*) \|$/gm)].slice(2).map(([, row]) => row!.split(' | '));

describe('the glossary', () => {
  const [terms = [], words = []] = tables.map(rowsOf);

  it('explains 60 to 100 terms, in alphabetical order, each once', () => {
    const names = terms.map(([term]) => term!.toLowerCase());
    assert.ok(names.length >= 60 && names.length <= 100, String(names.length));
    assert.deepEqual(
      names,
      [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en')),
    );
  });

  it('names only code that exists', () => {
    const paths = [...files('src'), ...files('tests')];
    const text = paths.map(path => readFileSync(path, 'utf8')).join('\n');
    const identifiers = new Set(text.match(/[A-Za-z_$][\w$]*/g));
    const fileNames = new Set(paths.map(path => basename(path)));
    const missing = terms
      .flatMap(([, , where = '']) => [...where.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
      .filter(name => !(name.endsWith('.ts') ? fileNames : identifiers).has(name));
    assert.deepEqual(missing, []);
  });

  it('has a word in four languages for everything that visitors see', () => {
    assert.ok(words.length >= 15);
    for (const row of words) assert.equal(row.filter(Boolean).length, 5, row.join(' | '));
  });
});
