import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fetchedUrls} from '../../src/data/url-attributes.js';

describe('the URLs that an attribute makes a widget fetch', () => {
  it('are one, or several if the attribute takes several', () => {
    assert.deepEqual(fetchedUrls('api', ' /api  https://x.fr/api '), ['/api', 'https://x.fr/api']);
    assert.deepEqual(fetchedUrls('places', '/les communes.json'), ['/les communes.json']);
    for (const name of ['api', 'places', 'tiles', 'fields'])
      assert.deepEqual(fetchedUrls(name, ''), [], name);
  });

  it('include basemaps, but not their names', () => {
    for (const tiles of ['none', 'ign', 'ign-ortho', 'osm-be'])
      assert.deepEqual(fetchedUrls('tiles', tiles), [], tiles);
    for (const tiles of ['https://x.fr/{z}/{x}/{y}.png', 'nord.pmtiles', '//x.fr/a', '{z}{x}{y}'])
      assert.deepEqual(fetchedUrls('tiles', tiles), [tiles]);
  });

  it('include pictures written in "fields", in any collection', () => {
    const written = 'https://x.fr/photos/{id}.jpg';
    for (const name of ['image', 'image.src', 'cover.src', 'logo.src'])
      assert.deepEqual(fetchedUrls('fields', `title: nom; ${name}: photo | "${written}"`), [
        written,
      ]);
  });

  it('cover all of "fields": the only URL of a record that a page fetches is named "src"', () => {
    const folder = new URL('../../src/model/schemas/', import.meta.url);
    const schema = readdirSync(folder)
      .map(name => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const names = [...schema.matchAll(/(\w+): (?:\w+\()*fetchUrl\b/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(names)], ['src']);
  });

  it('are unknown if the URL of a picture does not begin with its complete host', () => {
    for (const text of [
      '{site}.x.fr/a.png',
      'https://{host}/a.png',
      'https://x.fr{rest}',
      'https://x.fr:{port}/a.png',
      'https:x.fr/a.png',
      '//x.fr/a.png',
      '/photos/{id}.jpg',
      'x.fr/a.png',
      'voir https://x.fr/a.png',
      ' https://x.fr/a.png',
      '{a}{b}',
      '',
    ])
      assert.deepEqual(fetchedUrls('fields', `image: "${text}"`), [undefined], text);
  });

  it('exclude URLs from records, links and other texts', () => {
    for (const fields of [
      'image: photo',
      'image: "{photo}"',
      'url: "https://x.fr/{id}"',
      'title: "{nom} : {id}"',
      'image',
      '"',
    ])
      assert.deepEqual(fetchedUrls('fields', fields), [], fields);
    for (const name of ['href', 'policy', 'q', 'constructor', '__proto__'])
      assert.deepEqual(fetchedUrls(name, 'https://x.fr/'), [], name);
  });
});
