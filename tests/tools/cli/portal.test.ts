import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {ItemsSource} from '../../../src/data/sources/document/document.js';
import {COLLECTIONS} from '../../../src/model/records.js';
import {runShell} from './shell.js';
import {listen, type LocalServer} from '../../support/listen.js';

type Portal = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Returns the validation errors that a widget would report for a document. */
async function validationErrors(document: Portal): Promise<string[]> {
  const told: string[] = [];
  const source = new ItemsSource(document, line => told.push(line));
  const {signal} = new AbortController();
  for (const name of COLLECTIONS.filter(name => document[name])) {
    const {total, items, report} = await source.find(name, {limit: Infinity}, {signal});
    assert.equal(total, document[name]?.length, name);
    assert.equal([...items].length, total);
    told.push(...report.errors);
  }
  return told;
}

const CSV = 'Titre;Lien;Latitude;Longitude\nOrs;https://exemple.fr/ors;50,1;3,6\n';
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {type: 'Feature', properties: {nom: 'Terril 1'}, geometry: {type: 'Point', coordinates: [3, 50.4]}},
    {type: 'Feature', properties: {nom: 'Terril 2', haut: 9}, geometry: {type: 'Point', coordinates: [3, 500]}},
    7,
    {type: 'Feature', properties: {nom: 'Cavalier'}, geometry: {type: 'LineString', coordinates: [[3, 50], [3.1, 50]]}},
  ],
}, null, 1); // prettier-ignore

