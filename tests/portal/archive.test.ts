// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {ARCHIVE_HELP, runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {startPreview} from '../../portal/src/publish/preview-server.js';
import {filesIn, PortalFolder, targetOf} from '../support/published-folder.js';

const silent = {out: () => undefined, err: () => undefined};

describe('an archive', () => {
  let folder: PortalFolder;
  before(async () => (folder = await PortalFolder.withExamples()));
  after(() => folder.delete());
  const place = (name: string) => join(dirname(folder.path), name);

  it('of a folder opens without a server: data in the page, links to files, no request', async () => {
    const out = place('archive');
    await runArchive([folder.path, '--out', out, '--date', '2026-11-27'], silent);
    const files = new Set(await filesIn(out));
    for (const path of files) {
      if (!path.endsWith('.html')) continue;
      const html = await readFile(join(out, path), 'utf8');
      assert.ok(!/\sapi="/.test(html), `${path} requests data`);
      for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"#]+)(?:#[^"]*)?"/g))
        if (!/^(?:https?|mailto|tel):/.test(address))
          assert.ok(
            files.has(targetOf(path, address)) && !address.endsWith('/'),
            `${path}: ${address}`,
          );
    }
    const list = await readFile(join(out, 'ressources/index.html'), 'utf8');
    assert.match(
      list,
      /<script type="application\/json">\s*\{"version":"1".*"url":"\.\.\/ressources\/halle\/index\.html"/,
    );
    const manifest = JSON.parse(await readFile(join(out, 'archive.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.equal(manifest['archivedOn'], '2026-11-27');
    assert.equal(manifest['licence'], 'Licence Ouverte 2.0');
  });

  it('has the same bytes when it is made again', async () => {
    for (const name of ['first', 'second'])
      await runArchive([folder.path, '--out', place(name), '--date', '2026'], silent);
    const [first, second] = await Promise.all(
      ['first', 'second'].map(name => readFile(join(place(name), 'SHA256SUMS'), 'utf8')),
    );
    assert.equal(first, second);
  });

  it('of an address has the records, pictures and documents of the site', async t => {
    await folder.publish();
    const site = await startPreview(join(folder.path, 'site'), 0);
    t.after(() => site.close());
    const out = place('from-address');
    await runArchive([site.url, '--out', out, '--date', '2026'], silent);
    const files = await filesIn(out);
    assert.ok(
      files.some(path => /^medias\/canal.*\.webp$/.test(path)),
      files.join('\n'),
    );
    assert.ok(files.some(path => path.endsWith('compte-rendu.pdf')));
    assert.match(
      await readFile(join(out, 'projets/canal/index.html'), 'utf8'),
      /promenade ombragée/,
    );
  });

  it('explains itself, and says if there is no portal at an address', async t => {
    const printed: string[] = [];
    await runArchive(['--help'], {...silent, out: line => void printed.push(line)});
    assert.deepEqual(printed, [ARCHIVE_HELP]);
    const site = await startPreview(place('nothing'), 0);
    t.after(() => site.close());
    await assert.rejects(runArchive([site.url], silent), /aucun portail à cette adresse/);
  });
});
