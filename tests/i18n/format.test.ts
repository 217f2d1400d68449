import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LocalizeController} from '../../src/controllers/localize-controller.js';
import {records} from '../../src/i18n/fr/widgets.js';
import {formatPeriod, formatYears} from '../../src/controllers/format-period.js';
import {loadMessages, supportedLanguages} from '../../src/i18n/catalogues.js';
import {
  formatCountry,
  formatLanguage,
  formatList,
  formatNumber,
  formatWait,
} from '../../src/i18n/format.js';
import {formatBytes, formatDistance, formatMoney} from '../../src/i18n/format-measures.js';
import {formatDateTimeRange, formatTimeRange} from '../../src/i18n/format-time.js';
import {fold} from '../../src/model/fold.js';
import type {Sort} from '../../src/model/query.js';
import {ArrayRecordList} from '../../src/model/collection/record-list.js';
import {CollectionIndex} from '../../src/model/collection/collection-index.js';
import {placeNames} from '../../src/model/text.js';

/** Replaces all kinds of space, which differ between versions of CLDR. */
const plain = (text: string): string => text.replace(/[\s\u2009\u202f\u00a0]+/g, ' ');

/** Returns titles in the sort order of a language. */
function sortedBy(sort: Sort, lang: string, titles: readonly string[]) {
  const records = titles.map((title, id) => ({id, title}));
  const {items} = new CollectionIndex('resources', new ArrayRecordList(records)).find({sort, lang});
  return [...items].map(({title}) => title);
}

/** Returns the messages of a widget in a language, without a widget. */
async function createLocalizer(language: string) {
  const host = {addController() {}, requestUpdate() {}};
  const i18n = new LocalizeController(host as never, {records});
  i18n.language = language;
  if (!language.startsWith('fr')) i18n.messages = await loadMessages(language);
  return i18n;
}

describe('formatted dates', () => {
  const CASES: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
    fr: [
      ['2016-10-01', '2021-09-30', '1er octobre 2016 – 30 septembre 2021'],
      ['2016-10-01', '2016-10-04', '1er–4 octobre 2016'],
      ['2016-10', '2017-03', 'octobre 2016 – mars 2017'],
      ['2021', '2027', '2021–2027'],
      ['2016', '2016', '2016'],
      ['2016', '2017-03', '2016 – mars 2017'],
      ['2023', '', 'depuis 2023'],
      ['2023-05', '', 'depuis mai 2023'],
      ['2023-05-12', '', 'depuis le 12 mai 2023'],
      ['', '2027', 'jusqu’en 2027'],
      ['', '2027-03', 'jusqu’en mars 2027'],
      ['', '2027-03-12', 'jusqu’au 12 mars 2027'],
    ],
    'fr-BE': [['2016-10-01', '2021-09-30', '1er octobre 2016 – 30 septembre 2021']],
    nl: [
      ['2016-10-01', '2021-09-30', '1 oktober 2016 – 30 september 2021'],
      ['2023', '', 'sinds 2023'],
      ['', '2027', 'tot 2027'],
    ],
    'nl-BE': [['2016-10', '2017-03', 'oktober 2016 – maart 2017']],
    en: [
      ['2016-10-01', '2021-09-30', 'October 1, 2016 – September 30, 2021'],
      ['', '2027', 'until 2027'],
    ],
    'en-GB': [['2016-10-01', '2021-09-30', '1 October 2016 – 30 September 2021']],
    de: [
      ['2016-10-01', '2021-09-30', '1. Oktober 2016 – 30. September 2021'],
      ['2023-05-12', '', 'seit dem 12. Mai 2023'],
      ['2023', '', 'seit 2023'],
    ],
  };
  for (const [language, cases] of Object.entries(CASES))
    it(`I-05 follow the rules of ${language}, with an en dash, and words for open ends`, async () => {
      const i18n = await createLocalizer(language);
      for (const [start, end, words] of cases) {
        const period = {...(start && {start}), ...(end && {end})};
        assert.equal(plain(formatPeriod(i18n, period)), words);
      }
    });

  it('I-05 show a programme by its years, always in the same form', async () => {
    for (const language of supportedLanguages()) {
      const i18n = await createLocalizer(language);
      assert.equal(formatYears(i18n, {start: '2021-01-01', end: '2027-12-31'}), '2021–2027');
    }
  });

  it('I-05 are calendar dates, whatever the reader’s time zone', async () => {
    const i18n = await createLocalizer('fr');
    assert.equal(plain(i18n.date('2016-10-01')), '1er octobre 2016');
    assert.equal(plain(i18n.date('2016-03-27')), '27 mars 2016', 'the night of a changed clock');
    assert.equal(i18n.date('2016'), '2016');
    assert.equal(i18n.date('bientôt'), 'bientôt', 'what is no date stands as it is');
  });

  it('I-05 show the time of an update, as precisely as it is known', async () => {
    for (const [language, day, month, year] of [
      ['fr', 'mis à jour le 1er mars 2026', 'mis à jour en mars 2026', 'mis à jour en 2026'],
      ['nl', 'bijgewerkt op 1 maart 2026', 'bijgewerkt in maart 2026', 'bijgewerkt in 2026'],
      ['de', 'aktualisiert am 1. März 2026', 'aktualisiert im März 2026', 'aktualisiert 2026'],
    ] as const) {
      const i18n = await createLocalizer(language);
      const said = ['2026-03-01', '2026-03', '2026'].map(date =>
        plain(i18n.messages.updated(i18n.date(date))),
      );
      assert.deepEqual(said, [day, month, year]);
    }
  });
});

