// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {runPublish} from '../../portal/src/publish/commands.js';
import {drawLandscape} from '../../portal/src/publish/template/landscape.js';
import {rawRequest} from '../support/raw-request.js';
import {PortalFolder, workbookOf} from '../support/published-folder.js';

const workbook = (title: string) =>
  workbookOf({
    Projets: [
      ['Identifiant', 'Titre'],
      ['canal', title],
    ],
  });

/** Publishes a folder with `--watch`; returns its address, and functions that wait for what happens. */
async function watched(t: TestContext) {
  const folder = await PortalFolder.with(t, {'portail.xlsx': await workbook('Le canal')});
  let url = '';
  let heard: (line: string) => void = () => undefined;
  const io = {out: (line: string) => void (url = line), err: (line: string) => heard(line)};
  const stop = await runPublish([folder.path, '--watch', '--port', '0'], io);
  t.after(() => stop?.());
  return {
    folder,
    url,
    page: async (path = 'projets/canal/') => (await fetch(url + path)).text(),
    /** Resolves with the next message that matches. */
    message: (pattern: RegExp) =>
      new Promise<string>(resolve => {
        heard = line => {
          if (pattern.test(line)) resolve(line);
        };
      }),
  };
}

describe('a folder that is watched', () => {
  it('is published again when a cell changes, and reloads the pages that are open', async t => {
    const {folder, url, page} = await watched(t);
    assert.match(await page(), /<h1>Le canal<\/h1>/);
    // The stream that an open page listens to.
    const [, script = ''] = /<script src="(\/reload[^"]*)" defer>/.exec(await page()) ?? [];
    const [, events = ''] =
      /EventSource\('([^']*)'\)/.exec(await (await fetch(new URL(script, url))).text()) ?? [];
    const stream = (await fetch(new URL(events, url))).body;
    assert.ok(stream);
    await folder.write({'portail.xlsx': await workbook('Le canal retrouvé')});
    for await (const chunk of stream) if (String(Buffer.from(chunk)).includes('data:')) break;
    assert.match(await page(), /<h1>Le canal retrouvé<\/h1>/);
  });

  it('keeps its last site while a workbook cannot be read, and says why', async t => {
    const {folder, page, message} = await watched(t);
    const refused = message(/^Aucune fiche utilisable/);
    await folder.write({'portail.xlsx': 'half of a workbook'});
    await refused;
    assert.match(await page(), /<h1>Le canal<\/h1>/);
    const published = message(/1\s?fiche/);
    await folder.write({'portail.xlsx': await workbook('De nouveau')});
    await published;
    assert.match(await page(), /<h1>De nouveau<\/h1>/);
  });

  it('follows new texts and deleted files, not the lock files of a spreadsheet program', async t => {
    const {folder, page, message} = await watched(t);
    let published = message(/1\s?fiche/);
    await folder.write({'~$portail.xlsx': 'Jeanne', 'textes/canal.md': 'Une *promenade*'});
    const line = await published;
    assert.match(line, /[1-9]\d*\s?fichiers? écrits?/);
    assert.match(await page(), /Une <em>promenade<\/em>/);
    published = message(/1\s?fiche/);
    await rm(join(folder.path, 'textes/canal.md'));
    await published;
    assert.doesNotMatch(await page(), /promenade/);
    // Subfolders that appear, and disappear with what is in them.
    for (const text of ['Une écluse', 'Un pont']) {
      published = message(/1\s?fiche/);
      await folder.write({'textes/projets/canal.md': text});
      await published;
      assert.match(await page(), new RegExp(text));
    }
    published = message(/1\s?fiche/);
    await rm(join(folder.path, 'textes'), {recursive: true});
    await published;
    assert.doesNotMatch(await page(), /Un pont/);
  });

  it('follows a picture that is replaced, and the loss of its folder of resized pictures', async t => {
    const {folder, page, message} = await watched(t);
    const pictureOf = async (): Promise<string> =>
      /src="([^"]*medias[^"]*)"/.exec(await page())?.[1] ?? '';
    const save = async (files: Parameters<typeof folder.write>[0]): Promise<string> => {
      const published = message(/1\s?fiche/);
      await folder.write(files);
      return published;
    };
    const sheet = (title: string) =>
      workbookOf({
        Projets: [
          ['Identifiant', 'Titre', 'Image'],
          ['canal', title, 'canal.jpg'],
        ],
      });
    await save({
      'fichiers/canal.jpg': await drawLandscape(1),
      'portail.xlsx': await sheet('Le canal'),
    });
    const first = await pictureOf();
    assert.match(first, /canal-/);
    await save({'fichiers/canal.jpg': await drawLandscape(2)});
    const second = await pictureOf();
    assert.notEqual(second, first);
    await rm(join(folder.path, '.cache-portail'), {recursive: true});
    await rm(join(folder.path, 'site/medias'), {recursive: true});
    await save({'portail.xlsx': await sheet('Le canal retrouvé')});
    assert.equal(await pictureOf(), second);
    assert.ok((await folder.files()).some(path => second.endsWith(path)));
  });

  it('goes on when another page of the browser requests a malformed address', async t => {
    const {url, page} = await watched(t);
    for (const path of ['//', '//[', '/%', '/projets/%E9/'])
      assert.match(String((await rawRequest(url, path)).status), /^40[04]$/, path);
    assert.match(await page(), /<h1>Le canal<\/h1>/);
  });

  it('answers an unknown address with the page for it', async t => {
    const {url} = await watched(t);
    const response = await fetch(`${url}projets/inconnu/`);
    assert.equal(response.status, 404);
    assert.match(await response.text(), /Page introuvable/);
  });
});
