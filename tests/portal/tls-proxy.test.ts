import assert from 'node:assert/strict';
import {request as httpRequest} from 'node:http';
import {createServer, request as httpsRequest, type Server} from 'node:https';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {parseTrustedProxies} from '../../portal/src/http/client-address.js';
import {freePort} from '../support/processes.js';

/** Cipher suites without a certificate: the connection is encrypted, and no key has to be kept in the repository. */
const ANONYMOUS = {ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2'} as const;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('a server behind a proxy with TLS', () => {
  let server: DemoServer;
  let proxy: Server;
  let origin: string;
  before(async () => {
    const port = await freePort();
    origin = `https://127.0.0.1:${port}`;
    server = await startServer({
      settings: {publicUrl: origin, trustProxy: parseTrustedProxies('127.0.0.1')!},
    });
    // As nginx does by default: the server gets its own address as Host.
    proxy = createServer(ANONYMOUS, (incoming, outgoing) => {
      const forwarded = httpRequest(
        new URL(incoming.url ?? '/', server.url),
        {
          method: incoming.method,
          headers: {
            ...incoming.headers,
            host: new URL(server.url).host,
            'x-forwarded-for': incoming.socket.remoteAddress,
            'x-forwarded-proto': 'https',
          },
        },
        answer => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(forwarded);
    });
    await new Promise<void>(done => proxy.listen(port, '127.0.0.1', done));
    assert.equal((proxy.address() as AddressInfo).port, port);
  });
  after(async () => {
    proxy.close();
    proxy.closeAllConnections();
    await server.close();
  });

  const send = (
    url: string,
    {
      method = 'GET',
      headers = {},
      body = '',
    }: {method?: string; headers?: Record<string, string>; body?: string} = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const options = {...ANONYMOUS, method, headers, agent: false, rejectUnauthorized: false};
      httpsRequest(url, options, answer => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () =>
          resolve({status: answer.statusCode ?? 0, headers: answer.headers, body: text}),
        );
      })
        .on('error', reject)
        .end(body);
    });

  it('links to pages that can be followed, through the proxy', async () => {
    let url: string | null = `${origin}/api/resources?limit=30`;
    let count = 0;
    for (let pages = 0; url; pages++) {
      assert.ok(pages < 20 && url.startsWith(`${origin}/api/resources?`), url);
      const {items, next} = JSON.parse((await send(url)).body) as {
        items: unknown[];
        next: string | null;
      };
      count += items.length;
      url = next;
    }
    assert.ok(count > 60, String(count));
  });

  it('gives receipts under its public address, and takes the withdrawal there', async () => {
    const body = [
      '--x',
      'Content-Disposition: form-data; name="contribution"',
      '',
      '{"kind": "idea", "text": "Un banc"}',
      '--x--',
      '',
    ].join('\r\n');
    const headers = {
      'Idempotency-Key': 'behind-the-proxy',
      'Content-Type': 'multipart/form-data; boundary=x',
    };
    const answer = await send(`${origin}/api/contributions`, {method: 'POST', headers, body});
    assert.equal(answer.status, 201, answer.body);
    const {receipt} = JSON.parse(answer.body) as {receipt: string};
    assert.ok(receipt.startsWith(`${origin}/api/receipts/`), receipt);
    assert.match((await send(receipt, {method: 'POST'})).body, /Retirée/);
  });

  it('sends its cookie over TLS only, and takes forms of its public address only', async () => {
    const logIn = (from: string): Promise<Answer> =>
      send(`${origin}/moderation/session`, {
        method: 'POST',
        headers: {Origin: from, 'Content-Type': 'application/x-www-form-urlencoded'},
        body: new URLSearchParams({token: server.moderationPassword}).toString(),
      });
    const {status, headers} = await logIn(origin);
    assert.equal(status, 303);
    assert.match(String(headers['set-cookie']), /; HttpOnly; SameSite=Strict; Secure$/);
    assert.equal((await logIn(new URL(server.url).origin)).status, 403);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    const page = await send(`${origin}/moderation/`, {headers: {Cookie: cookie}});
    assert.match(page.body, /En attente/);
  });
});
