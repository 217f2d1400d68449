import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  checkUrl,
  resolveUrls,
  embedConfigFor,
  withScheme,
} from '../../src/tools/snippets/addresses.js';
import {DEFAULT_SETTINGS} from '../../src/tools/snippets/settings.js';

const page = 'https://exemple.fr/outils/configurateur/';

describe('a URL in the configurator', () => {
  it('is reported as insecure only on an https page, and only for another host', () => {
    assert.equal(checkUrl('http://mairie.fr/api', page), 'insecure');
    assert.equal(checkUrl('/api http://mairie.fr/api', page), 'insecure');
    assert.equal(checkUrl('http://mairie.fr/api', 'http://exemple.fr/'), undefined);
    assert.equal(checkUrl('http://127.0.0.1:4173/api', page), undefined);
    assert.equal(checkUrl('https://mairie.fr/api', page), undefined);
    for (const address of ['', ' ', 'https://', 'javascript:alert(1)'])
      assert.equal(checkUrl(address, page), 'noAddress', address);
  });

  it('is completed with https://, but a file name is not', () => {
    assert.equal(withScheme(' mairie.fr/api '), 'https://mairie.fr/api');
    assert.equal(withScheme('localhost/api /api'), 'localhost/api /api');
    for (const address of ['portail.json', 'donnees/fiches.csv', '../api', 'http://mairie.fr'])
      assert.equal(withScheme(address), address);
  });

  it('means the same in the snippet as on the page', () => {
    const attributes = {
      api: '/api ../portail.json https://autre.fr',
      places: 'communes.json',
      href: '/avis',
      tiles: '/fonds/{z}/{x}/{y}.png',
      q: '/api',
    };
    assert.deepEqual(resolveUrls({...DEFAULT_SETTINGS, attributes}, page).attributes, {
      api: 'https://exemple.fr/api https://exemple.fr/outils/portail.json https://autre.fr',
      places: 'https://exemple.fr/outils/configurateur/communes.json',
      href: 'https://exemple.fr/avis',
      tiles: 'https://exemple.fr/fonds/{z}/{x}/{y}.png',
      q: '/api',
    });
    assert.equal(
      resolveUrls({...DEFAULT_SETTINGS, attributes: {tiles: 'ign'}}, page).attributes['tiles'],
      'ign',
    );
  });

  it('is allowed in a frame, whichever attribute contains it', () => {
    const attributes = {
      api: 'https://exemple.fr/api https://autre.fr',
      places: 'https://exemple.fr/communes.json',
      tiles: 'https://cartes.fr/{z}/{x}/{y}.png',
      fields: 'url: "https://liens.fr/{id}"; image: photo | "https://photos.fr/{id}.jpg"',
      href: 'https://avis.fr/',
      q: 'https://exemple.fr/',
    };
    assert.deepEqual(embedConfigFor({...DEFAULT_SETTINGS, attributes}), {
      apis: [
        'https://exemple.fr/api',
        'https://autre.fr',
        'https://exemple.fr/communes.json',
        'https://cartes.fr/{z}/{x}/{y}.png',
        'https://photos.fr/{id}.jpg',
        'https://avis.fr/',
      ],
    });
    const names = {...DEFAULT_SETTINGS, attributes: {tiles: 'ign'}};
    assert.equal(embedConfigFor(names), undefined);
  });

  it('of a form in a frame comes with who receives the contributions', () => {
    const attributes = {
      api: 'https://exemple.fr/api',
      controller: 'Commune d’Ors',
      contact: 'mairie@ors.example',
      policy: 'https://ors.example/donnees',
      retention: '',
    };
    assert.deepEqual(embedConfigFor({...DEFAULT_SETTINGS, attributes}), {
      apis: ['https://exemple.fr/api'],
      controller: 'Commune d’Ors',
      contact: 'mairie@ors.example',
      policy: 'https://ors.example/donnees',
    });
  });
});
