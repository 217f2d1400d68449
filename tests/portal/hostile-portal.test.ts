// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {listen} from '../support/listen.js';
import {filesIn} from '../support/published-folder.js';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>';

/** Archives a portal whose team, or whoever has taken its server, wants to attack those who archive it. */
async function archive(t: TestContext, site: object, contact?: string) {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://portal');
    const address = (name: string) => ({
      url: `http://${request.headers.host}/${name}`,
      title: name,
    });
    const names = [
      'a.php',
      'b.phtml',
      'c.html',
      'd.js',
      'e.xml',
      'f',
      'g.htaccess',
      'h.pdf',
      'i.svg',
    ];
    const document = {
      version: '1',
      contact,
      resources: [
        {
          id: 'a',
          title: 'A',
          type: 'document',
          image: {src: `http://${request.headers.host}/picture.svg`, alt: ''},
          attachments: names.map(address),
        },
      ],
    };
    if (pathname === '/api/portail.json') response.end(JSON.stringify(document));
    else if (pathname === '/api/site.json') response.end(JSON.stringify({texts: [], ...site}));
    else if (pathname.endsWith('.svg'))
      response.writeHead(200, {'Content-Type': 'image/svg+xml'}).end(DRAWING);
    else response.end('<?php system($_GET[0]) ?><script>alert(1)</script>');
  });
  const {url, close} = await listen(server);
  t.after(close);
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  t.after(() => rm(folder, {recursive: true, force: true}));
  const out = join(folder, 'archive');
  const told: string[] = [];
  await runArchive([`${url}/`, '--out', out], {
    out: () => undefined,
    err: line => void told.push(line),
  });
  return {
    files: await filesIn(out),
    told: told.join('\n'),
    home: await readFile(join(out, 'index.html'), 'utf8'),
  };
}

describe('the archive of a hostile portal', () => {
  it('has no document that a web server or a browser would run', async t => {
    const {files, told} = await archive(t, {});
    const documents = files.filter(path => path.startsWith('fichiers/'));
    assert.deepEqual(documents, ['fichiers/h.pdf', 'fichiers/i.png']);
    assert.ok(files.some(path => /^medias\/picture-.*\.webp$/.test(path)));
    assert.deepEqual(
      files.filter(path => path.startsWith('medias/') && path.endsWith('.svg')),
      [],
    );
    assert.match(
      told,
      /a\.php n’a pas pu être téléchargé \(un fichier de ce type n’est pas archivé\)/,
    );
  });

  for (const [place, site, contact] of [
    ['settings', {contact: 'javascript:alert(1)'}, undefined],
    ['document', {}, 'javascript:alert(1)'],
  ] as const)
    it(`has no link that runs a script, as the contact in its ${place}`, async t => {
      assert.doesNotMatch((await archive(t, site, contact)).home, /href="javascript:/);
    });

  it('is made although its texts are no texts', async t => {
    const {home} = await archive(t, {title: {fr: 5}, licence: [1], publisher: {fr: null}, host: 7});
    assert.match(home, /127\.0\.0\.1/);
  });
});
