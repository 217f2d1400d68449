import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {startServer} from '../../../../demo/server/server.js';
import {sample} from '../../../support/test-scope.js';
import {runShell} from '../shell.js';
import {changeBody, type ResponseInTransit, serve, startAlteringProxy} from '../altering-proxy.js';

interface Report {
  readonly ok: boolean;
  readonly faults: readonly {name: string; url: string; message: string; fix?: object}[];
  readonly merits: readonly {name: string; message: string}[];
}

async function runCheck(args: string) {
  const {code, out, err} = await runShell(`check ${args} --json --lang en`);
  assert.equal(err, '');
  const report = JSON.parse(out) as Report;
  assert.equal(report.ok, code === 0);
  return {...report, names: [...new Set(report.faults.map(({name}) => name))].sort()};
}

const isList = ({url}: ResponseInTransit, name = 'resources') => url.pathname === `/api/${name}`;
const hasParameter = ({url}: ResponseInTransit, name: string) => url.searchParams.has(name);

/** Breaches of the contract, each with the diagnostics expected. */
const BREACHES: readonly (readonly [string, (passing: ResponseInTransit) => unknown, readonly string[]])[] = [
  ['no CORS', ({headers}) => headers.delete('access-control-allow-origin'), ['corsNone']],
  ['another site’s CORS', ({headers}) => headers.set('access-control-allow-origin', 'https://a.fr'), ['corsOther']],
  ['CORS that echoes the origin', ({headers}) => headers.set('access-control-allow-origin', 'https://mairie.example'), ['corsEcho']],
  ['CORS twice', ({headers}) => headers.set('access-control-allow-origin', '*, *'), ['corsTwice']],
  ['CORS on successful responses only', p => (p.status > 304 && p.headers.delete('access-control-allow-origin')), ['corsNone']],
  ['Retry-After not exposed', ({headers}) => headers.delete('access-control-expose-headers'), ['notExposed']],
  ['no preflight', p => (p.method === 'OPTIONS' && (p.status = 405)), ['preflight']],
  ['no Cache-Control', ({headers}) => headers.delete('cache-control'), ['noCacheControl']],
  ['caching forbidden', ({headers}) => headers.set('cache-control', 'no-store'), ['noStore']],
  ['no ETag', ({headers}) => headers.delete('etag'), ['noEtag']],
  ['an ETag that is ignored', p => (p.status === 304 && (p.status = 200)), ['noRevalidation']],
  ['no compression', ({headers}) => headers.delete('content-encoding'), ['notCompressed']],
  ['text/plain', p => (p.status === 200 && p.headers.set('content-type', 'text/plain')), ['contentType']],
  ['Latin-1 declared', p => (p.status === 200 && p.headers.set('content-type', 'application/json; charset=iso-8859-1')), ['charset']],
  ['broken JSON', p => (isList(p) && p.status === 200 && (p.body = p.body.slice(0, -9))), ['notJson']],
  ['no list', p => isList(p) && changeBody(p, body => Object.assign(body, {items: {}})), ['noItems']],
  ['no version', p => isList(p) && changeBody(p, body => delete body['version']), ['version']],
  ['no total', p => isList(p) && !hasParameter(p, 'type') && changeBody(p, body => delete body['total']), ['differs', 'noTotal']],
  ['a wrong total', p => isList(p) && changeBody(p, body => Object.assign(body, {total: 12})), ['differs', 'totalWrong']],
  ['an invalid record', p => isList(p) && changeBody(p, ({items}) => Object.assign(items[0] ?? {}, {geo: 'Ors'})), ['record']],
  ['a duplicate id', p => isList(p) && changeBody(p, ({items}) => items[1] && Object.assign(items[1], {id: items[0]?.['id']})), ['dropped', 'record']],
  ['a next link to another origin', p => isList(p) && !hasParameter(p, 'q') && changeBody(p, body => Object.assign(body, {next: 'https://a.fr/x'})), ['nextElsewhere']],
  ['a broken next link', p => isList(p) && changeBody(p, body => Object.assign(body, {next: '/nowhere'})), ['nextBroken']],
  ['limit ignored', p => p.url.searchParams.get('limit') === '1' && isList(p) && changeBody(p, ({items}) => items.push({id: 'x'})), ['limitIgnored']],
  ['q ignored', p => isList(p) && hasParameter(p, 'q') && changeBody(p, ({items}) => items.push({id: 'x', title: 'x'})), ['ignored']],
  ['a `from` filter that finds too few', p => isList(p) && hasParameter(p, 'from') && changeBody(p, body => Object.assign(body, {items: [], total: 0})), ['differs']],
  ['sort ignored', p => isList(p) && hasParameter(p, 'sort') && changeBody(p, ({items}) => items.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))), ['sortIgnored']],
  ['no facets', p => isList(p) && changeBody(p, body => delete body['facets']), ['facetMissing']],
  ['wrong facet counts', p => isList(p) && changeBody(p, ({facets}) => Object.values((facets ?? {}) as Record<string, {count: number}[]>).forEach(values => values[0] && values[0].count++)), ['facetDiffers']],
  ['invalid queries accepted', p => (p.status === 400 && ([p.status, p.body] = [200, '{"version":"1","total":0,"items":[]}'])), ['foolish']],
  ['errors as HTML', p => (p.status === 400 && p.headers.set('content-type', 'text/html')), ['noProblem']],
  ['unknown parameters rejected', p => (hasParameter(p, 'utm_source') && (p.status = 400)), ['unknownRefused']],
  ['a filter rejected', p => (isList(p) && hasParameter(p, 'theme') && (p.status = 500)), ['refused']],
  ['no single records', p => (/resources\/./.test(p.url.pathname) && (p.status = 404)), ['noRecord']],
  ['200 for what is not there', p => (/resources\/n/.test(p.url.pathname) && (p.status = 200)), ['notFound']],
  ['an HTML error page', p => (p.status === 200 && (p.body = '<html>')), ['html']],
]; // prettier-ignore

