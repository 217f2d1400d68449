import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {parseCommunes} from '../../../src/data/communes.js';
import {runShell} from './shell.js';
import {listen, type LocalServer} from '../../support/listen.js';

/** Response of the French government's geo API. */
const api = [
  {code: '62041', nom: 'Arras', centre: {type: 'Point', coordinates: [2.7702, 50.2898]}, codeEpci: '200033579'}, // prettier-ignore
  {code: '59350', nom: 'Lille', centre: {type: 'Point', coordinates: [3.0468, 50.6311]}, codeEpci: '200093201'}, // prettier-ignore
  {code: '2A004', nom: 'Ajaccio', centre: {type: 'Point', coordinates: [8.7014, 41.9347]}},
];

describe('npx spass-widgets', () => {
  it('prints its help on request, with exit code 0', async () => {
    for (const words of ['--help', '-h', 'communes --help', 'communes --from x -h']) {
      const {code, out, err} = await runShell(words);
      assert.equal(code, 0, words);
      assert.match(out, /^Usage: spass-widgets/);
      assert.equal(err, '');
    }
    assert.match((await runShell('--help')).out, /^ {2}communes /m);
  });

  it('prints errors about arguments to standard error', async () => {
    for (const [words, sentence] of [
      ['', /^Usage/],
      ['comunes', /no command "comunes"/],
      ['communes --nowhere', /--nowhere[^]*Usage: spass-widgets communes/],
      ['communes --from', /from/],
      ['communes extra', /extra/],
      ['communes --departement Nord', /"NORD" is not the code of a département/],
    ] as const) {
      const {code, out, err} = await runShell(words);
      assert.equal(code, 2, words);
      assert.equal(out, '');
      assert.match(err, sentence);
    }
  });
});

describe('npx spass-widgets communes', () => {
  let server: LocalServer;
  before(async () => {
    const listener = createServer(({url}, response) => {
      if (url === '/broken') response.writeHead(500).end();
      else response.end(url === '/page' ? '<html>' : JSON.stringify(api));
    });
    server = await listen(listener);
  });
  after(() => server.close());

  it('writes the table for `places` from a URL', async () => {
    const {code, out, err} = await runShell(`communes --from ${server.url}/communes`);
    assert.equal(code, 0);
    assert.equal(err, '3 communes\n');
    assert.ok(out.endsWith('\n'));
    assert.deepEqual(JSON.parse(out), {
      version: '1',
      code: ['2A004', '59350', '62041'],
      name: ['Ajaccio', 'Lille', 'Arras'],
      lat: [41.935, 50.631, 50.29],
      lon: [8.701, 3.047, 2.77],
      epci: ['', '200093201', '200033579'],
    });
    assert.equal(parseCommunes(JSON.parse(out))?.communes.length, 3);
  });

  it('reads a file or standard input', async () => {
    const files = {'api.json': JSON.stringify(api), '-': JSON.stringify(api)};
    for (const from of ['api.json', '-']) {
      const {code, out} = await runShell(`communes --from ${from} --departement 59,2a`, files);
      assert.equal(code, 0);
      assert.deepEqual((JSON.parse(out) as {code: string[]}).code, ['2A004', '59350']);
    }
  });

  it('lists the rows left out, and exits with an error code', async () => {
    const files = {'api.json': JSON.stringify([...api, {code: '59999', nom: 'Sans centre'}])};
    const {code, out, err} = await runShell('communes --from api.json', files);
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as {code: string[]}).code.length, 3);
    assert.match(err, /1 left out/);
  });

  it('fails with a readable message, and writes no result', async () => {
    const files = {
      'page.html': '<html>',
      'other.json': '{"hello": 1}',
      'api.json': JSON.stringify(api),
    };
    for (const [words, sentence] of [
      ['--from nowhere.json', /no file nowhere\.json/],
      ['--from page.html', /page\.html is no JSON/],
      ['--from other.json', /other\.json contains no communes/],
      ['--from api.json --departement 75', /no commune of these départements/],
      ['--from http://example.org/communes', /https, or on this machine/],
      [`--from ${server.url}/broken`, /answered 500/],
      [`--from ${server.url}/page`, /HTML/],
    ] as const) {
      const {code, out, err} = await runShell(`communes ${words}`, files);
      assert.equal(code, 1, words);
      assert.equal(out, '', words);
      assert.match(err, sentence);
      assert.doesNotMatch(err, / at .*\.ts:/, 'no stack');
    }
  });
});
