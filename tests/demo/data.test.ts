import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {generatePortal} from '../../demo/made/generate-portal.js';
import {fundingStatements} from '../../src/model/funding.js';
import {parseRecord} from '../../src/data/validation.js';
import {parseDate, type Period} from '../../src/model/time/period.js';
import {
  COLLECTIONS,
  FAMILIES,
  type CollectionName,
  type Collections,
  type Id,
} from '../../src/model/records.js';
import {readDemoPortal} from '../../demo/server/server.js';
import {caveatsIn, notes} from '../support/caveats.js';

const folder = new URL('../../demo/data/', import.meta.url);
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
type Portal = {[Name in CollectionName]: readonly Collections[Name][]};
const real = Object.fromEntries(COLLECTIONS.map(name => [name, read(name)])) as unknown as Portal;

/** Yields every value of a document with its path. */
function* walk(value: unknown, path: string): Generator<[path: string, value: unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}.${key}`);
}

/** Returns the references of a portal to records that do not exist. */
function danglingReferences(portal: Portal): string[] {
  const known = Object.fromEntries(
    COLLECTIONS.map(name => [name, new Set<Id>(portal[name].map(record => record.id))]),
  ) as unknown as Record<CollectionName, Set<Id>>;
  const dangling: string[] = [];
  const check = (from: string, collection: CollectionName, ...ids: (Id | undefined)[]) => {
    for (const id of ids)
      if (id !== undefined && !known[collection].has(id))
        dangling.push(`${from} -> ${collection}/${id}`);
  };
  for (const {id, programme, projects = [], actors = []} of portal.portals) {
    check(`portals/${id}`, 'programmes', programme);
    check(`portals/${id}`, 'projects', ...projects);
    check(`portals/${id}`, 'organisations', ...actors.map(actor => actor.id));
  }
  for (const {id, programme, parent, portal: home} of portal.projects) {
    check(`projects/${id}`, 'programmes', programme);
    check(`projects/${id}`, 'projects', parent);
    check(`projects/${id}`, 'portals', home);
  }
  for (const {id, portals = []} of portal.resources)
    check(`resources/${id}`, 'portals', ...portals);
  for (const {id, portal: home, resources = []} of portal.chapters) {
    check(`chapters/${id}`, 'portals', home);
    check(`chapters/${id}`, 'resources', ...resources);
  }
  for (const {id, portal: home, project} of portal.events) {
    check(`events/${id}`, 'portals', home);
    check(`events/${id}`, 'projects', project);
  }
  for (const {id, portal: home, steps = []} of portal.stories) {
    check(`stories/${id}`, 'portals', home);
    check(`stories/${id}`, 'resources', ...steps.map(step => step.resource));
  }
  return dangling;
}

const DATES = new Set(['start', 'end', 'published', 'created', 'updated', 'until']);

/** Returns invalid dates, and periods that end before they start. */
function invalidDates(document: unknown, name: string): string[] {
  const bad: string[] = [];
  for (const [path, value] of walk(document, name)) {
    const key = path.slice(path.lastIndexOf('.') + 1);
    if (DATES.has(key) && typeof value === 'string' && !parseDate(value))
      bad.push(`${path}: ${value}`);
    if (key !== 'period' && key !== 'event') continue;
    const {start, end} = value as Period;
    const [first, last] = [parseDate(start ?? ''), parseDate(end ?? '')];
    if (!first) bad.push(`${path} has no start`);
    else if (last && last.last < first.first) bad.push(`${path}: ${start ?? ''} to ${end ?? ''}`);
  }
  return bad;
}

/** Returns the places outside Europe and Réunion, usually with latitude and longitude swapped. */
function suspiciousPlaces(document: unknown, name: string): string[] {
  const bad: string[] = [];
  for (const [path, value] of walk(document, name)) {
    if (!path.endsWith('.geo') || value === null) continue;
    const {lat, lon} = value as {lat: number; lon: number};
    const inEurope = lat > 35 && lat < 72 && lon > -25 && lon < 45;
    const inReunion = lat > -21.5 && lat < -20.8 && lon > 55.1 && lon < 55.9;
    if (!inEurope && !inReunion) bad.push(`${path}: ${lat}, ${lon}`);
  }
  return bad;
}

/** A plain space where French typography requires a no-break space, or a straight apostrophe. */
const TYPOGRAPHIC_ERROR = / [;!?:»]|« |[A-Za-zà-ÿ]'/;

/** Returns the French texts with typographic errors. */
const typographicErrors = (document: unknown, name: string): string[] =>
  [...walk(document, name)]
    .filter(
      ([path, value]) =>
        path.endsWith('.fr') && typeof value === 'string' && TYPOGRAPHIC_ERROR.test(value),
    )
    .map(([path, value]) => `${path}: ${String(value)}`);

const french = (text: unknown): string => JSON.stringify(text ?? '');

for (const [kind, portal] of [
  ['real', real],
  ['made', generatePortal(400)],
] as const) {
  test(`${kind} data: ids are unique within their collection`, () => {
    for (const name of COLLECTIONS) {
      const ids = portal[name].map(record => record.id);
      assert.equal(new Set(ids.map(String)).size, ids.length, name);
    }
  });
  test(`${kind} data: every reference resolves`, () => {
    assert.deepEqual(danglingReferences(portal), []);
  });
  test(`${kind} data: dates are valid, and no period ends before it starts`, () => {
    for (const name of COLLECTIONS) assert.deepEqual(invalidDates(portal[name], name), []);
  });
  test(`${kind} data: every place is in Europe or on Réunion`, () => {
    for (const name of COLLECTIONS) assert.deepEqual(suspiciousPlaces(portal[name], name), []);
  });
  test(`${kind} data: French texts follow typographic rules`, () => {
    for (const name of COLLECTIONS) assert.deepEqual(typographicErrors(portal[name], name), []);
  });
}

test('there are portals of each family, with a real URL, a project with sources, or a note that says why not', () => {
  assert.ok(real.portals.length >= 12);
  for (const family of FAMILIES)
    assert.ok(real.portals.filter(portal => portal.family === family).length >= 3, family);
  const sourced = new Set(real.projects.filter(({sources}) => sources?.length).map(({id}) => id));
  const orphans = real.portals.filter(
    ({id, url, projects = []}) =>
      !url &&
      !projects.some(project => sourced.has(project)) &&
      !/non retrouvée/.test(notes[`portals/${id}`] ?? ''),
  );
  assert.deepEqual(
    orphans.map(({id}) => id),
    [],
  );
});

test('validation drops nothing', () => {
  for (const name of COLLECTIONS)
    for (const record of real[name]) {
      const {errors: faults} = parseRecord(name, record, 'http://127.0.0.1:4173/data/all.json');
      assert.deepEqual(faults, [], `${name}/${record.id}`);
    }
});

test('every project has the URL of a source', () => {
  for (const {id, sources = []} of real.projects) {
    assert.ok(sources.length > 0, String(id));
    for (const {url} of sources) assert.match(url ?? '', /^https?:\/\//, String(id));
  }
});

test('a portal without a URL has a note that says so', () => {
  for (const {id, url} of real.portals)
    if (!url) assert.match(notes[`portals/${id}`] ?? '', /non retrouvée/, String(id));
});

test('every note is about a record that exists', () => {
  const known = COLLECTIONS.flatMap(name => real[name].map(({id}) => `${name}/${id}`));
  assert.deepEqual(
    Object.keys(notes).filter(key => !known.includes(key)),
    [],
  );
});

test('no text of a record is a caveat of the people who collected the data', () => {
  for (const name of COLLECTIONS)
    for (const {id, ...record} of real[name])
      for (const [path, value] of walk(record, `${name}/${id}`))
        if (typeof value === 'string' && !path.endsWith('.url'))
          assert.deepEqual(caveatsIn(value), [], path);
});

test('the demo server answers without notes', async () => {
  const answers = JSON.stringify(await readDemoPortal(folder));
  for (const [key, text] of Object.entries(notes))
    assert.ok(!answers.includes(JSON.stringify(text).slice(1, -1)), key);
});

test('a caveat is recognized in three languages, a sentence about a place is not', () => {
  for (const text of [
    'Adresse de son chapitre non retrouvée.',
    'Titre de notre fait.',
    'Villages de la Lys (portail 129)',
    'Het adres werd niet teruggevonden.',
    'Its address was not found.',
    'Murailles et Jardins | Portail de coopération',
  ])
    assert.notDeepEqual(caveatsIn(text), [], text);
  assert.deepEqual(caveatsIn('Une recherche a retrouvé et situé ces logements.'), []);
});

test('accents are valid colours', () => {
  for (const {id, accent} of real.portals) assert.match(accent ?? '', /^#[0-9a-f]{6}$/, String(id));
});

test('the six Interreg generations exist, each with its years', () => {
  const periods = real.programmes.filter(({id}) => /^interreg-\d$/.test(String(id)));
  assert.deepEqual(
    periods.map(
      ({generation, period}) => `${generation ?? ''} ${period?.start ?? ''}-${period?.end ?? ''}`,
    ),
    ['I 1990-1993', 'II 1994-1999', 'III 2000-2006', 'IV 2007-2013', 'V 2014-2020', 'VI 2021-2027'],
  );
});

test('the fifteen models are fifteen chapters, in order, each with a resource', () => {
  assert.equal(real.chapters.length, 15);
  assert.deepEqual(
    real.chapters.map(({order}) => order),
    Array.from({length: 15}, (_, i) => i + 1),
  );
  for (const {id, resources = []} of real.chapters) assert.ok(resources.length > 0, String(id));
});

test('the emblem of the EU is a 3:2 rectangle with twelve stars', () => {
  const emblem = readFileSync(new URL('emblem-eu.svg', folder), 'utf8');
  assert.match(emblem, /viewBox="0 0 270 180"/);
  assert.equal(emblem.match(/z/g)?.length, 13);
});

test('these checks detect an error', () => {
  const broken = structuredClone(real) as {[Name in CollectionName]: Collections[Name][]};
  broken.resources.push({id: 'x', portals: ['nowhere']});
  assert.deepEqual(danglingReferences(broken), ['resources/x -> portals/nowhere']);
  assert.equal(
    invalidDates([{period: {start: '2014', end: '2013-12-31'}}, {created: '2013-02-30'}], 'x')
      .length,
    2,
  );
  assert.equal(suspiciousPlaces([{geo: {lat: 3.63, lon: 50.1}}], 'x').length, 1);
  assert.equal(
    typographicErrors([{title: {fr: 'Pourquoi ?'}}, {title: {fr: "l'eau"}}], 'x').length,
    2,
  );
});

test('a generated portal has the requested number of resources, 5 % of them without a place, and is marked as invented', () => {
  const {portals, resources} = generatePortal(4107);
  assert.equal(resources.length, 4107);
  assert.match(french(portals[0]?.title), /données inventées/);
  const without = resources.filter(({geo}) => geo === null).length / resources.length;
  assert.ok(without > 0.04 && without < 0.06, String(without));
  for (const {title} of resources) assert.match(french(title), /ficti(?:f|ve) \d+/);
});

test('a generated portal claims no money of the European Union', () => {
  const {programmes = [], projects = []} = generatePortal(400);
  assert.deepEqual(fundingStatements(programmes, projects), []);
});

test('a generated portal is the same each time for a seed, and different for another', () => {
  const bytes = JSON.stringify(generatePortal(5_000));
  assert.equal(JSON.stringify(generatePortal(5_000)), bytes);
  assert.notEqual(JSON.stringify(generatePortal(50, 2)), JSON.stringify(generatePortal(50)));
});
