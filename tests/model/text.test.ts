import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pickText} from '../../src/model/text.js';
import {wordings} from '../../src/model/wordings.js';

describe('pickText', () => {
  const town = {fr: 'Mouscron', nl: 'Moeskroen', en: 'Mouscron (en)'};

  it('reads a text in the language asked for, untagged', () =>
    assert.deepEqual(pickText(town, 'nl'), {value: 'Moeskroen'}));

  it('takes a regional reader for one of the language', () =>
    assert.deepEqual(pickText(town, 'nl-BE'), {value: 'Moeskroen'}));

  it('prefers the reader’s own region where the text has it', () =>
    assert.deepEqual(pickText({'fr-FR': 'soixante-dix', 'fr-BE': 'septante'}, 'fr-BE'), {
      value: 'septante',
    }));

  it('falls back to French, Dutch, English, German, and says which it is', () => {
    assert.deepEqual(pickText(town, 'de'), {value: 'Mouscron', lang: 'fr'});
    assert.deepEqual(pickText({de: 'D', en: 'E', nl: 'N'}, 'fr'), {value: 'N', lang: 'nl'});
    assert.deepEqual(pickText({de: 'D', en: 'E'}, 'fr'), {value: 'E', lang: 'en'});
    assert.deepEqual(pickText({it: 'I', de: 'D'}, 'fr'), {value: 'D', lang: 'de'});
    assert.deepEqual(pickText({it: 'I'}, 'fr'), {value: 'I', lang: 'it'});
  });

  it('passes over a language whose words are missing', () => {
    assert.deepEqual(pickText({fr: '', nl: 'N'}, 'fr'), {value: 'N', lang: 'nl'});
    assert.deepEqual(pickText({fr: '  ', 'fr-BE': 'B'}, 'fr'), {value: 'B'});
    assert.deepEqual(pickText({fr: ''}, 'fr'), {value: ''});
  });

  it('tags a bare text only where its record is in another language', () => {
    assert.deepEqual(pickText('Plan', 'fr'), {value: 'Plan'});
    assert.deepEqual(pickText('Plan', 'fr', 'fr-BE'), {value: 'Plan'});
    assert.deepEqual(pickText('Plan', 'fr', 'nl'), {value: 'Plan', lang: 'nl'});
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(pickText(undefined, 'fr'), {value: ''});
    assert.deepEqual(pickText({}, 'fr'), {value: ''});
  });

  it('takes no language from the prototype of objects', () =>
    assert.deepEqual(pickText({fr: 'F'}, 'constructor'), {value: 'F', lang: 'fr'}));
});

describe('wordings', () => {
  it('gives every language to a search', () => {
    assert.deepEqual(wordings({fr: 'écluse', nl: 'sluis'}), ['écluse', 'sluis']);
    assert.deepEqual(wordings('écluse'), ['écluse']);
    assert.deepEqual(wordings(undefined), []);
  });
});
