import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {joinFacts, pickText, translationsOf} from '../../src/model/text.js';

describe('pickText', () => {
  const town = {fr: 'Mouscron', nl: 'Moeskroen', en: 'Mouscron (en)'};

  it('takes a text of spaces for none', () =>
    assert.deepEqual(pickText(' \n', 'fr', 'nl'), {value: ''}));

  it('returns a text in the requested language, without a language tag', () =>
    assert.deepEqual(pickText(town, 'nl'), {value: 'Moeskroen'}));

  it('uses the base language for a regional reader', () =>
    assert.deepEqual(pickText(town, 'nl-BE'), {value: 'Moeskroen'}));

  it('prefers the reader’s regional language if the text has it', () =>
    assert.deepEqual(pickText({'fr-FR': 'soixante-dix', 'fr-BE': 'septante'}, 'fr-BE'), {
      value: 'septante',
    }));

  it('falls back to French, Dutch, English, German, with the language tag', () => {
    assert.deepEqual(pickText(town, 'de'), {value: 'Mouscron', lang: 'fr'});
    assert.deepEqual(pickText({de: 'D', en: 'E', nl: 'N'}, 'fr'), {value: 'N', lang: 'nl'});
    assert.deepEqual(pickText({de: 'D', en: 'E'}, 'fr'), {value: 'E', lang: 'en'});
    assert.deepEqual(pickText({it: 'I', de: 'D'}, 'fr'), {value: 'D', lang: 'de'});
    assert.deepEqual(pickText({it: 'I'}, 'fr'), {value: 'I', lang: 'it'});
  });

  it('skips a language with an empty text', () => {
    assert.deepEqual(pickText({fr: '', nl: 'N'}, 'fr'), {value: 'N', lang: 'nl'});
    assert.deepEqual(pickText({fr: '  ', 'fr-BE': 'B'}, 'fr'), {value: 'B'});
    assert.deepEqual(pickText({fr: ''}, 'fr'), {value: ''});
  });

  it('tags a plain text only if its record is in another language', () => {
    assert.deepEqual(pickText('Plan', 'fr'), {value: 'Plan'});
    assert.deepEqual(pickText('Plan', 'fr', 'fr-BE'), {value: 'Plan'});
    assert.deepEqual(pickText('Plan', 'fr', 'nl'), {value: 'Plan', lang: 'nl'});
  });

  it('returns undefined for a missing text', () => {
    assert.deepEqual(pickText(undefined, 'fr'), {value: ''});
    assert.deepEqual(pickText({}, 'fr'), {value: ''});
  });

  it('reads no inherited property as a language', () =>
    assert.deepEqual(pickText({fr: 'F'}, 'constructor'), {value: 'F', lang: 'fr'}));
});

describe('wordings', () => {
  it('returns every language for a search', () => {
    assert.deepEqual(translationsOf({fr: 'écluse', nl: 'sluis'}), ['écluse', 'sluis']);
    assert.deepEqual(translationsOf('écluse'), ['écluse']);
    assert.deepEqual(translationsOf(undefined), []);
  });
});

describe('joinFacts', () => {
  it('keeps a dot with the fact before it, so that no line starts with a dot', () =>
    assert.equal(joinFacts(['Ors', '', undefined, '2011']), 'Ors\u00a0· 2011'));

  it('is the only source of that dot: no widget writes one with a plain space before it', () => {
    const files = readdirSync('src', {recursive: true, encoding: 'utf8'});
    const withPlainSpace = files
      .filter(file => file.endsWith('.ts'))
      .filter(file => {
        const code = readFileSync(join('src', file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
        return / ·|>·|^·/m.test(code);
      });
    assert.deepEqual(withPlainSpace, []);
  });
});
