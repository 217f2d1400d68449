import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {guidePages} from '../../scripts/guide/pages.mjs';
import {excerpt, search} from '../../scripts/guide/recherche.js';
import {searchIndex} from '../../scripts/guide/search-index.mjs';

const {files} = await guidePages();
const index = searchIndex(files);
const addresses = (text: string): readonly string[] =>
  search(index, text, 'fr').map(([address]) => address);

describe('the search of the guide', () => {
  it('finds what webmasters look for, the best page first', () => {
    for (const [text, address] of [
      ['wordpress', 'wordpress.html'],
      ['couleurs', 'couleurs.html'],
      ['rien ne s’affiche', 'depannage.html'],
      ['contributions des habitants', 'webmaster.html#contributions-des-habitants'],
      ['annuaire', 'composants/directory.html'],
      ['spass-agenda', 'composants/agenda.html'],
    ] as const)
      assert.ok(
        addresses(text).slice(0, 3).includes(address),
        `${text}: ${addresses(text).slice(0, 3).join(' ')}`,
      );
  });

  it('puts the page whose name starts with the word first', () => {
    for (const [text, address] of [
      ['carte', 'composants/project-map.html'],
      ['récit', 'composants/story.html'],
      ['fiche', 'composants/project.html'],
    ] as const)
      assert.equal(addresses(text)[0], address, text);
  });

  it('ignores case, accents and the form of apostrophes, and wants all words', () => {
    assert.deepEqual(addresses('CREER UN PORTAIL'), addresses('créer un portail'));
    assert.deepEqual(addresses("d'une carte"), addresses('d’une carte'));
    for (const [, page, heading, text] of search(index, 'pmtiles commune', 'fr')) {
      const all = `${page} ${heading} ${text}`.toLowerCase();
      assert.ok(all.includes('pmtiles') && all.includes('commune'), page);
    }
  });

  it('takes any text for a text', () => {
    for (const text of [
      '',
      ' ',
      'é',
      '.*',
      '((((',
      '[a-',
      '\\',
      '<script>',
      'x'.repeat(5000),
      '« »',
      '\u202e',
      '👩‍🌾',
    ])
      assert.ok(Array.isArray(addresses(text)), text);
    assert.deepEqual(addresses(''), []);
    assert.deepEqual(addresses('.*'), addresses('.*'));
    assert.deepEqual(addresses('zzyzx'), []);
  });

  it('shows the words in their context, unchanged', () => {
    const text = `${'Avant le mot. '.repeat(30)}La politique de sécurité (CSP) du site.${' Après.'.repeat(40)}`;
    const pieces = excerpt(text, 'SECURITE csp');
    assert.deepEqual(
      pieces.filter(([, isMatch]) => isMatch).map(([piece]) => piece),
      ['sécurité', 'CSP'],
    );
    const shown = pieces.map(([piece]) => piece).join('');
    assert.ok(shown.startsWith('… ') && shown.endsWith('…') && shown.length < 160, shown);
    assert.ok(text.includes(shown.slice(2, -2)));
    assert.equal(
      excerpt('Court.', 'absent')
        .map(([piece]) => piece)
        .join(''),
      'Court.',
    );
  });

  it('has an index that a telephone loads quickly', () => {
    assert.ok(JSON.stringify(index).length < 250_000);
    for (const [address, page, , , language] of index)
      assert.ok(page && /^(?:fr|en)$/.test(language), address);
  });
});
