import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LoadError} from '../../../../src/data/client/errors.js';
import {open} from '../../../../src/data/sources/json/json.js';
import type {CollectionName, Project, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const address = 'https://commune.example/donnees.json';

interface Reading {
  readonly fields?: string;
  readonly collection?: CollectionName;
  readonly fragment?: string;
}

async function readRecords(
  body: object | ((url: URL) => object | number | string),
  {fields = '', collection = 'resources', fragment = ''}: Reading = {},
) {
  const respond = typeof body === 'function' ? (body as (url: URL) => object) : () => body;
  const server = new FakeServer(respond);
  const source = open({url: address + fragment, fields, client: server.client, warn: server.warn});
  const {items, total, cappedAt, attribution} = await source.find(
    collection,
    {limit: Infinity},
    {signal: neverAborted},
  );
  return {items, records: [...items] as Resource[], total, cappedAt, attribution, server};
}

const titles = async (body: object, reading?: Reading) =>
  (await readRecords(body, reading)).records.map(({title}) => title);

const two = [{nom: 'Halle'}, {nom: 'Étang'}];

describe('the records of any JSON', () => {
  for (const [name, body] of Object.entries({
    'an array': two,
    'results, beside a count': {count: 2, next: null, results: two},
    'items of JSON Feed or of another API': {version: '2', items: two},
    'data, beside a list of errors': {errors: [], data: two},
    'records in the result of CKAN': {
      success: true,
      result: {fields: [{id: 'nom', type: 'text'}], records: two, total: 2},
    },
    'a list with a name of its own': {commune: {nom: 'Ors'}, equipements: two},
    'the same, twice nested': {reponse: {contenu: {equipements: two}}},
    'the attributes of JSON:API': {
      data: two.map((attributes, i) => ({type: 'lieu', id: `${i}`, attributes})),
    },
    'a list with gaps, as PHP writes it': {0: two[0], 7: two[1]},
    'the fields of Airtable': {records: two.map((fields, i) => ({id: `rec${i}`, fields}))},
    'the hits of a search engine': {
      took: 3,
      hits: {total: {value: 2}, hits: two.map(_source => ({_id: _source.nom, _source}))},
    },
    'the elements of OpenStreetMap': {
      elements: two.map(({nom}, id) => ({type: 'node', id, lat: 50, lon: 3, tags: {name: nom}})),
    },
    'a table under the row of its columns': [['nom', 'lat'], ['Halle', 50], ['Étang']],
    'the values of a spreadsheet of Google': {
      range: 'Lieux!A1:Z100',
      values: [['nom', 'lat'], ['Halle', '50'], [], ['Étang']],
    },
    'rows beside the names of their columns': {
      columns: ['nom', 'lat'],
      rows: [
        ['Halle', 50],
        ['Étang', null],
      ],
    },
    'data beside columns with types': {
      columns: [
        {name: 'nom', type: 'varchar'},
        {name: 'lat', type: 'double'},
      ],
      data: [
        ['Halle', 50],
        ['Étang', 51],
      ],
    },
    'the rows of Socrata': {
      meta: {view: {columns: [{name: 'Nom du lieu', fieldName: 'nom'}]}},
      data: [['Halle'], ['Étang']],
    },
    'an array for each column, as Grist writes it': {id: [1, 2], nom: ['Halle', 'Étang']},
    'an object for each column, as pandas writes it': {
      id: {0: 'a', 1: 'b'},
      nom: {0: 'Halle', 1: 'Étang'},
    },
    'a record for each key, as Firebase writes it': {
      lieux: {'-Na': two[0], '-Nb': {...two[1], commune: 'Ors'}},
      config: {couleur: 'rouge'},
    },
    'the results of Wikidata, each value with its kind': {
      head: {vars: ['lieu', 'lieuLabel']},
      results: {
        bindings: two.map(({nom}) => ({
          lieu: {type: 'uri', value: `https://a.example/${nom}`},
          lieuLabel: {type: 'literal', 'xml:lang': 'fr', value: nom},
        })),
      },
    },
    features: {
      type: 'FeatureCollection',
      features: two.map(properties => ({type: 'Feature', properties, geometry: null})),
    },
    'lists by year': {2025: two.slice(0, 1), 2026: two.slice(1)},
    'lists by day': {'01-01': two.slice(0, 1), '02-01': two.slice(1)},
    'an own collection beside others': {
      version: '1',
      projects: [{title: 'Un projet'}],
      resources: two.map(({nom}) => ({title: nom})),
    },
  }))
    it(`are ${name}`, async () => assert.deepEqual(await titles(body), ['Halle', 'Étang']));

  it('are none in an empty list', async () => {
    for (const body of [[], {results: [], autres: {items: two}}, {data: {items: []}}])
      assert.deepEqual(await titles(body), []);
  });

  it('are read from the JSON Pointer at the end of the address', async () => {
    const body = {'écoles/publiques': two, parcs: [{nom: 'Parc'}], 'a b': {c: [{nom: 'C'}]}};
    assert.deepEqual(await titles(body, {fragment: '#/parcs'}), ['Parc']);
    assert.deepEqual(await titles(body, {fragment: '#/écoles~1publiques'}), ['Halle', 'Étang']);
    assert.deepEqual(await titles(body, {fragment: '#/a%20b/c'}), ['C']);
    assert.deepEqual(await titles([two, two], {fragment: '#/1'}), ['Halle', 'Étang']);
    for (const fragment of ['#/rien', '#/__proto__', '#/parcs/0/nom', '#/parcs/length', '#/%'])
      await assert.rejects(titles(body, {fragment}), /there is no array at #\//);
  });

  it('need a name if several lists could hold them', async () => {
    await assert.rejects(
      titles({ecoles: two, parcs: two}),
      (error: Error) => error instanceof LoadError && /#\/ecoles, #\/parcs$/.test(error.message),
    );
  });

  it('have places in any usual form', async () => {
    const {items} = await readRecords([
      {nom: 'a', location: {lat: 50.1, lng: 3.6}},
      {nom: 'b', location: '50.1, 3.6'},
      {nom: 'c', location: {type: 'Point', coordinates: [3.6, 50.1]}},
      {nom: 'd', location: ['50.1', '3.6']},
    ]);
    for (const i of [0, 1, 2, 3]) assert.deepEqual(items.geoAt(i), {lat: 50.1, lon: 3.6}, `${i}`);
  });

  it('have the place of a geometry with any name, also of a line', async () => {
    const {items} = await readRecords([
      {nom: 'a', localisation: {type: 'Point', coordinates: [3.6, 50.1]}},
      {nom: 'b', trace: {type: 'LineString', coordinates: [[3.6, 50.1], [3.6, 50.1]]}},
    ]); // prettier-ignore
    for (const i of [0, 1]) assert.deepEqual(items.geoAt(i), {lat: 50.1, lon: 3.6}, `${i}`);
  });

  it('of OpenStreetMap have an address in parts, and no type that only says how it is drawn', async () => {
    const tags = {
      name: 'Halle',
      'addr:housenumber': '3',
      'addr:street': 'rue Haute',
      'addr:postcode': '59360',
      'addr:city': 'Ors',
      'contact:phone': '+33 3 27 00 00 00',
    };
    const {records} = await readRecords({
      elements: [{type: 'way', id: 7, center: {lat: 50.1, lon: 3.6}, tags}],
    });
    assert.deepEqual(records, [
      {
        id: '7',
        title: 'Halle',
        geo: {lat: 50.1, lon: 3.6},
        commune: {name: 'Ors'},
        address: '3 rue Haute',
        postalCode: '59360',
        telephone: '+33 3 27 00 00 00',
      },
    ]);
  });

  it('have the first picture of a list of files, and no empty translation', async () => {
    const {records} = await readRecords([
      {
        nom: 'Halle',
        description: {fr: 'Une halle', en: ''},
        photos: [{id: 'a', url: 'https://a.example/a.jpg', type: 'image/jpeg'}],
      },
    ]);
    assert.deepEqual(records, [
      {
        id: '1',
        title: 'Halle',
        abstract: {fr: 'Une halle'},
        image: {src: 'https://a.example/a.jpg'},
      },
    ]);
  });

  it('of GoGoCarto have an address in an object', async () => {
    const address = {streetAddress: '1 rue X', addressLocality: 'Ors', postalCode: '59360'};
    const {records} = await readRecords({data: [{id: 'a', name: 'Atelier', address}]});
    assert.deepEqual(records, [
      {
        id: 'a',
        title: 'Atelier',
        commune: {name: 'Ors'},
        address: '1 rue X',
        postalCode: '59360',
      },
    ]);
  });

  it('are not looked for in a map of uMap, which is named', async () => {
    await assert.rejects(
      titles({type: 'umap', layers: [{features: two}]}),
      /uMap: read it as GeoJSON/,
    );
  });

  it('of Drupal have a type without its entity, a text, and both ends of a period', async () => {
    const {records} = await readRecords({
      data: [
        {
          type: 'node--evenement',
          id: 'a',
          attributes: {
            title: 'Fête',
            body: {value: '<p>Bal &amp; feu</p>', processed: '<p>Bal &amp; feu</p>', summary: ''},
            field_date: {value: '2024-07-13', end_value: '2024-07-14'},
          },
        },
      ],
    });
    assert.deepEqual(records, [
      {
        id: 'a',
        title: 'Fête',
        type: 'evenement',
        body: 'Bal & feu',
        period: {start: '2024-07-13', end: '2024-07-14'},
      },
    ]);
  });

  it('have the names of objects as themes and authors', async () => {
    const {records, server} = await readRecords([
      {
        titre: 'Un lieu',
        categories: [
          {id: 1, nom: 'Eau'},
          {id: 2, nom: 'Bois'},
        ],
        auteur: {nom: 'A. B.'},
      },
      {titre: 'Deux lieux', categories: []},
    ]);
    assert.deepEqual(records[0]?.themes, ['Eau', 'Bois']);
    assert.deepEqual(records[0]?.authors, ['A. B.']);
    assert.deepEqual(server.warnings, []);
  });

  it('have a period if some dates of their column are periods', async () => {
    const {records} = await readRecords([
      {titre: 'Saison', date: '2023-2024'},
      {titre: 'Jour', date: '3 mai 2024'},
    ]);
    assert.deepEqual(
      records.map(({period, published}) => [period, published]),
      [
        [{start: '2023', end: '2024'}, undefined],
        [{start: '2024-05-03', end: '2024-05-03'}, undefined],
      ],
    );
  });

  it('have the fields that "fields" names, however deep', async () => {
    const body = [{infos: {intitule: {fr: 'Moulin'}}, sorte: 'moulin'}];
    const {records} = await readRecords(body, {fields: 'title: infos.intitule.fr; type: sorte'});
    assert.deepEqual(records, [{id: '1', title: 'Moulin', type: 'moulin'}]);
  });

  it('leave out entries that are not objects, with a warning', async () => {
    const {records, server} = await readRecords([{nom: 'Halle'}, null, 3, 'x', [], {nom: 'Étang'}]);
    assert.deepEqual(
      records.map(({title}) => title),
      ['Halle', 'Étang'],
    );
    assert.match(server.warnings.join(), /4 of 6 entries are no objects/);
  });

  it('keep no name of Object.prototype', async () => {
    const body = JSON.parse('[{"nom":"Halle","__proto__":{"polluted":1},"constructor":{"a":1}}]');
    assert.deepEqual(await titles(body as object), ['Halle']);
    assert.equal(({} as {polluted?: unknown}).polluted, undefined);
  });
});

describe('JSON that is not a list of records', () => {
  for (const [name, body, reason] of [
    ['a page of HTML', '<!doctype html><title>404</title>', /is HTML$/],
    ['nothing', '', /empty/],
    ['half of an answer', '[{"nom":"Ha', /not well-formed/],
    ['a number', '12', /expected a JSON array of records/],
    ['null', 'null', /expected a JSON array of records/],
    ['an error message', '{"error":"unknown key","codes":[1,2]}', /found no array of objects/],
    ['a line', '{"type":"LineString","coordinates":[[1,2],[3,4]]}', /found no array of objects/],
    ['settings', '{"menu":{"home":1},"theme":{"dark":true}}', /found no array of objects/],
    ['objects without end', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, /no array of objects/],
  ] as const)
    it(`fails with a reason: ${name}`, async () =>
      assert.rejects(
        readRecords(() => body),
        (error: Error) => error instanceof LoadError && reason.test(error.message),
      ));
});

describe('JSON in pages', () => {
  const page = (url: URL, size: number, count: number) => {
    const start = Number(url.searchParams.get('page') ?? 0) * size;
    const numbers = [...Array(Math.max(0, Math.min(size, count - start))).keys()];
    return numbers.map(n => ({nom: `Lieu ${start + n + 1}`}));
  };
  const nextOf = (url: URL, size: number, count: number) => {
    const number = Number(url.searchParams.get('page') ?? 0) + 1;
    return number * size < count ? `/donnees.json?page=${number}` : null;
  };

  for (const [name, wrap] of Object.entries({
    next: (results: object[], next: string | null) => ({count: 47, next, results}),
    'links.next': (data: object[], next: string | null) => ({data, links: {next}}),
    'a list of links': (items: object[], href: string | null) => ({
      items,
      links: [{rel: 'self', href: '/'}, ...(href ? [{rel: 'next', href}] : [])],
    }),
    'an object with href': (items: object[], href: string | null) => ({
      items,
      _links: href ? {next: {href}} : {},
    }),
    'the link of JSON Feed': (items: object[], next_url: string | null) => ({items, next_url}),
    'the link of OData': (value: object[], next: string | null) => ({
      value,
      '@odata.nextLink': next ?? undefined,
    }),
  }))
    it(`is read to the end: ${name}`, async () => {
      for (const size of [1, 7, 47, 100]) {
        const {records, total, cappedAt, server} = await readRecords(url =>
          wrap(page(url, size, 47), nextOf(url, size, 47)),
        );
        assert.deepEqual(
          records.map(({title}) => title),
          [...Array(47).keys()].map(n => `Lieu ${n + 1}`),
        );
        assert.deepEqual([total, cappedAt, server.warnings], [47, undefined, []]);
      }
    });

  it('logs that the list is incomplete if the server has more records and no link to them', async () => {
    const {total, cappedAt, server} = await readRecords({total: 3174, count: 2, items: two});
    assert.deepEqual([total, cappedAt], [2, 2]);
    assert.match(server.warnings.join(), /2 of 3174 records and no link to further ones/);
  });

  it('stops in a server without end', async () => {
    const {cappedAt, server} = await readRecords(url => {
      const n = Number(url.searchParams.get('page') ?? 0);
      return {results: [{nom: `Lieu ${n}`}], next: `/donnees.json?page=${n + 1}`};
    });
    assert.deepEqual([cappedAt, server.requests.length], [50, 50]);
    assert.match(server.warnings.join(), /only the first 50 records are read/);
  });

  it('reads no page twice: a circle of links, or the same page behind each', async () => {
    const circle = await readRecords(({search}) =>
      search
        ? {results: [{nom: 'b'}], next: '/donnees.json'}
        : {results: [{nom: 'a'}], next: '?page=2'},
    );
    assert.equal(circle.total, 2);
    const same = await readRecords(url => ({
      results: two,
      next: `?page=${Number(url.searchParams.get('page') ?? 0) + 1}`,
    }));
    assert.deepEqual([same.total, same.server.requests.length], [2, 2]);
  });

  it('are followed by the header Link', async () => {
    const link = '<?page=1>; rel="first", <?page=2>; title="suite"; rel="last next"';
    const {total, cappedAt, server} = await readRecords(({search}) =>
      search ? Response.json([{nom: 'Puits'}]) : Response.json(two, {headers: {Link: link}}),
    );
    assert.deepEqual([total, cappedAt, server.requests.length], [3, undefined, 2]);
  });

  it('are missed if a header states more records than the response has', async () => {
    for (const headers of [{'Content-Range': 'items 0-1/10'}, {'X-Total-Count': '10'}] as Record<
      string,
      string
    >[]) {
      const {cappedAt, server} = await readRecords(() => Response.json(two, {headers}));
      assert.equal(cappedAt, 2);
      assert.match(server.warnings.join(), /has 2 of 10 records/);
    }
    for (const range of ['items 0-1/*', 'items 0-1/2']) {
      const headers = {'Content-Range': range};
      assert.equal((await readRecords(() => Response.json(two, {headers}))).cappedAt, undefined);
    }
  });

  it('requests no page from another server', async () => {
    for (const next of [
      'https://other.example/2',
      'http://commune.example:81/',
      'data:,[]',
      7,
      {},
    ]) {
      const {total, server} = await readRecords(() => ({results: two, next}));
      assert.deepEqual([total, server.requests.length], [2, 1], JSON.stringify(next));
    }
  });

  it('fails as a whole if a page fails: no record is lost in silence', async () => {
    await assert.rejects(
      readRecords(({search}) => (search ? 500 : {results: two, next: '?page=2'})),
      /the server answered 500/,
    );
  });
});

describe('projects of keep.eu', () => {
  const project = {
    id: 4711,
    acronym: 'CANAUX',
    seo_name: 'canaux-sans-frontieres',
    project_id: 'FWVL00012',
    status: 'Closed',
    start_date: '2017-01-01',
    end_date: '2020-12-31',
    total_budget: '2239644.01',
    eu_funding: '1231804.20',
    union_co_financing_rate: '55.00',
    programme: {id: 342, title: 'France - Wallonie - Vlaanderen', period: '2014 - 2020'},
    themes: ['Waterways', {name: 'Tourism'}],
    translations: {en: {name: 'Canals without borders'}, fr: {name: 'Canaux sans frontières'}},
    partnerships: [
      {
        type: 'partner',
        country: 'BE',
        location_json: {lat: 50.85, lng: 2.88},
        partner: {name: 'Stad Ieper'},
      },
      {
        type: 'lead',
        country: 'FR',
        location_json: {lat: 50.63, lng: 3.06},
        partner: {name: null, translations: {en: {name_translated: 'Department of Nord'}}},
      },
      {type: 'partner', location_json: null, partner: null},
    ],
  };

  it('are read without "fields", one or many', async () => {
    for (const body of [[project], {count: 1, total_pages: 1, results: [project]}, project]) {
      const {records, attribution} = await readRecords(body, {collection: 'projects'});
      const [found] = records as unknown as Project[];
      assert.deepEqual(found, {
        id: '4711',
        title: {en: 'Canals without borders', fr: 'Canaux sans frontières'},
        acronym: 'CANAUX',
        url: 'https://keep.eu/projects/canaux-sans-frontieres/',
        period: {start: '2017-01-01', end: '2020-12-31'},
        budget: {total: 2239644.01, eu: 1231804.2, rate: 55},
        programme: '342',
        lead: 'Department of Nord',
        partners: [
          {name: 'Stad Ieper', role: 'partner', country: 'BE', geo: {lat: 50.85, lon: 2.88}},
          {
            name: 'Department of Nord',
            role: 'lead',
            country: 'FR',
            geo: {lat: 50.63, lon: 3.06},
          },
        ],
        geo: {lat: 50.63, lon: 3.06},
        themes: ['Waterways', 'Tourism'],
      });
      assert.deepEqual(attribution, {text: 'keep.eu', url: 'https://keep.eu/'});
    }
  });

  it('have their programmes, each once, with its generation', async () => {
    const {records} = await readRecords(
      [project, {...project, id: 2}, {...project, programme: null}],
      {
        collection: 'programmes',
      },
    );
    assert.deepEqual(records, [
      {
        id: '342',
        title: 'France - Wallonie - Vlaanderen',
        generation: 'V',
        period: {start: '2014', end: '2020'},
      },
    ]);
  });

  it('may have any field of another type', async () => {
    const broken = Object.fromEntries(Object.keys(project).map(key => [key, 7]));
    const bodies = [
      {...broken, partnerships: [7, null, {partner: []}], translations: {en: 'x', fr: null}},
      {...project, partnerships: [{type: {}, partner: {name: {}}, location_json: []}], themes: {}},
    ];
    const {total} = await readRecords(bodies, {collection: 'projects'});
    assert.equal(total, 2);
  });
});
