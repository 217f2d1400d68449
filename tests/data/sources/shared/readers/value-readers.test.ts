import assert from 'node:assert/strict';
import {after, before, describe, it, mock} from 'node:test';
import {
  isPeriod,
  readDate,
  readEnd,
  readPeriod,
} from '../../../../../src/data/sources/shared/readers/date-readers.js';
import {readGeo} from '../../../../../src/data/sources/shared/readers/coordinate-readers.js';
import {readCommuneName} from '../../../../../src/data/sources/shared/readers/territory-readers.js';
import {
  readEmail,
  readLink,
  readList,
  readNumber,
  readText,
} from '../../../../../src/data/sources/shared/readers/value-readers.js';

const testReader = (
  read: (value: unknown) => unknown,
  ...pairs: readonly (readonly [given: unknown, expected: unknown])[]
): void => {
  for (const [given, expected] of pairs)
    it(`reads ${JSON.stringify(given)}`, () => assert.deepEqual(read(given), expected));
};

describe('a spreadsheet number', () => {
  testReader(
    readNumber,
    [12.5, 12.5],
    ['12.5', 12.5],
    ['50,105', 50.105],
    ['2 239 644,01 €', 2_239_644.01],
    ['2\u202f239\u00a0644,01\u00a0€', 2_239_644.01],
    ['4.058.333,01€', 4_058_333.01],
    ['1,234,567.5', 1_234_567.5],
    ['4.058.333', 4_058_333],
    ['-3,6', -3.6],
    ['', undefined],
    ['environ 12', 'environ 12'],
    ['1e400', Infinity],
    [null, null],
  );
});

describe('a handwritten date', () => {
  testReader(
    readDate,
    ['2016', '2016'],
    [2016, '2016'],
    ['2016-10-01T10:00:00+02:00', '2016-10-01T10:00:00+02:00'],
    ['2016-10-01 10:00:00', '2016-10-01T10:00:00'],
    ['20161001103000', '2016-10-01T10:30:00'],
    ['20161001000000', '2016-10-01'],
    ['31 mars 2003', '2003-03-31'],
    ['1er octobre 2017', '2017-10-01'],
    ['samedi 3 août 2019', '2019-08-03'],
    ['mai 2012', '2012-05'],
    ['12 december 2020', '2020-12-12'],
    ['3. März 2021', '2021-03-03'],
    ['01-10-2016', '2016-10-01'],
    ['1/2/2016', '2016-02-01'],
    ['10/2016', '2016-10'],
    ['1988/05/18 : inscrit MH', '1988-05-18'],
    ['20250131', '2025-01-31'],
    ['03/04/24', '2024-04-03'],
    ['3.4.98', '1998-04-03'],
    ['janv.-24', '2024-01'],
    ['3 avril 24', '2024-04-03'],
    ['May 3rd, 2024', '2024-05-03'],
    ['3rd of May 2024', '2024-05-03'],
    ['20240101T120000Z', '2024-01-01T12:00:00Z'],
    [1_704_067_200_000, '2024-01-01'],
    [1_704_103_200, '2024-01-01T10:00:00Z'],
    [-1_577_923_200_000, '1920-01-01'],
    ['03/05/2016 18h30', '2016-05-03T18:30'],
    ['le 3 mai 2016 à 18h30', '2016-05-03T18:30'],
    ['2024-05-03 18:30:00+02', '2024-05-03T18:30:00+02:00'],
    ['10.05.2024, 19:00 Uhr', '2024-05-10T19:00'],
    ['10 mei 2024 om 19u30', '2024-05-10T19:30'],
    ['10 May 2024, 7pm', '2024-05-10T19:00'],
    ['du 15 au 17 août 2024', '2024-08-15'],
    ['2023-2024', '2023'],
    ['vers 1850', '1850'],
    ['202401011200', '202401011200'],
    // A telephone number, and the number of a book.
    ['0612345678', '0612345678'],
    [9_782_070_360_024, '9782070360024'],
    ['31/02/2016', '31/02/2016'],
    ['bientôt', 'bientôt'],
    ['', undefined],
    [{}, undefined],
  );
});

