import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseRecord} from '../../../src/data/validation.js';
import type {CollectionName} from '../../../src/model/records.js';

const BASE = 'https://api.example/projects';
const parse = (collection: CollectionName, raw: unknown) => parseRecord(collection, raw, BASE);

describe('a record', () => {
  it('is parsed as the model defines it, without unknown fields', () => {
    const project = {
      id: 7,
      title: {fr: 'Écluse', nl: 'Sluis'},
      period: {start: '2016-10', end: null},
      geo: {lat: 50.6, lon: 3},
      budget: {total: 1e6, rate: 60, currency: 'EUR'},
      partners: [{name: 'CAUE', geo: null}],
      next: {period: {start: '2026-12-01T18:00'}, title: 'Atelier'},
    };
    const {value, errors: faults} = parse('projects', {...project, secret: 1, geo2: []});
    assert.deepEqual([value, faults], [project, []]);
  });

  it('keeps valid fields if one is invalid, and reports which and why', () => {
    const {value, errors: faults} = parse('projects', {
      id: 'a',
      title: 'T',
      geo: {lat: '3,1', lon: 3},
      budget: {total: -1, rate: 101, currency: 'EUR'},
      url: 'javascript:alert(1)',
      themes: ['eau', 5, 'bâti'],
      period: {start: '2016-13', end: '2017'},
      family: null,
      sources: [{url: '/a'}, 'b', {url: 'data:,x'}],
    });
    assert.deepEqual(value, {
      id: 'a',
      title: 'T',
      budget: {currency: 'EUR'},
      themes: ['eau', 'bâti'],
      period: {end: '2017'},
      sources: [{url: 'https://api.example/a'}, {}],
    });
    assert.deepEqual(faults.toSorted(), [
      'budget.rate: expected a number from 0 to 100, got 101',
      'budget.total: expected a number from 0 up, got -1',
      'family: expected a string, got null',
      'geo.lat: expected a number, got "3,1"',
      'period.start: expected a date such as 2016, 2016-10 or 2016-10-01, got "2016-13"',
      'sources[1]: expected an object, got "b"',
      'sources[2].url: expected a link that may be followed, got "data:,x"',
      'themes[1]: expected a string, got 5',
      'url: expected a link that may be followed, got "javascript:alert(1)"',
    ]);
  });

  it('loses a part that lacks a required field', () => {
    const {value, errors: faults} = parse('resources', {
      id: 1,
      image: {alt: 'no address'},
      geo: {lat: 50},
      attachments: [{title: 'no address'}, {url: 'https://a.example/b.pdf'}],
    });
    assert.deepEqual(value, {id: 1, attachments: [{url: 'https://a.example/b.pdf'}]});
    assert.deepEqual(faults.toSorted(), [
      'attachments[0].url: expected a link that may be followed, got nothing',
      'geo.lon: expected a number, got nothing',
      'image.src: expected an https address, got nothing',
    ]);
  });

  it('is dropped only without its own required fields', () => {
    assert.equal(parse('projects', {title: 'T'}).value, undefined);
    assert.equal(parse('organisations', {id: 1}).value, undefined);
    assert.equal(parse('events', {id: 1, period: '2016'}).value, undefined);
    assert.equal(parse('contributions', {id: 1, kind: 3}).value, undefined);
    assert.deepEqual(parse('events', {id: 1, period: {}}).value, {id: 1, period: {}});
  });

  it('reports all errors inside a union of a simple and a complex value', () => {
    const next = {period: {start: 'x'}, url: 'data:,', title: {fr: 1}};
    const {value, errors: faults} = parse('projects', {id: 1, next});
    assert.deepEqual(value, {id: 1, next: {period: {}, title: {}}});
    assert.equal(faults.length, 3);
    assert.deepEqual(parse('projects', {id: 1, next: 5.5}).errors, [
      'next: expected a string or a whole number or an object, got 5.5',
    ]);
  });

  it('accepts no list as an object or a text', () => {
    const {value, errors: faults} = parse('resources', {
      id: 1,
      title: ['a'],
      commune: ['Lille'],
      period: [],
    });
    assert.deepEqual(value, {id: 1});
    assert.equal(faults.length, 3);
    assert.ok(faults.includes('title: expected a string or an object, got a list'));
  });

  for (const [name, wrong] of [
    ['beyond the poles', {lat: 90.1, lon: 0}],
    ['beyond the antimeridian', {lat: 0, lon: -180.5}],
    ['without end', {lat: 0, lon: Infinity}],
    ['not a number', {lat: NaN, lon: 0}],
    ['a pair', [50, 3]],
    ['a text', '50,3'],
  ] as const) {
    it(`has no coordinates if its place is ${name}`, () => {
      const {value, errors: faults} = parse('resources', {id: 1, geo: wrong});
      assert.deepEqual([value, faults.length], [{id: 1}, 1]);
    });
  }

  it('S-10 has a colour of six digits and a box of four sides, or none', () => {
    const portal = (accent: string, ...bbox: number[]) =>
      parse('portals', {id: 1, accent, territory: {bbox}}).value;
    const bbox = [2, 50, 4, 51];
    assert.deepEqual(portal('#C2410c', ...bbox), {id: 1, accent: '#C2410c', territory: {bbox}});
    for (const [accent, ...sides] of [
      ['#abc', 2, 50, 4],
      ['red', 2, 50, 4, 51, 0],
      ['#c2410c;x', 50, 100, 51, 2],
    ] as const)
      assert.deepEqual(portal(accent, ...sides), {id: 1, territory: {}}, accent);
  });

  it('keeps every known field of every part', () => {
    const picture = {src: 'https://a.example/a.jpg', alt: 'Un canal', width: 3, height: 2};
    const [geo, period] = [
      {lat: 50, lon: 3},
      {start: '2016', end: '2017'},
    ];
    for (const [collection, record] of [
      [
        'resources',
        {id: 1, commune: {name: 'Ors', insee: '59450', epci: '1', departement: '59', region: '32'}},
      ],
      ['projects', {id: 1, phases: [{title: 'Étude', period, state: 'done'}]}],
      [
        'programmes',
        {
          id: 1,
          title: 'Interreg V',
          generation: 'V',
          strand: 'A',
          area: {fr: 'France-Wallonie-Vlaanderen'},
          period,
          fund: {name: 'FEDER', amount: 170e6, currency: 'EUR'},
          funding: {text: 'Avec le soutien de l’Union', logo: picture},
        },
      ],
      ['chapters', {id: 1, title: 'Un', intro: 'Deux', portal: 'a', order: 3, resources: [1, 'b']}],
      [
        'stories',
        {
          id: 1,
          steps: [
            {
              title: 'Un',
              text: 'Deux',
              image: picture,
              before: picture,
              after: picture,
              geo,
              zoom: 12,
              year: 1918,
              resource: 7,
            },
          ],
        },
      ],
    ] as const)
      assert.deepEqual(parse(collection, record), {value: record, errors: []});
  });

  it('may be on Null Island', () => {
    const geo = {lat: 0, lon: 0};
    assert.deepEqual(parse('resources', {id: 1, geo}).value, {id: 1, geo});
  });

  it('truncates quoted values, and does not descend into deep ones', () => {
    let deep: unknown = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const {errors: faults} = parse('resources', {
      id: 1,
      title: deep,
      lang: {},
      licence: deep,
      tags: 'x'.repeat(1e6),
    });
    assert.ok(
      faults.every(fault => fault.length < 120),
      faults.join(),
    );
    assert.ok(faults.includes('licence: expected a string, got a list'));
  });

  it('is reported as invalid, without an exception, whatever a page passes', () => {
    const cycle: Record<string, unknown> = {id: 1};
    cycle['title'] = cycle;
    cycle['commune'] = cycle;
    for (const odd of [1n, Symbol('x'), () => 1, new Date(NaN), new Map(), Object.create(null)])
      assert.doesNotThrow(() =>
        parse('resources', {id: 1, lang: odd, title: odd, geo: odd, tags: odd}),
      );
    assert.doesNotThrow(() => parse('resources', cycle));
  });
});