describe('npx spass-widgets check, on a portal API', {concurrency: 6}, () => {
  it('reports no problem for the demo server, and lists the checks', async t => {
    const server = await startServer();
    t.after(() => server.close());
    const {code, out} = await runShell(`check ${server.url}api`);
    assert.match(out, /Aucun problème trouvé\.\n$/);
    assert.equal(code, 0);
    for (const name of ['portals', 'resources', 'events'])
      assert.match(out, new RegExp(`${name}\u00a0: fiches lues, \\d+`));
    assert.match(out, /resources\u00a0: recherche, filtres, pages, tris, facettes/);
  });

  it('reports no problem for a portal behind a proxy that changes nothing', async t => {
    assert.deepEqual((await runCheck(await startAlteringProxy(t))).names, []);
  });

  for (const [what, spoil, expected] of sample(BREACHES, 6))
    it(`detects ${what}`, async t => {
      const api = await startAlteringProxy(t, spoil);
      const {names, faults} = await runCheck(api);
      const seen = names.filter(name => expected.includes(name));
      assert.deepEqual(seen, [...expected], names.join());
      for (const {message, url} of faults) {
        assert.ok(message.length > 10);
        assert.ok(url.startsWith(api));
      }
    });

  it('prints the lines to add for Apache and nginx, in plain French', async t => {
    const api = await startAlteringProxy(t, ({headers}) =>
      headers.delete('access-control-allow-origin'),
    );
    const {code, out} = await runShell(`check ${api}`);
    assert.equal(code, 1);
    assert.match(out, /1\. aucun autre site ne peut lire cette réponse/);
    assert.match(out, /apache:\n {5}Header always set Access-Control-Allow-Origin "\*"/);
    assert.match(out, /nginx:\n {5}add_header Access-Control-Allow-Origin "\*" always;/);
  });

  it('reports for each faulty address of the demo the problem a widget would have', async t => {
    const server = await startServer();
    t.after(() => server.close());
    for (const [fault, expected] of [
      ['500', 'status'],
      ['429', 'status'],
      ['html', 'html'],
      ['no-body', 'notJson'],
      ['one-bad', 'dropped'],
      ['hostile', 'record'],
      ['other-origin-next', 'nextElsewhere'],
      ['truncated', 'unreachable'],
      ['nothing-such', 'noCollection'],
    ] as const) {
      const {names} = await runCheck(`${server.url}faulty/${fault}`);
      assert.ok(names.includes(expected), `${fault}: ${names.join()}`);
    }
  });
});