describe('npx spass-widgets portal', () => {
  let server: LocalServer;
  before(async () => {
    const listener = createServer(({url = ''}, response) => {
      const {pathname, searchParams} = new URL(url, 'http://localhost');
      const json = (body: unknown, headers: Record<string, string> = {}) =>
        response.writeHead(200, headers).end(JSON.stringify(body));
      const page = Number(searchParams.get('page'));
      if (pathname.endsWith('/exports/json'))
        json([...Array(250).keys()].map(i => ({titre: `Fiche ${i}`, geo: {lat: 50, lon: 3}})));
      else if (pathname === '/site/wp-json/wp/v2/posts' && page <= 3)
        json(
          [...Array(page < 3 ? 100 : 5).keys()].map(i => ({
            id: 1000 * page + i,
            date: '2026-01-02T03:04:05',
            link: 'https://exemple.fr/a',
            title: {rendered: `Article &amp; ${page}`},
            excerpt: {rendered: '<p>Un <b>texte</b></p>', protected: page === 3 && i === 0},
          })),
        );
      else if (pathname === '/fiches.csv') response.end(CSV);
      else response.writeHead(400).end('{}');
    });
    server = await listen(listener);
  });
  after(() => server.close());

  it('converts one of the lists of a JSON file', async () => {
    const file = JSON.stringify({bals: [{nom: 'Bal'}], lotos: [{nom: 'Loto'}]});
    const {out, code} = await runShell(['portal', 'from-json', 'f.json#/lotos'], {'f.json': file});
    const {resources = []} = JSON.parse(out) as Portal;
    assert.deepEqual([code, resources.map(({title}) => title)], [0, ['Loto']]);
  });

  it('converts a CSV file to a valid portal', async () => {
    const {code, out, err} = await runShell(
      [
        ...'portal from-csv fiches.csv --family Thème --lang fr --updated 2026-11-01'.split(' '),
        ...['--portal-title', 'Le pays d’Ors', '--portal-url', 'https://exemple.fr/portail'],
        ...['--licence', 'Licence Ouverte 2.0', '--contact', 'portail@exemple.fr'],
      ],
      {'fiches.csv': CSV},
    );
    assert.equal(err, '1 record, 0 errors, 0 warnings\n');
    assert.equal(code, 0);
    const document = JSON.parse(out) as Portal;
    assert.deepEqual(await validationErrors(document), []);
    assert.deepEqual(document, {
      version: '1',
      attribution: {
        text: 'Le pays d’Ors',
        lang: 'fr',
        url: 'https://exemple.fr/portail',
        licence: 'Licence Ouverte 2.0',
        updated: '2026-11-01',
      },
      contact: 'mailto:portail@exemple.fr',
      portals: [
        {
          id: 'le-pays-d-ors',
          title: 'Le pays d’Ors',
          url: 'https://exemple.fr/portail',
          family: 'theme',
          languages: ['fr'],
        },
      ],
      resources: [
        {
          portals: ['le-pays-d-ors'],
          lang: 'fr',
          id: 'ors',
          title: 'Ors',
          url: 'https://exemple.fr/ors',
          geo: {lat: 50.1, lon: 3.6},
        },
      ],
    });
  });

  it('makes events, projects and organisations, with headings in four languages', async () => {
    for (const [kind, csv, record] of [
      [
        'events',
        'Veranstaltung;Beginn;Ende;Ort\nFest;12.12.2026;13.12.2026;Saal\n',
        {title: 'Fest', period: {start: '2026-12-12', end: '2026-12-13'}, place: 'Saal'},
      ],
      [
        'projects',
        'Project;Looptijd;Partners;Totaal budget;EFRO\nTEC!;2016–2022;CAUE (FR) | INTERREG;1.234,5;617,25\n',
        {
          title: 'TEC!',
          period: {start: '2016', end: '2022'},
          partners: [{name: 'CAUE', country: 'FR'}, {name: 'INTERREG'}],
          budget: {total: 1234.5, eu: 617.25},
        },
      ],
      [
        'organisations',
        'Name;Country;Role;Website\nCAUE;FR;Lead;caue.fr\n',
        {name: 'CAUE', country: 'FR', role: 'Lead', url: 'https://caue.fr/'},
      ],
      [
        'resources',
        'Titre;Titre (nl);Résumé nl\nEau;Water;Tekst\n',
        {title: {fr: 'Eau', nl: 'Water'}, abstract: {nl: 'Tekst'}},
      ],
    ] as const) {
      // prettier-ignore
      const {out, err} = await runShell(`portal from-csv f.csv --kind ${kind}`, {'f.csv': csv});
      const document = JSON.parse(out) as Portal;
      const {id, ...made} = document[kind]?.[0] ?? {};
      assert.deepEqual(made, record, err);
      assert.equal(typeof id, 'string');
      assert.deepEqual(await validationErrors(document), []);
    }
  });

  it('lists the data lost from GeoJSON, entry by entry, and exits with an error code', async () => {
    const {code, out, err} = await runShell('portal from-geojson t.geojson', {
      't.geojson': geojson,
    });
    assert.equal(code, 1);
    assert.deepEqual(err.trim().split('\n'), [
      't.geojson:31:3 (record 3): "…" is not a record',
      't.geojson (haut): unknown column, 1 value omitted: map the column to a field (“fields”) or ignore it (“ignore”)',
      't.geojson:17:3 (geometry, record 2): expected a number between -90 and 90, got 500',
      't.geojson: 1 line or area: the portal keeps a point of each. A map layer can display them from GeoJSON',
      '3 records, 3 errors, 1 warning',
    ]);
    assert.deepEqual(await validationErrors(JSON.parse(out) as Portal), []);
    const forced = await runShell('portal from-geojson - --force', {'-': geojson});
    assert.equal(forced.code, 0);
  });

  it('reads a complete dataset, all posts of a site, and a file by URL', async () => {
    for (const [words, count, said] of [
      [`from-opendatasoft ${server.url}/explore/dataset/fiches/`, 250, ''],
      [`from-wordpress ${server.url}/site`, 204, '1 password-protected post omitted'],
      [`from-csv ${server.url}/fiches.csv`, 1, ''],
    ] as const) {
      const {out, err} = await runShell(`portal ${words}`);
      const document = JSON.parse(out) as Portal;
      assert.equal(document['resources']?.length, count, err);
      assert.ok(err.includes(said));
      assert.deepEqual(await validationErrors(document), []);
    }
  });

  it('speaks other languages', async () => {
    const files = {'f.csv': 'Titre;Lien\na;javascript:0\n'};
    const {err} = await runShell('portal from-csv f.csv --messages fr', files);
    assert.match(
      err,
      /^f\.csv:2:2 \(Lien, B2\): attendu\u00a0: lien.*\n1 fiche, 1 erreur, 0 avertissement/,
    );
  });

  it('says in French that a file does not exist', async () => {
    const {code, err} = await runShell('portal from-csv fiches.csv --messages fr');
    assert.equal(code, 1);
    assert.equal(err, 'spass-widgets portal: le fichier fiches.csv n’existe pas\n');
  });

  it('reports unknown arguments', async () => {
    for (const [words, sentence, status] of [
      ['portal', /the format is missing/, 2],
      ['portal from-pdf f.csv', /unknown format "from-pdf"/, 2],
      ['portal from-csv', /the file or URL is missing/, 2],
      ['portal from-csv f.csv g.csv', /expected one file/, 2],
      ['portal from-csv f.csv --kind stories', /--kind: "stories" is not one of resources/, 2],
      ['portal from-csv f.csv --messages es', /--messages/, 2],
      ['portal from-csv f.csv --colour', /--colour/, 2],
      ['portal from-csv nowhere.csv', /no file nowhere\.csv/, 1],
      ['portal from-csv http://exemple.org/f.csv', /https, or on this machine/, 1],
      [`portal from-csv ${server.url}/none.csv`, /answered 400/, 1],
      ['portal from-geojson f.csv', /f\.csv: the content is CSV: choose "csv"/, 1],
      ['portal from-wordpress f.json', /the content is not WordPress/, 1],
    ] as const) {
      const {code, out, err} = await runShell(words, {'f.csv': CSV, 'f.json': '{}'});
      assert.equal(code, status, words);
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.doesNotMatch(err, / at .*\.ts:/);
    }
    const {code, err} = await runShell('portal from-csv f.csv --family parti', {'f.csv': CSV});
    assert.equal(code, 1);
    assert.match(err, /“family”: "parti" is not valid/);
  });
});