describe('an e-mail address', () => {
  testReader(
    readEmail,
    ['mairie@ors.fr', 'mairie@ors.fr'],
    ['mailto:mairie@ors.fr', 'mairie@ors.fr'],
    ['MAILTO:mairie@ors.fr?subject=Bonjour', 'mairie@ors.fr'],
    ['mairie@ors.fr ; maire@ors.fr', 'mairie@ors.fr'],
    ['mairie(at)ors.fr', 'mairie(at)ors.fr'],
    ['', undefined],
  );
});

describe('a date of a programme of events, without a year, on 29 November 2026', () => {
  before(() => mock.timers.enable({apis: ['Date'], now: Date.UTC(2026, 10, 29)}));
  after(() => mock.timers.reset());
  testReader(
    readDate,
    ['samedi 12 décembre', '2026-12-12'],
    ['Sam. 12 déc. à 14h30', '2026-12-12T14:30'],
    ['samedi 12/12', '2026-12-12'],
    ['zaterdag 12 december om 14u30', '2026-12-12T14:30'],
    ['Samstag, 12. Dezember', '2026-12-12'],
    ['Saturday, December 12', '2026-12-12'],
    ['samedi 9 janvier', '2027-01-09'],
    ['samedi 13 décembre', '2025-12-13'],
    // The 12th is a Monday in none of the closest years.
    ['lundi 12 décembre', 'lundi 12 décembre'],
    ['samedi 31 juin', 'samedi 31 juin'],
    ['12 décembre', '12 décembre'],
  );
  testReader(
    readPeriod,
    ['du samedi 12 au dimanche 13 décembre', {start: '2026-12-12', end: '2026-12-13'}],
    ['samedi 12 décembre de 14h à 18h', {start: '2026-12-12T14:00', end: '2026-12-12T18:00'}],
  );
});

describe('the text of a headless CMS', () => {
  const text = (words: string, more: object = {}) => ({type: 'text', text: words, ...more});
  const paragraph = (...children: object[]) => ({type: 'paragraph', children});
  testReader(
    readText,
    // Strapi and Slate.
    [[paragraph(text('Un parc '), text('calme', {bold: true}), text('.')), paragraph(text('Une mare.'))], 'Un parc calme.\n\nUne mare.'], // prettier-ignore
    // Portable Text.
    [[{_type: 'block', children: [{_type: 'span', text: 'Un parc.'}]}], 'Un parc.'],
    // TipTap.
    [{type: 'doc', content: [{type: 'paragraph', content: [text('Un parc'), {type: 'hardBreak'}, text('calme.')]}]}, 'Un parc\ncalme.'], // prettier-ignore
    // Contentful.
    [{nodeType: 'document', data: {}, content: [{nodeType: 'paragraph', data: {}, content: [{nodeType: 'text', value: 'Un ', marks: [], data: {}}, {nodeType: 'text', value: 'pré.', data: {}}]}]}, 'Un pré.'], // prettier-ignore
    // Editor.js.
    [{time: 1, blocks: [{type: 'paragraph', data: {text: 'Une mare.'}}, {type: 'paragraph', data: {text: 'Avec des joncs.'}}]}, 'Une mare.\n\nAvec des joncs.'], // prettier-ignore
    [[paragraph(text(''))], undefined],
    [{content: []}, undefined],
    [
      {fr: 'Un parc', nl: 'Een park'},
      {fr: 'Un parc', nl: 'Een park'},
    ],
  );
});

describe('the name of a commune', () => {
  testReader(
    readCommuneName,
    ['LE CATEAU-CAMBRESIS', 'Le Cateau-Cambresis'],
    ["VILLENEUVE D'ASCQ", "Villeneuve d'Ascq"],
    ['SAINT-GEORGES-DES-GROSEILLERS', 'Saint-Georges-des-Groseillers'],
    ["L'ÎLE-D'YEU", "L'Île-d'Yeu"],
    ['SINT-NIKLAAS', 'Sint-Niklaas'],
    ['Villeneuve d’Ascq', 'Villeneuve d’Ascq'],
    ['59360 LE CATEAU', 'Le Cateau'],
    ['59360 Ors', 'Ors'],
    ['59450', '59450'],
    ['2A004', '2A004'],
  );
});

