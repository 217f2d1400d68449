import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {startServer} from '../../demo/server/server.js';
import {root} from '../../scripts/setup.mjs';
import {runShell} from '../tools/cli/shell.js';
import {serve} from '../tools/cli/altering-proxy.js';
import {excel, libreOffice} from '../tools/convert/workbooks.js';

const PAGES = ['README.md', 'LISEZMOI.md'].concat(
  readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
);

/** Returns the commands in code blocks of a page, without output files. */
const commandsIn = (page: string): string[] =>
  // The commands of `prerender` are run in prerender.test.ts.
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(/^npx spass-widgets (?!prerender)(.*)$/gm),
  ].map(([, words]) => (words ?? '').replace(/ (?:>|--out) \S+$/, ''));

/** Splits a command into words as a shell does. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const cells = (texts: readonly string[]) => texts.map(text => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join(''); // prettier-ignore
const rows = (lines: readonly (readonly string[])[]) => lines.map(line => `<table:table-row>${cells(line)}</table:table-row>`).join(''); // prettier-ignore
const row = (number: number, texts: readonly string[]) => `<row r="${number}">${texts.map((text, i) => `<c r="${'AB'[i] ?? ''}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`; // prettier-ignore
const CSV = 'Titre;Lien\nÉtang;https://exemple.fr/etang\n';
const TREES = {type: 'Feature', properties: {espece: 'Hêtre'}, geometry: {type: 'Point', coordinates: [3, 50]}}; // prettier-ignore

/** Content of the files that the guide names. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'fiches.csv': CSV,
  'fiches.xlsx': excel({Fiches: row(1, ['Titre', 'Lien']) + row(2, ['a', 'https://a.fr'])}, []),
  'agenda.ods': libreOffice(
    `<table:table table:name="Agenda">${rows([
      ['Titre', 'Début'],
      ['Fête', '2026-12-12'],
    ])}</table:table>`,
  ),
  'arbres.geojson': JSON.stringify({type: 'FeatureCollection', features: [TREES]}),
  'territoire.geojson': JSON.stringify({type: 'Polygon', coordinates: [[[3, 50], [4, 50], [4, 51], [3, 50]]]}), // prettier-ignore
  'communes-source.json': JSON.stringify([{code: '59450', nom: 'Ors', lat: 50.1, lon: 3.6}]),
};

// `check --source page` reads dist/custom-elements.json: the stage of built files runs this file.
describe('the commands in the guide', () => {
  it('exist', () => {
    assert.ok(PAGES.flatMap(commandsIn).length >= 11);
  });

  for (const page of PAGES)
    for (const command of commandsIn(page))
      it(`run as shown on ${page}: ${command}`, async t => {
        const portal = await startServer();
        t.after(() => portal.close());
        const other = await serve(t, ({url = ''}, response) => {
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.setHeader('Cache-Control', 'max-age=60');
          if (url.includes('wp-json'))
            response.end('[{"id":1,"title":{"rendered":"a"},"link":"https://a.fr/"}]');
          else if (url === '/agenda')
            response.end(
              '<script src="/spass/0.1.0/spass-widgets.js" integrity="sha384-A"></script><spass-agenda api="/api"></spass-agenda>',
            );
          else if (url.includes('geometry=contour')) response.end(FILES['territoire.geojson']);
          else if (url.includes('/exports/json')) response.end('[{"titre":"a"}]');
          else response.end('espece;lat;lon\nHêtre;50;3\n');
        });
        const words = wordsOf(command).map(word =>
          word
            .replace('https://exemple.fr/api', `${portal.url}api`)
            .replace('https://exemple.fr/portail.json', `${portal.url}data/portail.json`)
            .replace('https://exemple.fr', other),
        );
        // The government's API is not reachable from the tests.
        if (words.join() === 'communes') words.push('--from', 'communes-source.json');
        if (words[0] === 'outline') words.push('--api', other);
        const {code, out, err} = await runShell(words, FILES);
        const isFound = command.includes('arbres.csv');
        assert.equal(code, isFound ? 1 : 0, out + err);
        if (isFound) assert.match(out, /title\u00a0: 1 sur 1/);
        else if (words[0] === 'portal')
          assert.equal((JSON.parse(out) as {version: string}).version, '1');
        else assert.ok(out.length > 20);
      });
});
