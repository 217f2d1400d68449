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
    ['[1,\n2 3]', 2],
    ['var halles = {"a": 1,};', 1],
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

describe('JSON with several lists', () => {
  const body = JSON.stringify({evenements: [{nom: 'Bal'}], saisons: [{nom: '2026'}]});

  it('is converted by the address of one of them', async () => {
    const {records} = await convertFile(body, {format: 'json', sheet: '#/saisons'});
    assert.deepEqual(records.map(({title}) => title), ['2026']); // prettier-ignore
  });

  it('is not if the address leads nowhere', async () => {
    const {said} = await convertFile(body, {format: 'json', sheet: '#/lotos'}, 'f');
    assert.deepEqual(said, ['fatal f: the file has no list of records']);
  });
});

describe('JSON in a script', () => {
  for (const [before, after] of [
    ['var json_Halles_1 = ', ''],
    ['const halles = ', ';\n'],
    ['module.exports = ', ';'],
    ['export default ', ''],
    ['rappel(', ');'],
    ['window.data=', ''],
  ])
    it(`is read: ${before}…${after}`, async () => {
      const feature = {type: 'Feature', properties: {nom: 'Halle'}, geometry: {type: 'Point', coordinates: [3, 50]}}; // prettier-ignore
      const text = JSON.stringify({type: 'FeatureCollection', features: [feature]});
      const {records} = await convertFile(`${before}${text}${after}`, {format: 'geojson'});
      assert.deepEqual(records, [{id: 'halle', title: 'Halle', geo: {lat: 50, lon: 3}}]);
    });
});
