import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {codeAsWords} from '../../src/model/code-words.js';

describe('codeAsWords', () => {
  it('writes codes of several words as people do', () => {
    assert.equal(codeAsWords('FETE_ET_MANIFESTATION'), 'Fete et manifestation');
    assert.equal(codeAsWords('journalArticle'), 'Journal article');
    assert.equal(codeAsWords('pointOfInterest'), 'Point of interest');
  });

  it('leaves words, acronyms and names as they are', () => {
    for (const text of ['PLUi', 'CAUE', 'Fête', 'eBook', 'A_B', 'document', 'MAIRIE DE LILLE', ''])
      assert.equal(codeAsWords(text), text);
  });
});