describe('formatted times', () => {
  const at = (time: string) => new Date(`2026-10-24T${time}Z`);

  it('I-05 are hours and minutes as French writes them, without a break', () => {
    assert.equal(formatTimeRange('fr', at('09:30')), '9\u00a0h\u00a030');
    assert.equal(plain(formatTimeRange('fr-BE', at('00:00'), at('14:05'))), '0 h – 14 h 05');
    assert.equal(
      plain(formatDateTimeRange('fr', at('22:00'), at('22:00'))),
      '24 octobre 2026 à 22 h',
    );
  });

  it('I-05 follow the rules of other languages', () => {
    assert.match(plain(formatTimeRange('nl', at('09:30'), at('14:00'))), /^09:30 ?– ?14:00$/);
    assert.equal(plain(formatTimeRange('de', at('09:30'))), '09:30');
  });
});

describe('numbers, order and search', () => {
  it('writes counts as the browser does', () => {
    for (const language of ['fr', 'fr-FR', 'nl', 'nl-BE', 'en', 'de', 'de-AT']) {
      const format = new Intl.NumberFormat(language);
      for (const count of [0, 1, -1, 12, 999, -999, 1000, -1000, 54_321, 1_234_567, 5e9])
        assert.equal(formatNumber(language, count), format.format(count));
    }
  });

  it('creates no formatter for a count in French, which is slow once a page', t => {
    const format = t.mock.method(Intl, 'NumberFormat');
    // No other test uses a formatter with seven digits, which would be there already.
    for (const language of ['fr', 'fr-FR']) formatNumber(language, 44_480, 7);
    assert.equal(format.mock.callCount(), 0);
  });

  it('I-06 follow the format of each language', () => {
    assert.equal(plain(formatNumber('fr', 1234567)), '1 234 567');
    assert.equal(formatNumber('nl-BE', 1234567), '1.234.567');
    assert.equal(formatNumber('en', 1234567), '1,234,567');
    assert.equal(formatNumber('de', 1234567), '1.234.567');
    assert.equal(plain(formatMoney('fr', 2_200_000)), '2,2 M€');
    assert.match(plain(formatMoney('nl', 2_200_000)), /^€ 2,2 mln\.$/);
    assert.equal(plain(formatDistance('fr', 850)), '850 m');
    assert.equal(plain(formatDistance('fr', 1250)), '1,3 km');
    assert.equal(plain(formatDistance('en', 1250)), '1.3 km');
    assert.deepEqual(
      [0.2, 119, 121, 7199, 86_400].map(seconds => plain(formatWait('fr', seconds))),
      ['1 s', '119 s', '3 min', '120 min', '24 h'],
    );
    assert.equal(plain(formatBytes('fr', 2_400_000)), '2,4 Mo');
    assert.equal(plain(formatBytes('de', 2_400_000)), '2,4 MB');
    assert.equal(formatList('fr', ['a', 'b', 'c']), 'a, b et c');
    assert.equal(formatList('nl', ['a', 'b', 'c']), 'a, b en c');
    assert.equal(formatLanguage('fr', 'nl'), 'néerlandais');
    assert.equal(formatCountry('de', 'BE'), 'Belgien');
  });

  it('I-06 sort by the alphabet of the language, numbers by value, ignoring case and accents', () => {
    const sorted = (titles: readonly string[], lang: string) => sortedBy('title', lang, titles);
    assert.deepEqual(sorted(['Étape 10', 'zone', 'étape 2', 'Eau', 'école'], 'fr'), [
      'Eau',
      'école',
      'étape 2',
      'Étape 10',
      'zone',
    ]);
    assert.deepEqual(sorted(['Zell', 'Öhringen', 'Oppau'], 'de'), ['Öhringen', 'Oppau', 'Zell']);
    assert.deepEqual(sorted(['b', 'a'], 'no language at all'), ['a', 'b']);
  });

  it('I-06 find a word regardless of case, accents and ligatures', () => {
    for (const [written, typed] of [
      ['Écluse', 'ecluse'],
      ['Cœur', 'COEUR'],
      ['e\u0301cluse', 'écluse'],
      ['ĳzer', 'ijzer'],
      ['Straße', 'strasse'],
      ['l’eau', "l'eau"],
      ['Wo\u00adchen\u00admarkt', 'wochenmarkt'],
    ] as const)
      assert.equal(fold(written), fold(typed), written);
  });
});

