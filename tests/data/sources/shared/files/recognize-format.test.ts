import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openForeignSource} from '../../../../../src/data/sources/registry.js';
import {recognizeFormat} from '../../../../../src/data/sources/shared/files/recognize-format.js';
import {FakeServer, neverAborted} from '../../../fake-server.js';

const FILES = {
  csv: 'nom;commune\nLavoir;Ors\n',
  geojson: '{"type": "FeatureCollection", "features": []}',
  ics: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
  json: '[{"nom": "Lavoir"}]',
  rss: '<?xml version="1.0"?><!-- a feed --><rss version="2.0"><channel/></rss>',
};

/** Returns the message of the failure of a source kind to read a file. */
async function failureOf(kind: string, body: string | Uint8Array): Promise<string> {
  const {client} = new FakeServer({'/f': body});
  const source = await openForeignSource(kind, {
    url: 'https://commune.example/f',
    fields: '',
    client,
  });
  return source.find('resources', {limit: 1}, {signal: neverAborted, warn: () => {}}).then(
    () => '',
    (error: unknown) => String(error).replace(/.*?\/f: /, ''),
  );
}

describe('a file that another kind of source reads', () => {
  for (const [kind, found] of [
    ['csv', 'ics'],
    ['csv', 'geojson'],
    ['geojson', 'csv'],
    ['geojson', 'ics'],
    ['ics', 'rss'],
    ['json', 'csv'],
    ['json', 'rss'],
    ['rss', 'ics'],
  ] as const)
    it(`is named with its kind: ${found} for source="${kind}"`, async () => {
      const failure = await failureOf(kind, FILES[found]);
      assert.match(failure, new RegExp(`^expected .+, and the answer is .+: source="${found}"`));
    });
});

describe('a file that no source reads', () => {
  for (const [name, body, target] of [
    ['KML', '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"/>', 'GeoJSON'],
    ['GPX', '<gpx version="1.1"/>', 'GeoJSON'],
    ['Shapefile', 'PK\x03\x04 lieux.shp lieux.dbf', 'GeoJSON'],
    ['XLSX', 'PK\x03\x04 [Content_Types].xml', 'CSV'],
    ['GeoPackage', 'SQLite format 3\0', 'GeoJSON'],
  ] as const)
    it(`is named with the format to convert it to: ${name}`, async () => {
      for (const kind of Object.keys(FILES))
        assert.match(
          await failureOf(kind, body),
          new RegExp(`is ${name}, which no source reads: convert it to ${target}$`),
          kind,
        );
    });

  it('is named if it is a page, a PDF or an image, and is no table', async () => {
    for (const [name, start] of [
      ['HTML', '\ufeff \n<!DOCTYPE html><html>'],
      ['HTML', '<html lang="fr">'],
      ['PDF', '%PDF-1.7'],
      ['image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
      ['XLS', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
      ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ] as const) {
      assert.equal(recognizeFormat(start)?.name, name);
      assert.match(await failureOf('csv', start), new RegExp(`^expected CSV.* ${name}`));
    }
  });
});

describe('a file that is damaged', () => {
  it('is not well-formed, or empty', async () => {
    assert.match(await failureOf('geojson', FILES.geojson.slice(0, 30)), /not well-formed$/);
    assert.match(await failureOf('json', '[{"nom": "Lav'), /not well-formed$/);
    for (const kind of Object.keys(FILES)) assert.match(await failureOf(kind, ' '), /empty$/, kind);
  });

  it('may be a table of one column, or of anything else', async () => {
    assert.equal(await failureOf('csv', 'nom\nLavoir\n[sic] Puits\n'), '');
    assert.equal(await failureOf('csv', 'Lavoir'), '');
  });
});
