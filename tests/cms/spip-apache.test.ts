import assert from 'node:assert/strict';
import {cpSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {findSpip} from '../../scripts/setup.mjs';
import {type SpipWithContributions, startSpipWithContributions} from '../support/contract-spip.js';
import {jpeg} from '../support/pictures.js';
import {missingApache, startApache} from './apache.js';

const HTACCESS = '/usr/share/doc/spip/examples/htaccess.txt';
const skip = missingApache || (findSpip() ? false : "SPIP is missing: install Debian's spip.");

describe('the API of contributions in SPIP behind Apache', {timeout: 120_000, skip}, () => {
  let spip: SpipWithContributions;
  let apache: Awaited<ReturnType<typeof startApache>>;
  before(async () => {
    spip = await startSpipWithContributions();
    apache = await startApache(spip.site.folder);
  });
  after(async () => {
    await apache.close();
    await spip.stop();
  });

  const status = async (path: string, init?: RequestInit): Promise<number> =>
    (await fetch(`${apache.url}/${path}`, init)).status;
  const send = (api: string, key: string): Promise<Response> => {
    const form = new FormData();
    form.append('contribution', JSON.stringify({kind: 'idea', text: 'Un banc'}));
    form.append('photo', new Blob([new Uint8Array(jpeg())]), 'x.jpg');
    return fetch(`${apache.url}/${api}/contributions?lang=de`, {
      method: 'POST',
      headers: {'Idempotency-Key': key},
      body: form,
    });
  };

  it('follows spip.php without SPIP’s .htaccess, and has a short address with it', async () => {
    const [long, short] = ['spip.php/spass_widgets.api', 'spass_widgets.api'];
    assert.equal(await status(`${long}/contributions?limit=1&page=1`), 200);
    assert.equal(await status(`${short}/contributions`), 404);
    assert.equal((await send(long, 'apache-test-1')).status, 201);
    cpSync(HTACCESS, join(spip.site.folder, '.htaccess'));
    for (const api of [long, short]) {
      assert.equal(await status(`${api}/contributions?limit=1&page=1`), 200, api);
      assert.equal(await status(`${api}/photos/7F3K-29QX-1.jpg`), 404, api);
    }
    const answer = await send(short, 'apache-test-2');
    assert.equal(answer.status, 201);
    const {receipt} = (await answer.json()) as {receipt: string};
    const {pathname} = new URL(receipt);
    assert.match(pathname, /^\/spass_widgets\.api\/receipts\//);
    assert.equal(await status(pathname.slice(1)), 200);
    assert.equal(await status(`${pathname.slice(1)}/1`), 200, 'its author sees the photograph');
  });

  it('S-18 serves no photograph and no database from config/', async () => {
    const names = spip.site.php(`echo json_encode(glob('config/spass_widgets/*'));`);
    const [photo] = JSON.parse(names) as string[];
    assert.match(photo ?? '', /\.jpg$/);
    assert.equal(await status(photo ?? ''), 403);
    assert.equal(await status('config/bases/spip.sqlite'), 403);
  });
});
