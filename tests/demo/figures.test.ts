import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {distance, type Geo} from '../../src/model/geo/geo.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../demo/${path}`, import.meta.url), 'utf8');

/** Returns the key figures of a page, in order. */
const figuresOf = (page: string): number[] =>
  [...read(`portails/${page}.html`).matchAll(/<dd>(\d+)<\/dd>/g)].map(([, figure]) =>
    Number(figure),
  );

test('the key figures of ArchiRès are those of its table', () => {
  const [header = '', ...rows] = read('made/pfe.csv').trim().split(/\r\n/);
  const column = header.split(';').indexOf('localisation');
  const places = rows.map(row => row.split(';')[column] ?? '').filter(Boolean);
  const {length} = places;
  assert.deepEqual(figuresOf('archires'), [
    rows.length,
    length,
    new Set(places).size,
    rows.length - length,
  ]);
});

test('the key figures of Mérimée are those of its two sources', () => {
  const {projects} = JSON.parse(read('made/chantiers.json')) as {projects: readonly {geo: Geo}[]};
  const monuments = JSON.parse(read('made/monuments.json')) as readonly {
    coordonnees_au_format_wgs84: Geo | null;
  }[];
  const places = monuments.flatMap(one => one.coordonnees_au_format_wgs84 ?? []);
  const isNear = (geo: Geo, others: readonly Geo[]): boolean =>
    others.some(other => distance(geo, other) <= 500);
  const sites = projects.map(({geo}) => geo);
  assert.deepEqual(figuresOf('merimee'), [
    sites.length,
    sites.filter(site => isNear(site, places)).length,
    monuments.length,
    places.filter(place => isNear(place, sites)).length,
  ]);
});
