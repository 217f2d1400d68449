import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {exitOf, printedUrl, spawnPortal} from '../support/portal-program.js';
import {sample} from '../support/test-scope.js';

let folder: string;
let widgets: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  widgets = join(folder, 'widgets');
  await mkdir(widgets);
  await writeFile(join(widgets, 'spass-widgets.js'), '"use strict"');
  await mkdir(join(folder, 'portail'));
  await writeFile(join(folder, 'portail/projets.csv'), 'id;titre\np1;Le canal');
  await writeFile(join(folder, 'portail/secret.csv.txt'), 'secret');
  await writeFile(join(folder, 'portail/logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
after(() => rm(folder, {recursive: true, force: true}));

describe('spass-portal serve', () => {
  it('serves a folder with a table: API, home page, widgets, pictures; no contributions without DATA_DIR', async t => {
    const child = spawnPortal(['serve', join(folder, 'portail')], {WIDGETS_DIR: widgets});
    t.after(() => child.kill('SIGKILL'));
    const url = await printedUrl(child);
    const get = (path: string) => fetch(url + path);
    const list = (await (await get('api/projects')).json()) as {items: {title: string}[]};
    assert.equal(list.items[0]?.title, 'Le canal');
    assert.match(await (await get('')).text(), /<spass-explorer api="api"/);
    assert.equal((await get('cdn/spass-widgets.js')).status, 200);
    assert.equal(
      (await get('api/logo.svg')).headers.get('content-type'),
      'image/svg+xml; charset=utf-8',
    );
    for (const path of ['api/projets.csv', 'projets.csv', 'api/secret.csv.txt', 'moderation/'])
      assert.equal((await get(path)).status, 404, path);
    for (const path of ['faulty/500/portals', 'api-50000/resources', 'ods/', 'data/portail.json'])
      assert.equal((await get(path)).status, 404, `${path} is for the demo`);
    assert.equal((await fetch(`${url}api/contributions`, {method: 'POST'})).status, 405);
    const options = await fetch(`${url}api/contributions`, {method: 'OPTIONS'});
    assert.equal(options.headers.get('allow'), 'GET, HEAD, OPTIONS');
  });

  it('serves no picture that is a link out of the folder, nor one of the contributions', async t => {
    const portal = join(folder, 'portail');
    await writeFile(join(folder, 'outside.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await symlink(join(folder, 'outside.svg'), join(portal, 'outside.svg'));
    await symlink(join(portal, 'logo.svg'), join(portal, 'inside.svg'));
    await mkdir(join(portal, 'photos'));
    await symlink(folder, join(portal, 'photos/parent'));
    const child = spawnPortal(['serve', portal, '--data-dir', join(portal, 'data')], {
      WIDGETS_DIR: widgets,
    });
    t.after(() => child.kill('SIGKILL'));
    const url = await printedUrl(child);
    await writeFile(join(portal, 'data/photos/7F3K-29QX-1.jpg'), 'not published');
    const status = async (path: string) => (await fetch(`${url}api/${path}`)).status;
    assert.equal(await status('inside.svg'), 200);
    for (const path of ['outside.svg', 'photos/parent/outside.svg', 'data/photos/7F3K-29QX-1.jpg'])
      assert.equal(await status(path), 404, path);
  });

  it('serves frames with embed.json of the operator, and the policy that follows from it', async t => {
    await writeFile(join(widgets, 'embed.html'), '<!doctype html><title>Cadre</title>');
    const config = '{"apis": ["https://portail.example/api"], "controller": "Commune d’Ors"}';
    await writeFile(join(folder, 'embed.json'), config);
    const child = spawnPortal(['serve', join(folder, 'portail')], {
      WIDGETS_DIR: widgets,
      EMBED_CONFIG: join(folder, 'embed.json'),
      PUBLIC_URL: 'https://ors.example',
    });
    t.after(() => child.kill('SIGKILL'));
    const url = await printedUrl(child);
    assert.equal(await (await fetch(`${url}cdn/embed.json`)).text(), config);
    const frame = await fetch(`${url}cdn/embed.html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /connect-src https:\/\/ors\.example\/cdn\/ https:\/\/portail\.example\/api /,
    );
    assert.match(policy, /script-src https:\/\/ors\.example\/cdn\/;/);
  });

  it('accepts contributions with DATA_DIR, which it creates, for its own account only', async t => {
    const data = join(folder, 'new/data');
    const child = spawnPortal(['serve', join(folder, 'portail'), '--data-dir', data], {
      WIDGETS_DIR: widgets,
    });
    t.after(() => child.kill('SIGKILL'));
    const url = await printedUrl(child);
    assert.match(await (await fetch(`${url}moderation/`)).text(), /Mot de passe/);
    assert.ok((await readdir(data)).includes('moderation-token'));
  });

  for (const [what, args, said] of sample([
    ['no folder', [], /Which folder/],
    ['a folder that does not exist', ['nowhere-at-all'], /nowhere-at-all cannot be read/],
    ['an unknown flag', ['.', '--prot', '80'], /prot/],
    ['a broken embed.json', ['demo/made', '--embed-config', 'README.md'], /EMBED_CONFIG: README/],
    ['widgets that are missing', ['docs/images', '--widgets-dir', 'nowhere'], /WIDGETS_DIR/],
  ] as const))
    it(`ends with one sentence, without a stack: ${what}`, async () => {
      const {code, said: message} = await exitOf(
        spawnPortal(['serve', ...args], {WIDGETS_DIR: widgets}),
      );
      assert.equal(code, 1);
      assert.match(message, said);
      assert.doesNotMatch(message, /\n\s+at /);
    });

  it('explains itself without arguments', async () => {
    const {code, said} = await exitOf(spawnPortal([]));
    assert.equal(code, 2);
    assert.match(said, /Usage: spass-portal <command>[^]*serve <folder>/);
  });
});
