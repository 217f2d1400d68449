import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CollectionName, PortalRecord} from '../../src/model/records.js';
import {createItemList} from '../../src/model/schema-org.js';
import {smallPortal} from '../support/small-portal.js';

type Thing = Readonly<Record<string, unknown>>;

const listOf = (records: readonly (readonly [object, CollectionName])[], language = 'fr') =>
  createItemList(records as readonly (readonly [PortalRecord, CollectionName])[], {language});
const itemsOf = (...given: Parameters<typeof listOf>): readonly Thing[] =>
  ((listOf(...given)?.['itemListElement'] ?? []) as readonly {readonly item: Thing}[]).map(
    ({item}) => item,
  );
const describeRecord = (
  record: object,
  kind: CollectionName,
  language?: string,
): Thing | undefined => itemsOf([[record, kind]], language)[0];

describe('itemListOf', () => {
  it('lists the given records, in order', () => {
    const list = createItemList(
      [
        [{id: 1, title: 'Un', url: 'https://example.org/1'}, 'portals'],
        [{id: 2, title: 'Deux'}, 'resources'],
      ],
      {language: 'fr', name: 'Nos portails'},
    );
    assert.deepEqual(list, {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      name: 'Nos portails',
      numberOfItems: 2,
      itemListElement: [
        {
          '@type': 'ListItem',
          position: 1,
          item: {
            '@type': 'WebSite',
            '@id': 'https://example.org/1',
            name: 'Un',
            url: 'https://example.org/1',
            inLanguage: 'fr',
          },
        },
        {
          '@type': 'ListItem',
          position: 2,
          item: {'@type': 'CreativeWork', name: 'Deux', inLanguage: 'fr'},
        },
      ],
    });
  });

  it('describes a facility with its address, hours and telephone', () => {
    const pool = {
      id: 1,
      title: 'Piscine',
      type: 'Équipement sportif',
      address: '3 rue du Stade',
      postalCode: '59590',
      commune: {name: 'Raismes'},
      telephone: '03 20 00 00 00',
      website: 'https://piscine.example/',
      openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00',
    };
    const {
      '@type': type,
      url,
      telephone,
      openingHours,
      address,
    } = describeRecord(pool, 'resources') ?? {};
    assert.deepEqual(
      [type, url, telephone, openingHours, address],
      [
        'CivicStructure',
        'https://piscine.example/',
        '03 20 00 00 00',
        pool.openingHours,
        {
          '@type': 'PostalAddress',
          streetAddress: '3 rue du Stade',
          postalCode: '59590',
          addressLocality: 'Raismes',
        },
      ],
    );
    const closed = describeRecord({...pool, openingHours: 'fermée le lundi'}, 'resources');
    assert.equal(closed?.['openingHours'], undefined);
    const club = {id: 1, name: 'Club', email: 'a@b.example', country: 'FR', address: '1 rue A'};
    assert.deepEqual(describeRecord(club, 'organisations'), {
      '@type': 'Organization',
      name: 'Club',
      email: 'a@b.example',
      address: {'@type': 'PostalAddress', streetAddress: '1 rue A', addressCountry: 'FR'},
    });
  });

  it('leaves out records without a title, and returns nothing if none is left', () => {
    assert.equal(listOf([]), undefined);
    assert.equal(listOf([[{id: 1, title: ' '}, 'portals']]), undefined);
    assert.equal(listOf([[{id: 1}, 'resources']]), undefined);
    assert.equal(
      itemsOf([
        [{id: 1}, 'events'],
        [{id: 2, title: 'Deux'}, 'stories'],
      ]).length,
      1,
    );
  });

  it('uses each URL for one item only', () => {
    const url = 'https://example.org/';
    const items = itemsOf([
      [{id: 1, title: 'Un', url}, 'portals'],
      [{id: 2, title: 'Deux', url}, 'portals'],
    ]);
    assert.deepEqual(
      items.map(item => [item['@id'], item['url']]),
      [
        [url, url],
        [undefined, url],
      ],
    );
  });

  it('describes a portal as a web site, with its publishers', () => {
    const portal = {
      id: 1,
      title: {fr: 'Atelier', nl: 'Werkplaats'},
      description: {fr: 'Un conseil.'},
      languages: ['fr', 'nl'],
      cover: {src: 'https://example.org/c.jpg', credit: 'CAUE'},
      actors: [{id: 'a', name: 'CAUE du Nord', url: 'https://example.org/caue', country: 'FR'}],
      territory: {name: 'Lille', insee: '59350'},
      updated: '2026-10',
    };
    assert.deepEqual(describeRecord(portal, 'portals', 'nl'), {
      '@type': 'WebSite',
      name: 'Werkplaats',
      description: 'Un conseil.',
      inLanguage: ['fr', 'nl'],
      image: {'@type': 'ImageObject', url: 'https://example.org/c.jpg', creditText: 'CAUE'},
      publisher: [
        {
          '@type': 'Organization',
          name: 'CAUE du Nord',
          url: 'https://example.org/caue',
          address: {'@type': 'PostalAddress', addressCountry: 'FR'},
        },
      ],
      spatialCoverage: {'@type': 'Place', name: 'Lille', identifier: '59350'},
      dateModified: '2026-10',
    });
  });

  it('describes a resource by its type', () => {
    const types = [
      ['document', {}, 'CreativeWork'],
      ['inconnu', {}, 'CreativeWork'],
      ['actualite', {}, 'Article'],
      ['marqueur', {}, 'Place'],
      ['actualite', {event: {start: '2026-11-24', end: null}}, 'Event'],
    ] as const;
    for (const [type, more, told] of types)
      assert.equal(
        describeRecord({id: 1, title: 'Un', type, ...more}, 'resources')?.['@type'],
        told,
      );
    const document = {
      id: 1,
      title: 'Atlas',
      type: 'document',
      abstract: 'Des cartes.',
      body: 'Ce qui n’est pas affiché.',
      lang: 'nl',
      themes: ['Eau'],
      tags: ['carte', 'atlas'],
      authors: ['Jeanne Dupont', 'Jan Peeters'],
      published: '2018-03',
      created: 'un jour',
      period: {start: '2016', end: null},
      commune: {name: 'Ors', insee: '59450'},
      geo: {lat: 50.1, lon: 3.6},
      licence: 'Licence Ouverte 2.0',
      publisher: 'CAUE',
      attachments: [{url: 'https://example.org/a.pdf', type: 'application/pdf', size: 10}],
    };
    assert.deepEqual(describeRecord(document, 'resources'), {
      '@type': 'CreativeWork',
      name: 'Atlas',
      description: 'Des cartes.',
      keywords: ['carte', 'atlas'],
      about: [{'@type': 'Thing', name: 'Eau'}],
      inLanguage: 'nl',
      creditText: 'Jeanne Dupont, Jan Peeters',
      datePublished: '2018-03',
      temporalCoverage: '2016/..',
      contentLocation: {
        '@type': 'Place',
        name: 'Ors',
        geo: {'@type': 'GeoCoordinates', latitude: 50.1, longitude: 3.6},
        address: {'@type': 'PostalAddress', addressLocality: 'Ors'},
      },
      license: 'Licence Ouverte 2.0',
      encoding: [
        {
          '@type': 'MediaObject',
          contentUrl: 'https://example.org/a.pdf',
          encodingFormat: 'application/pdf',
          contentSize: '10',
        },
      ],
    });
  });

  it('names the publisher of a resource only if that is shown', () => {
    const record = {id: 1, title: 'Un', publisher: 'CAUE'};
    const told = createItemList([[record, 'resources']], {language: 'fr', hasPublisher: true});
    assert.match(JSON.stringify(told), /"publisher":\{"@type":"Organization","name":"CAUE"\}/);
  });

  it('leaves out a status of an event that is named like a property of objects', () => {
    for (const status of ['__proto__', 'constructor'])
      assert.equal(describeRecord({id: 1, title: 'a', status}, 'events')?.eventStatus, undefined);
  });

  it('describes an event with its times, its place and its status', () => {
    const event = {
      id: 1,
      title: 'Réunion',
      period: {start: '2026-11-24T18:30+01:00', end: '2026-11-24'},
      place: 'Mairie d’Ors',
      geo: {lat: 50.1, lon: 3.6},
      status: 'Cancelled',
      url: 'https://example.org/r',
    };
    assert.deepEqual(describeRecord(event, 'events'), {
      '@type': 'Event',
      '@id': 'https://example.org/r',
      name: 'Réunion',
      url: 'https://example.org/r',
      inLanguage: 'fr',
      startDate: '2026-11-24T18:30+01:00',
      endDate: '2026-11-24',
      eventStatus: 'https://schema.org/EventCancelled',
      location: {
        '@type': 'Place',
        name: 'Mairie d’Ors',
        geo: {'@type': 'GeoCoordinates', latitude: 50.1, longitude: 3.6},
      },
    });
  });

  it('describes a project with its funding', () => {
    const project = {
      id: 'canaux',
      title: 'Canaux',
      acronym: 'CSF',
      programme: 5,
      period: {start: '2016-10-01', end: null},
      budget: {total: 900, eu: 500},
      lead: 'CAUE',
      partners: [{name: 'Ville d’Ypres'}, {name: 'CAUE'}],
      themes: ['Eau'],
    };
    const programme = {id: '5', title: 'Interreg V', fund: {name: 'FEDER'}};
    const [told, ...rest] = itemsOf([
      [project, 'projects'],
      [programme, 'programmes'],
    ]);
    assert.equal(rest.length, 0, 'a programme is what pays, not one of the list');
    assert.deepEqual(told, {
      '@type': 'Project',
      name: 'Canaux',
      alternateName: 'CSF',
      foundingDate: '2016-10-01',
      member: [
        {'@type': 'Organization', name: 'CAUE'},
        {'@type': 'Organization', name: 'Ville d’Ypres'},
      ],
      knowsAbout: ['Eau'],
      funding: {
        '@type': 'MonetaryGrant',
        name: 'Interreg V',
        identifier: '5',
        funder: {'@type': 'Organization', name: 'FEDER'},
        amount: {'@type': 'MonetaryAmount', value: 500, currency: 'EUR'},
      },
    });
    const plain = describeRecord({id: 1, title: 'Un', programme: 'p'}, 'projects');
    assert.deepEqual(plain?.['funding'], {'@type': 'Grant', identifier: 'p'});
  });

  it('describes all fields of a portal, without empty values', () => {
    const all = Object.entries(smallPortal).flatMap(([kind, records]) =>
      records.map(record => [record, kind as CollectionName] as const),
    );
    for (const language of ['fr', 'nl']) {
      const text = JSON.stringify(listOf(all, language));
      assert.doesNotMatch(text, /null|""|\[\]|\{\}/);
    }
    const kinds = new Set(itemsOf(all).map(item => item['@type']));
    assert.deepEqual([...kinds].sort(), [
      'Article',
      'CreativeWork',
      'Event',
      'Organization',
      'Place',
      'Project',
      'WebSite',
    ]);
  });
});