describe('npx spass-widgets check, on other addresses', () => {
  it('reads a single document', async t => {
    const portal = {version: '1', resources: [{id: 1, title: 'a'}, {id: 1}], projects: 7};
    const address = await serve(t, (_, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(portal));
    });
    const {names, faults} = await runCheck(`${address}/portail.json`);
    assert.deepEqual(names, ['dropped', 'noCacheControl', 'noEtag', 'noList', 'record']);
    assert.ok(faults.some(({message}) => message.includes('resources[1].id: "1" is taken') || message.includes('resources[1].id: 1 is taken')), JSON.stringify(faults)); // prettier-ignore
    const other = await runCheck(`${address}/x --source document`);
    assert.deepEqual(other.names, names);
  });

  it('follows redirects, but not from https to http, and not endlessly', async t => {
    const address = await serve(t, ({url}, response) => {
      const to = url === '/a.json' ? '/b.json' : url === '/loop.json' ? '/loop.json' : undefined;
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'max-age=60');
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('ETag', '"1"');
      if (to !== undefined) response.writeHead(301, {Location: to}).end();
      else response.end('{"version":"1","portals":[]}');
    });
    const {faults} = await runCheck(`${address}/a.json`);
    assert.deepEqual(
      faults.map(({name}) => name),
      ['redirected', 'noRevalidation'],
    );
    assert.deepEqual((await runCheck(`${address}/loop.json`)).names, ['redirectLoop']);
  });

  it('lists the detected fields of a foreign source, and those to map by hand', async t => {
    const server = await startServer();
    t.after(() => server.close());
    const csv = 'Intitulé du lieu,Latitude,Longitude\na,50,3\nb,50.1,3.1\n';
    const address = await serve(t, ({url}, response) => {
      response.setHeader('Cache-Control', 'max-age=60');
      if (url === '/open.csv') response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(url === '/page.csv' ? '<html>' : url === '/same.csv' ? 'libre,Latitude\na,50\na,50.1\n' : url === '/numbers.csv' ? 'titre,hauteur\n1,20\n2,30\n3,40\n' : csv.replace('Intitulé du lieu', url === '/named.csv' ? 'libre' : 'Intitulé du lieu')); // prettier-ignore
    });
    const open = await runCheck(`${address}/open.csv --source csv`);
    assert.deepEqual(open.names, ['noEtag']);
    const merits = open.merits.map(({message}) => message);
    assert.ok(merits.includes('title: 2 of 2'), merits.join());
    assert.ok(merits.includes('geo: 2 of 2'));
    assert.ok(merits.some(line => line.startsWith('not found, set them with fields')));
    const closed = await runCheck(`${address}/named.csv --source csv`);
    // The line of the console that names the column taken as title.
    assert.deepEqual(closed.names, ['corsNone', 'noEtag', 'told']);
    const same = await runCheck(`${address}/same.csv --source csv`);
    assert.ok(same.names.includes('noTitles'), same.names.join());
    const named = await runShell(['check', `${address}/named.csv`, '--source', 'csv', '--fields', 'title: libre']); // prettier-ignore
    assert.doesNotMatch(named.out, /aucune fiche n’a de titre/);
    const numbered = await runCheck(`${address}/numbers.csv --source csv`);
    assert.ok(numbered.names.includes('numericTitles'), 'titles that are all numbers');
    const page = await runCheck(`${address}/page.csv --source csv`);
    assert.ok(page.names.includes('html'));
    const unstated = await runCheck(`${address}/open.csv`);
    assert.deepEqual(unstated.names, ['noEtag'], 'the end of the address names the kind');
    const other = await runCheck(`${address}/open.csv --source geojson`);
    assert.ok(other.names.includes('otherFormat'));
    const whole = await runCheck(`${address}/open.csv --source pmtiles`);
    assert.deepEqual(
      whole.names,
      ['corsNone', 'noRange'].filter(name => name !== 'corsNone'),
    );
  });

  it('reports that no server responds', async () => {
    const {names, faults} = await runCheck('http://127.0.0.1:9/api');
    assert.deepEqual(names, ['unreachable']);
    assert.match(faults[0]?.message ?? '', /no response \(.+\)/);
  });

  it('speaks four languages', async t => {
    const api = await startAlteringProxy(t, ({headers}) => headers.delete('etag'));
    for (const [lang, word] of [
      ['fr', /il manque l’en-tête ETag/],
      ['nl', /de header ETag .* ontbreekt/],
      ['en', /the header ETag .* is missing/],
      ['de', /der Header ETag .* fehlt/],
    ] as const)
      assert.match((await runShell(`check ${api} --lang ${lang}`)).out, word);
  });

  it('reports unknown arguments', async () => {
    for (const [words, sentence] of [
      ['', /the URL is missing/],
      ['portail', /"portail" is not an http or https URL/],
      ['mailto:a@b.fr', /not an http or https URL/],
      ['https://a.fr https://b.fr', /expected one URL/],
      ['https://a.fr --source xml', /"xml"/],
      ['https://a.fr --lang es', /"es"/],
      ['https://a.fr --nothing', /--nothing/],
    ] as const) {
      const {code, out, err} = await runShell(`check ${words}`);
      assert.equal(code, 2, words);
      assert.equal(out, '');
      assert.match(err, sentence);
    }
  });
});