describe('a handwritten period', () => {
  testReader(
    readPeriod,
    ['2010–2014', {start: '2010', end: '2014'}],
    ['2010-2014', {start: '2010', end: '2014'}],
    ['2010-10', {start: '2010-10', end: '2010-10'}],
    ['du 1er mars 2003 au 31 mars 2003', {start: '2003-03-01', end: '2003-03-31'}],
    [
      {begin: '01/02/2020', end: '2021'},
      {start: '2020-02-01', end: '2021'},
    ],
    ['mai 2012', {start: '2012-05', end: '2012-05'}],
    ['2023-05-23/2023-05-24', {start: '2023-05-23', end: '2023-05-24'}],
    ['2023-05/2023-06', {start: '2023-05', end: '2023-06'}],
    ['2023-05-23T10:00/2023-05-23T12:00', {start: '2023-05-23T10:00', end: '2023-05-23T12:00'}],
    ['2023-05-23/..', {start: '2023-05-23', end: null}],
    ['23/05/2023-24/05/2023', {start: '2023-05-23', end: '2023-05-24'}],
    ['du 15/08 au 17/08/2024', {start: '2024-08-15', end: '2024-08-17'}],
    ['15-17/08/2024', {start: '2024-08-15', end: '2024-08-17'}],
    ['3, 4 et 5 mai 2024', {start: '2024-05-03', end: '2024-05-05'}],
    ['samedi 4, dimanche 5 et lundi 6 mai 2024', {start: '2024-05-04', end: '2024-05-06'}],
    ['4 & 5 mai 2024', {start: '2024-05-04', end: '2024-05-05'}],
    ['1ER MAI 2024', {start: '2024-05-01', end: '2024-05-01'}],
    ['samedi 4 mai 2024 - 14h', {start: '2024-05-04T14:00', end: '2024-05-04T14:00'}],
    ['4 mai 2024 – 20h30 à 22h', {start: '2024-05-04T20:30', end: '2024-05-04T22:00'}],
    ['2002 / 2006', {start: '2002', end: '2006'}],
    ['Samedi 3 mai 2016 à 18h30', {start: '2016-05-03T18:30', end: '2016-05-03T18:30'}],
    ['15 août 2024 de 14h à 18h', {start: '2024-08-15T14:00', end: '2024-08-15T18:00'}],
    [
      'du vendredi 3 mai 2024 à 20h au dimanche 5 mai 2024 à 18h',
      {start: '2024-05-03T20:00', end: '2024-05-05T18:00'},
    ],
    ['2023-24', {start: '2023', end: '2024'}],
    ['saison 2023/2024', {start: '2023', end: '2024'}],
    ['1er trimestre 2024', {start: '2024-01', end: '2024-03'}],
    ['2e semestre 2024', {start: '2024-07', end: '2024-12'}],
    ['années 1930', {start: '1930', end: '1939'}],
    ['XIXe siècle', {start: '1801', end: '1900'}],
    ['4e quart 19e siècle', {start: '1876', end: '1900'}],
    ['fin 2024', {start: '2024', end: '2024'}],
    ['2015 (en cours)', {start: '2015', end: null}],
    ['avant 1900', {start: 'avant 1900'}],
    ['du 12 au 13/12/2026', {start: '2026-12-12', end: '2026-12-13'}],
    ['les 3, 10 et 17 janvier 2027', {start: '2027-01-03', end: '2027-01-17'}],
    ['3-4 mai 2024 ; 7 juin 2024', {start: '2024-05-03', end: '2024-06-07'}],
    ['du 28 décembre au 3 janvier 2027', {start: '2026-12-28', end: '2027-01-03'}],
    ['14/12 au 3/01/2027', {start: '2026-12-14', end: '2027-01-03'}],
    ['01/04-30/06/2025', {start: '2025-04-01', end: '2025-06-30'}],
    ['mai-juin 2024', {start: '2024-05', end: '2024-06'}],
    ['premier semestre 2025', {start: '2025-01', end: '2025-06'}],
    ['2020-2027 (en cours)', {start: '2020', end: null}],
    ['12 au 15 juin', {start: '12', end: '15 juin'}],
  );

  testReader(
    readPeriod,
    // Catalogues of buildings and of libraries.
    ['1952;1963', {start: '1952', end: '1963'}],
    ['1963, 1952', {start: '1952', end: '1963'}],
    ['4e quart 19e siècle;1er quart 20e siècle', {start: '1876', end: '1925'}],
    ['XIXe', {start: '1801', end: '1900'}],
    ['19e s.', {start: '1801', end: '1900'}],
    ['années 30', {start: '1930', end: '1939'}],
    ['1930s', {start: '1930', end: '1939'}],
    ['1914-18', {start: '1914', end: '1918'}],
    ['[1952?]', {start: '1952', end: '1952'}],
    ['c1950', {start: '1950', end: '1950'}],
    ['1887 (vers)', {start: '1887', end: '1887'}],
    ['après 1950', {start: '1950', end: '1950'}],
  );

  it('has an end, which is null while it runs', () => {
    assert.equal(readEnd('du 3 au 5 mai 2016'), '2016-05-05');
    assert.equal(readEnd('en cours'), null);
    assert.equal(readEnd('bientôt'), 'bientôt');
  });

  it('is told from a date', () => {
    for (const text of ['2023-2024', 'depuis 2016', 'du 15 au 17 août 2024'])
      assert.ok(isPeriod(text), text);
    for (const text of ['2023', '3 mai 2016 à 18h30', 'bientôt', '', null])
      assert.ok(!isPeriod(text), String(text));
  });
});

