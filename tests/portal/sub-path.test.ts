import assert from 'node:assert/strict';
import {createServer, request as httpRequest} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server/server.js';
import {type LocalServer, listen} from '../support/listen.js';
import {freePort} from '../support/processes.js';

describe('a server that a proxy serves below a path', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let proxy: LocalServer;
  let url: string;
  let cookie = '';

  before(async () => {
    // The proxy removes the path, as with `proxy_pass http://127.0.0.1:4173/;` and `handle_path`.
    const port = await freePort();
    proxy = await listen(
      createServer((incoming, outgoing) => {
        const path = /^\/carto(\/.*)$/.exec(incoming.url ?? '')?.[1];
        if (path === undefined) {
          outgoing.writeHead(404).end('of the site around it');
          return;
        }
        const {method, headers} = incoming;
        const forwarded = httpRequest({port, path, method, headers}, answer => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        });
        incoming.pipe(forwarded);
      }),
    );
    url = `${proxy.url}/carto`;
    server = await startServer({settings: {port, publicUrl: url}});
  });
  after(async () => {
    await proxy.close();
    await server.close();
  });

  const get = (address: string) => fetch(address, {headers: {cookie}, redirect: 'manual'});
  const post = (address: string, fields: Readonly<Record<string, string>>) =>
    fetch(address, {
      method: 'POST',
      headers: {cookie, origin: proxy.url},
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  /** Checks that all addresses in a page exist below the path. */
  const checkLinks = async (address: string): Promise<string> => {
    const response = await get(address);
    const body = await response.text();
    const links = [...body.matchAll(/ (?:href|src|api)="([^"]*)"/g)].map(([, link = '']) => link);
    for (const link of links.filter(text => !/^(?:data|geo):/.test(text))) {
      const target = new URL(link.replaceAll('&amp;', '&'), address).href;
      assert.ok(target.startsWith(`${url}/`), `${address}: ${link}`);
      assert.ok((await get(target)).status < 400, `${address}: ${link}`);
    }
    return body;
  };
  const contribute = async (text: string): Promise<{id: string; receipt: string}> => {
    const form = new FormData();
    form.set('contribution', JSON.stringify({kind: 'idea', text}));
    const response = await fetch(`${url}/api/contributions`, {
      method: 'POST',
      headers: {'Idempotency-Key': `sub-path ${text}`.replaceAll(' ', '-')},
      body: form,
    });
    assert.equal(response.status, 201);
    return (await response.json()) as {id: string; receipt: string};
  };

  it('links to further pages of a list below the path', async () => {
    const {next} = (await (await get(`${url}/api/resources?limit=5`)).json()) as {next: string};
    assert.ok(next.startsWith(`${url}/api/resources?`), next);
    assert.equal((await get(next)).status, 200);
  });

  it('redirects to a folder below the path', async () => {
    const address = `${url}/portails`;
    const response = await get(address);
    assert.equal(response.status, 308);
    assert.equal(new URL(response.headers.get('location') ?? '', address).href, `${address}/`);
  });

  it('is moderated below the path', async () => {
    const {id, receipt} = await contribute('Un banc');
    await checkLinks(`${url}/moderation/journal`);
    assert.match(
      await checkLinks(`${url}/moderation/photos/x/1`),
      /"\.\.\/\.\.\/\.\.\/moderation\/session"/,
    );
    await checkLinks(`${url}/moderation`);
    const session = await post(`${url}/moderation/session`, {token: server.moderationPassword});
    assert.equal(session.status, 303);
    const [value = '', ...flags] = (session.headers.get('set-cookie') ?? '').split('; ');
    // The browser then sends it below the folder of this address.
    assert.ok(!flags.some(flag => flag.startsWith('Path=')), flags.join());
    cookie = value;
    const page = new URL(session.headers.get('location') ?? '', `${url}/moderation/session`).href;
    assert.equal(page, `${url}/moderation/`);
    assert.match(await checkLinks(page), new RegExp(id));
    await checkLinks(`${url}/moderation/journal`);
    const decision = await post(`${url}/moderation/decision`, {id, state: 'published'});
    const back = new URL(decision.headers.get('location') ?? '', `${url}/moderation/decision`);
    assert.ok(back.href.startsWith(`${url}/moderation/?`), back.href);
    assert.match(await checkLinks(receipt), /Publiée/);
  });
});
