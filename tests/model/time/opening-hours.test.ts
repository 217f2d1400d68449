import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formatOpeningHours} from '../../../src/model/time/opening-hours.js';

/** Returns a text without the characters that keep a range on one line. */
const visible = (text: string): string => text.replaceAll('\u2060', '');

const words = {publicHolidays: 'jours fériés', closedDay: 'fermé', alwaysOpen: '7 j/7, 24 h/24'};
const format = (text: string, language: string): string =>
  formatOpeningHours(text, language, words);

describe('opening hours', () => {
  it('in the syntax of schema.org have the days of the language', () => {
    const hours = 'Mo-Fr 09:00-12:00,14:00-18:00; Sa,Su 10:00-12:00';
    assert.equal(
      visible(format(hours, 'fr')),
      'lun.–ven. 09:00–12:00, 14:00–18:00; sam., dim. 10:00–12:00',
    );
    assert.equal(format('Tu', 'nl'), 'di');
    assert.equal(
      visible(format('Mo 09:00-12:00, We 14:00-18:00', 'en')),
      'Mon 09:00–12:00, Wed 14:00–18:00',
    );
  });

  it('in the syntax of OpenStreetMap have seasons, public holidays and closed days', () => {
    for (const [hours, shown] of [
      [
        'Tu-Sa 10:00-12:00,14:00-18:00; PH off',
        'mar.–sam. 10:00–12:00, 14:00–18:00; jours fériés fermé',
      ],
      [
        'Apr-Oct: Mo-Su 09:00-19:00; Nov-Mar We 14:00-17:00',
        'avr.–oct.: lun.–dim. 09:00–19:00; nov.–mars mer. 14:00–17:00',
      ],
      ['24/7', '7 j/7, 24 h/24'],
      ['08:00-20:00', '08:00–20:00'],
      ['Su,PH closed', 'dim., jours fériés fermé'],
    ] as const)
      assert.equal(visible(format(hours, 'fr')), shown);
  });

  it('in words stay as they are, however long', () => {
    for (const text of [
      'Mairie : lundi 9h-12h',
      'Mo',
      '',
      'Su 25h',
      'Monday',
      `${'Mo,'.repeat(10_000)}x`,
    ])
      if (text !== 'Mo') assert.equal(format(text, 'fr'), text);
  });
});
