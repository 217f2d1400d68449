import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {convertFile} from './convert-fixture.js';

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n');

describe('a reason for which a file is not read has a message', () => {
  for (const [lines, message] of [
    [['SUMMARY:Bal'], 'error f: event "a" ignored: it has no date'],
    [['DTSTART:hier'], 'error f: event "a" ignored: it is malformed'],
    [['DTSTART:20261201T100000', 'CLASS:PRIVATE'], 'error f: 1 private event ignored'],
    [
      ['DTSTART:20261201T100000', 'RRULE:FREQ=HOURLY'],
      'error f: event "a": its recurrence rule is not read completely',
    ],
  ] as const)
    it(message, async () => {
      const {said} = await convertFile(calendar(...lines), {format: 'ics', kind: 'events'}, 'f');
      assert.equal(said[0], message);
    });

  for (const [text, line] of [
    ['[1,\n2', 2],
    ['nothing', 1],
  ] as const)
    it(`malformed JSON on line ${line}`, async () => {
      const {said} = await convertFile(text, {format: 'json'}, 'f');
      assert.deepEqual(said, [`fatal f: malformed JSON on line ${line}`]);
    });

  it('a geometry', async () => {
    const geometry = {type: 'Polygon', coordinates: [[[3, 50]]]};
    const feature = {type: 'Feature', geometry, properties: {nom: 'A'}};
    const {said} = await convertFile(JSON.stringify(feature), {format: 'geojson'}, 'f');
    assert.match(said.join('\n'), /malformed geometry: the record is not on the map/);
    assert.doesNotMatch(said.join('\n'), /expected/);
  });

  it('no headings', async () => {
    const {said} = await convertFile('1;Lavoir;59360\n2;Halle;59310\n');
    assert.match(said[0] ?? '', /this line is read as headings, but contains "1"/);
  });

  it('none for the delimiter that Excel writes', async () => {
    const {said, records} = await convertFile('sep=;\nTitre;Date\nBal;2026\n');
    assert.deepEqual(said, []);
    assert.equal(records.length, 1);
  });

  it('an amount in another currency', async () => {
    const {said} = await convertFile("Titre;Budget\nPont;CHF 12'000\nHalle;3000\n", {
      kind: 'projects',
    });
    assert.match(said.join('\n'), /an amount in euros such as 12,000 €/);
  });
});