describe('a spreadsheet URL', () => {
  testReader(
    readLink,
    ['https://a.example/x', 'https://a.example/x'],
    ['www.raismes.fr', 'https://www.raismes.fr'],
    ['raismes.fr/projets?x=1', 'https://raismes.fr/projets?x=1'],
    ['https://a.example ; https://b.example', 'https://a.example'],
    ['voir (https://a.example/x).', 'https://a.example/x'],
    ['mairie@ors.fr', 'mailto:mairie@ors.fr'],
    ['hélène@ors.fr', 'mailto:hélène@ors.fr'],
    [{url: 'https://a.example'}, 'https://a.example'],
    // Kept as it is: the URL check rejects it later, with a warning.
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['en mairie', 'en mairie'],
  );
});

describe('a list in one cell', () => {
  testReader(
    readList,
    ['eau; arbres ;eau', ['eau', 'arbres']],
    ['Logement|Géométrie', ['Logement', 'Géométrie']],
    ['["a","b"]', ['a', 'b']],
    [
      ['a', null, 2],
      ['a', '2'],
    ],
    ['', undefined],
    [
      [{id: 1, nom: 'Eau'}, {name: 'Bois'}, {id: 3}],
      ['Eau', 'Bois'],
    ],
  );
});

describe('a text', () => {
  testReader(
    readText,
    ['  a  ', 'a'],
    [12, '12'],
    [['a', 'b'], 'a, b'],
    [{fr: 'a'}, {fr: 'a'}],
    [{'@value': 'a', '@language': 'fr'}, {fr: 'a'}],
    [{value: '<p>a</p>', format: 'html', processed: 'a', summary: ''}, 'a'],
    [{und: 'a'}, 'a'],
    [
      {fr: ['a', 'b'], nl: ['c']},
      {fr: 'a', nl: 'c'},
    ],
    [
      [
        {language: 'fr', value: 'a'},
        {language: 'nl', value: 'b'},
        {language: 'fr', value: 'c'},
      ],
      {fr: 'a', nl: 'b'},
    ],
    [NaN, undefined],
    ['\n', undefined],
  );

  it('of 20 kB is truncated', () => {
    const text = readText('long '.repeat(4_000)) as string;
    assert.equal(text.length, 5_000);
    assert.ok(text.endsWith('…'));
  });
});

describe('a place', () => {
  const ors = {lat: 50.105, lon: 3.635};
  testReader(
    readGeo,
    [ors, ors],
    [{latitude: '50,105', longitude: '3,635'}, ors],
    [{lat: 50.105, lng: 3.635}, ors],
    [[50.105, 3.635], ors],
    ['50.105, 3.635', ors],
    ['50.105,3.635', ors],
    ['50.105 3.635', ors],
    ['50,105 ; 3,635', ors],
    ['50,105, 3,635', ors],
    ['50,105 3,635', ors],
    ['50,105,3,635', ors],
    ['POINT (3.635 50.105)', ors],
    ['{"lat": 50.105, "lon": 3.635}', ors],
    ['[50.105, 3.635]', ors],
    ['', undefined],
    [null, undefined],
    ['Ors', 'Ors'],
  );

  it('from a source with longitude first', () => {
    assert.deepEqual(readGeo([3.635, 50.105], 'lon-lat'), ors);
    assert.deepEqual(readGeo('3.635, 50.105', 'lon-lat'), ors);
  });
});
