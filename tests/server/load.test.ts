import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {connect} from 'node:net';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {PortalProcess} from '../support/contract-servers.js';
import {idea, newKey, sendContribution} from '../support/contribution-server.js';
import {
  checkStored,
  createIdeas,
  inParallel,
  type Sent,
  trySending,
  useServers,
} from '../support/server-load.js';

const newServer = useServers();

describe('a server whose database is full', () => {
  it('F-19 answers 503, stores nothing twice, and takes the rest when there is room', async t => {
    const server = await newServer();
    t.after(() => server.stop());
    const sent = createIdeas(250).map(one => ({
      ...one,
      contribution: idea(`${one.key} ${'x'.repeat(4900)}`),
    }));
    const accepted = new Set<string>();
    const statuses = new Set<number>();
    const send = async (one: Sent): Promise<void> => {
      const answer = await sendContribution(server.url, one);
      statuses.add(answer.status);
      if (answer.status === 201) accepted.add(one.key);
      else assert.ok(Number(answer.headers.get('retry-after')) > 0);
    };
    await server.start({MAX_DATABASE_MB: '1'});
    await inParallel(8, sent, send);
    assert.deepEqual(statuses, new Set([201, 503]));
    assert.ok(accepted.size > 20 && accepted.size < 240, String(accepted.size));
    const list = await fetch(`${server.url}api/resources?limit=1`);
    assert.equal(list.status, 200, 'reading still works');
    await server.stop();
    await checkStored(
      server.folder,
      sent.filter(({key}) => accepted.has(key)),
    );
    await server.start();
    await inParallel(8, sent, send);
    await server.stop();
    await checkStored(server.folder, sent);
  });
});

describe('two servers with one folder', () => {
  it('F-19 store 100 contributions that are sent to both once', async t => {
    const one = await newServer({MODERATION_PASSWORD: 'a password for tests'});
    const two = new PortalProcess(one.folder, {MODERATION_PASSWORD: 'a password for tests'});
    t.after(() => Promise.all([one.stop(), two.stop()]));
    await Promise.all([one.start(), two.start()]);
    const sent = createIdeas(100);
    const ids = new Map<string, string>();
    await inParallel(8, sent, async each => {
      const answers = await Promise.all([one, two].map(({url}) => trySending(url, each)));
      assert.ok(answers[0] && answers[1], 'both answer');
      assert.equal(answers[0].id, answers[1].id);
      ids.set(each.key, answers[0].id);
    });
    await Promise.all([one.stop(), two.stop()]);
    await checkStored(one.folder, sent);
  });
});

describe('clients that send slowly', () => {
  it('F-20 do not delay others, nor those of another address', async t => {
    const server = await newServer({
      MAX_UPLOADS_PER_CLIENT: '16',
      TRUST_PROXY: '127.0.0.1',
      UPLOAD_SECONDS: '600',
    });
    t.after(() => server.stop());
    const url = new URL(await server.start());
    const sockets = Array.from({length: 40}, () => {
      const socket = connect(Number(url.port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        [
          'POST /api/contributions HTTP/1.1',
          'Host: localhost',
          'X-Forwarded-For: 198.51.100.7',
          `Idempotency-Key: ${newKey()}`,
          'Content-Type: multipart/form-data; boundary=x',
          'Content-Length: 1000000',
          '\r\n--x\r\nContent-Disposition: form-data; name="contribution"\r\n\r\n{',
        ].join('\r\n'),
      );
      return socket;
    });
    t.after(() => sockets.forEach(socket => socket.destroy()));
    await new Promise(done => sockets.at(-1)?.once('connect', done));
    await inParallel(4, createIdeas(20), async one => {
      assert.ok(await trySending(server.url, one));
    });
    assert.ok((await fetch(`${server.url}api/resources`)).ok);
    // The server waits ten minutes for the sixteen clients that it lets in: who waited for them would wait as long.
    const waiting = sockets.filter(({bytesRead, destroyed}) => bytesRead === 0 && !destroyed);
    assert.ok(waiting.length >= 16, `${waiting.length} are still sending`);
  });

  it('get an error after the time limit, and leave no file', async t => {
    const server = await newServer({UPLOAD_SECONDS: '1'});
    t.after(() => server.stop());
    const url = new URL(await server.start());
    const socket = connect(Number(url.port), '127.0.0.1');
    t.after(() => socket.destroy());
    socket.write(
      `POST /api/contributions HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: ${newKey()}\r\n` +
        'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nAAAA',
    );
    const said = await new Promise<string>(done =>
      socket.once('data', (chunk: Buffer) => done(chunk.toString())),
    );
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.deepEqual(await readdir(join(server.folder, 'incoming')), []);
  });
});

describe('a body that is made to keep the server busy', () => {
  const bodies: Readonly<Record<string, () => string>> = {
    '200,000 empty parts': () =>
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(200_000) + '--x--\r\n',
    '200,000 boundaries': () => '--x\r\n'.repeat(200_000) + '--x--\r\n',
    'a part with 100,000 headers': () => `--x\r\n${'a: b\r\n'.repeat(100_000)}\r\n\r\n--x--\r\n`,
    'a header of a megabyte': () => `--x\r\na: ${'b'.repeat(1_000_000)}\r\n\r\n\r\n--x--\r\n`,
    'twelve megabytes of line breaks': () => `--x\r\n\r\n${'\r\n'.repeat(6_000_000)}--x--\r\n`,
  };
  let server: PortalProcess;
  before(async () => {
    server = await newServer({UPLOAD_SECONDS: '4'});
    await server.start();
  });
  after(() => server.stop());

  // A parser whose time grows with the square of the body would be busy for an hour; any machine is ready in a minute.
  for (const [what, body] of Object.entries(bodies))
    it(`F-20 is refused, and others are answered: ${what}`, {timeout: 120_000}, async () => {
      const text = body();
      const attacks = Array.from({length: 5}, () =>
        fetch(`${server.url}api/contributions`, {
          method: 'POST',
          headers: {
            'Idempotency-Key': newKey(),
            'Content-Type': 'multipart/form-data; boundary=x',
          },
          body: text,
        }).then(
          answer => answer.status,
          () => 0,
        ),
      );
      assert.ok((await fetch(`${server.url}api/resources?limit=1`)).ok);
      for (const status of await Promise.all(attacks))
        assert.ok([0, 400, 408, 413].includes(status), String(status));
      assert.deepEqual(await readdir(join(server.folder, 'incoming')), []);
    });
});
