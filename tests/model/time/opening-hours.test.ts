import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formatOpeningHours} from '../../../src/model/time/opening-hours.js';

/** Returns a text without the characters that keep a range on one line. */
const visible = (text: string): string => text.replaceAll('\u2060', '');

describe('opening hours', () => {
  it('in the syntax of schema.org have the days of the language', () => {
    const hours = 'Mo-Fr 09:00-12:00,14:00-18:00; Sa,Su 10:00-12:00';
    assert.equal(
      visible(formatOpeningHours(hours, 'fr')),
      'lun.–ven. 09:00–12:00, 14:00–18:00; sam., dim. 10:00–12:00',
    );
    assert.equal(formatOpeningHours('Tu', 'nl'), 'di');
    assert.equal(
      visible(formatOpeningHours('Mo 09:00-12:00, We 14:00-18:00', 'en')),
      'Mon 09:00–12:00, Wed 14:00–18:00',
    );
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
      if (text !== 'Mo') assert.equal(formatOpeningHours(text, 'fr'), text);
  });
});
