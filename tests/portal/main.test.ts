import assert from 'node:assert/strict';
import {once} from 'node:events';
import {Agent, get} from 'node:http';
import {describe, it} from 'node:test';
import {startServer} from '../../demo/server/server.js';
import {exitOf, printedUrl, spawnPortal} from '../support/portal-program.js';
import {sample} from '../support/test-scope.js';

const start = (environment: Record<string, string>) =>
  spawnPortal(['serve', 'demo/data', '--demo'], environment);

describe('the server as a program', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`prints its address, and stops cleanly on ${signal} with open connections`, async t => {
      const child = start({PORT: '0'});
      t.after(() => child.kill('SIGKILL'));
      const url = await printedUrl(child);
      assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
      const agent = new Agent({keepAlive: true});
      t.after(() => agent.destroy());
      await new Promise((done, fail) => {
        get(`${url}api/portals`, {agent}, response => response.resume().on('end', done)).on(
          'error',
          fail,
        );
      });
      const hanging = get(`${url}faulty/hang/portals`);
      hanging.on('error', () => undefined);
      await once(hanging, 'finish');
      child.kill(signal);
      assert.deepEqual(await exitOf(child), {code: 0, signal: null, said: ''});
    });

  it('reports that its port is in use', async t => {
    const other = await startServer();
    t.after(() => other.close());
    const {port} = new URL(other.url);
    const {code, said} = await exitOf(start({PORT: port}));
    assert.equal(code, 1);
    assert.equal(said, `Port ${port} is in use: set another, as in PORT=4174.\n`);
  });

  for (const PORT of sample(['many', '70000', '-1']))
    it(`reports that ${PORT} is not a port`, async () => {
      const {code, said} = await exitOf(start({PORT}));
      assert.equal(code, 1);
      assert.equal(said, `PORT is "${PORT}", but should be a number from 0 to 65535.\n`);
    });

  it('listens on this machine only', async t => {
    const server = await startServer();
    t.after(() => server.close());
    assert.equal(new URL(server.url).hostname, '127.0.0.1');
  });
});
