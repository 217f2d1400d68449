import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {startContributionServer} from '../../support/contribution-server.js';

describe('the file of an upload that is interrupted', () => {
  let dataDir: string;
  const incoming = (): Promise<string[]> => readdir(join(dataDir, 'incoming'));
  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'uploads-'))));
  afterEach(() => rm(dataDir, {recursive: true, force: true}));

  it('is deleted when the server stops', async t => {
    const server = await startContributionServer({dataDir});
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    t.after(() => socket.destroy());
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/contributions HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: interrupted\r\n' +
        'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nAAAA',
    );
    while ((await incoming()).length === 0);
    await server.close();
    assert.deepEqual(await incoming(), []);
  });

  it('is deleted while the server runs if a crash has left it', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const server = await startContributionServer({dataDir});
    const [old, recent] = ['old', 'recent'].map(name => join(dataDir, 'incoming', name)) as [
      string,
      string,
    ];
    for (const path of [old, recent]) await writeFile(path, 'AAAA');
    await utimes(old, 0, 0);
    t.mock.timers.tick(3_600_000);
    while ((await incoming()).length > 1);
    assert.deepEqual(await incoming(), ['recent']);
    await server.close();
  });
});