describe('a browser without the data of a language', () => {
  /** Runs a function while part of `Intl` is missing or throws. */
  const withoutIntl = (part: string, broken: unknown, run: () => void): void => {
    const known = Object.getOwnPropertyDescriptor(Intl, part)!;
    Object.defineProperty(Intl, part, {...known, value: broken});
    try {
      run();
    } finally {
      Object.defineProperty(Intl, part, known);
    }
  };
  function Throwing(): never {
    throw new RangeError('no data');
  }

  it('I-08 still formats dates as ISO 8601, and numbers, lists and names', async () => {
    // A different language tag each time, so that no formatter is cached.
    let n = 0;
    const fresh = () => `fr-x-a${String(n++)}`;
    for (const broken of [undefined, Throwing]) {
      const i18n = await createLocalizer(fresh());
      withoutIntl('DateTimeFormat', broken, () => {
        assert.equal(i18n.date('2016-10-01'), '2016-10-01');
        const words = formatPeriod(i18n, {start: '2016-10-01', end: '2017-03-02'});
        assert.equal(words, '2016-10-01 – 2017-03-02');
        i18n.language = fresh();
        assert.equal(formatPeriod(i18n, {start: '2016-10', end: '2017-03'}), '2016-10 – 2017-03');
        assert.equal(formatPeriod(i18n, {start: '2016', end: '2017'}), '2016–2017');
      });
      withoutIntl('NumberFormat', broken, () => {
        assert.equal(formatNumber(fresh(), 1234), '1234');
        assert.equal(formatMoney(fresh(), 1_500_000), '1500000 EUR');
        assert.equal(formatDistance(fresh(), 850), '850 m');
        assert.equal(formatDistance(fresh(), 1250), '1.3 km');
        assert.equal(formatBytes(fresh(), 2_400_000), '2.4 MB');
      });
      withoutIntl('ListFormat', broken, () => {
        assert.equal(formatList(fresh(), ['a', 'b', 'c']), 'a, b, c');
      });
      withoutIntl('DisplayNames', broken, () => {
        assert.equal(formatLanguage(fresh(), 'nl'), 'nl');
        assert.equal(formatCountry(fresh(), 'BE'), 'BE');
      });
      withoutIntl('Collator', broken, () => {
        assert.deepEqual(sortedBy('title', fresh(), ['b', 'a']), ['a', 'b']);
      });
    }
  });
});

describe('the names of a place', () => {
  const mouscron = {fr: 'Mouscron', nl: 'Moeskroen'};

  it('I-09 are both shown, the reader’s first', () => {
    assert.equal(placeNames(mouscron, 'fr'), 'Mouscron / Moeskroen');
    assert.equal(placeNames(mouscron, 'nl-BE'), 'Moeskroen / Mouscron');
    assert.equal(placeNames(mouscron, 'en'), 'Mouscron / Moeskroen');
    assert.equal(
      placeNames({fr: 'Lille', nl: 'Lille'}, 'nl'),
      'Lille',
      'one that is the same, once',
    );
  });

  it('I-09 are unchanged if there is only one', () => {
    assert.equal(placeNames('Dunkerque', 'nl'), 'Dunkerque');
    assert.equal(placeNames('Mouscron / Moeskroen', 'nl'), 'Mouscron / Moeskroen');
    assert.equal(placeNames(undefined, 'fr'), '');
  });
});
