import assert from 'node:assert/strict';
import {createServer, type ServerResponse} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {Client} from '../../../src/data/client/client.js';
import {HttpError, LoadError} from '../../../src/data/client/errors.js';
import {FakeEnvironment} from '../fake-environment.js';
import {neverAborted} from '../fake-server.js';
import {listen, type LocalServer} from '../../support/listen.js';

const JSON_BODY = '{"items":[{"id":"écluse"}]}';

let environment: FakeEnvironment;
let requests = 0;
let handle: (response: ServerResponse, request: number) => void = () => {};
const server = createServer((_request, response) => handle(response, ++requests));
let local: LocalServer;
let url = '';

before(async () => {
  local = await listen(server);
  url = `${local.url}/resources`;
});
after(() => local.close());

/** Sends a request to a real server that answers with this function. Only the clock is fake. */
function requestFrom(handler: typeof handle): Promise<unknown> {
  handle = handler;
  requests = 0;
  environment = new FakeEnvironment((_signal, init, address) => fetch(address, init));
  return new Client(environment).get(url, neverAborted).then(reply => reply.body);
}

async function requestError(handler: typeof handle): Promise<LoadError> {
  const error = await requestFrom(handler).then(
    body => assert.fail(`an answer: ${JSON.stringify(body)}`),
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof LoadError, String(error));
  return error;
}

const jsonHeaders = {'Content-Type': 'application/json'};
const sendComplete = (response: ServerResponse): void =>
  void response.writeHead(200, jsonHeaders).end(JSON_BODY);

describe('a server that', () => {
  it('F-01 never responds is requested three times, then times out', async () => {
    const error = await requestError(() => environment.expireTimeout());
    assert.deepEqual([error.kind, requests], ['timeout', 3]);
  });

  it('F-01 sends its response in drips times out as a whole', async () => {
    const error = await requestError(response => {
      response.writeHead(200, jsonHeaders);
      let sent = 0;
      const drip = (): void => {
        if (response.destroyed) return;
        response.write(JSON_BODY.charAt(sent % JSON_BODY.length));
        if (++sent === 20) environment.expireTimeout();
        setImmediate(drip);
      };
      drip();
    });
    assert.deepEqual([error.kind, requests], ['timeout', 3]);
  });

  it('F-01 breaks the connection within a body is requested again', async () => {
    const body = await requestFrom((response, request) => {
      if (request === 3) return sendComplete(response);
      response.writeHead(200, {...jsonHeaders, 'Content-Length': '100'});
      response.write(JSON_BODY.slice(0, 10), () => response.socket?.resetAndDestroy());
    });
    assert.deepEqual(body, JSON.parse(JSON_BODY));
  });

  it('F-01 breaks the connection each time is down', async () => {
    const error = await requestError(response => response.socket?.resetAndDestroy());
    assert.deepEqual([error.kind, requests], ['network', 3]);
  });

  it('F-01 is busy for some seconds is not requested during that time', async () => {
    const body = await requestFrom((response, request) => {
      if (request > 1) sendComplete(response);
      else response.writeHead(429, {'Retry-After': '7'}).end();
    });
    assert.deepEqual([body, environment.delays], [JSON.parse(JSON_BODY), [7000]]);
  });

  it('F-01 is busy until a given time is not requested before', async () => {
    const until = new Date(Date.parse('2026-11-24T12:00:09Z')).toUTCString();
    await requestFrom((response, request) => {
      if (request > 1) sendComplete(response);
      else response.writeHead(503, {'Retry-After': until}).end('<h1>Busy</h1>');
    });
    assert.deepEqual(environment.delays, [9000]);
  });

  it('F-01 responds with 503 each time is requested three times', async () => {
    const error = await requestError(response => response.writeHead(503).end('{}'));
    assert.ok(error instanceof HttpError && error.status === 503);
    assert.equal(requests, 3);
  });

  it('F-01 redirects forever is down', async () => {
    const error = await requestError(response => response.writeHead(301, {Location: url}).end());
    assert.equal(error.kind, 'network');
  });

  it('F-01 redirects once is followed', async () => {
    const body = await requestFrom((response, request) => {
      if (request > 1) sendComplete(response);
      else response.writeHead(302, {Location: `${url}/there`}).end();
    });
    assert.deepEqual(body, JSON.parse(JSON_BODY));
  });

  it('F-01 breaks off within a compressed response is requested again', async () => {
    const headers = {...jsonHeaders, 'Content-Encoding': 'gzip'};
    const error = await requestError(response => {
      const packed = gzipSync(JSON_BODY.repeat(50));
      response.writeHead(200, headers).end(packed.subarray(0, packed.length - 20));
    });
    // A truncated response is a network error in one engine, and invalid JSON in another.
    assert.match(error.kind, /^(network|schema)$/);
  });
});

describe('a body that', () => {
  const readable: readonly (readonly [string, string | Buffer, string?])[] = [
    ['is declared as plain text', JSON_BODY, 'text/plain'],
    ['is declared as HTML', JSON_BODY, 'text/html'],
    ['has no declared type', JSON_BODY, ''],
    ['starts with a byte order mark', `\ufeff${JSON_BODY}`],
    ['has whitespace around it', ` \r\n\t${JSON_BODY}\n`],
    ['is compressed', gzipSync(JSON_BODY)],
  ];
  for (const [name, body, type = 'application/json'] of readable) {
    it(`F-01 ${name} is read`, async () => {
      const headers = {
        ...(type && {'Content-Type': type}),
        ...(typeof body === 'string' ? {} : {'Content-Encoding': 'gzip'}),
      };
      const answer = await requestFrom(response => response.writeHead(200, headers).end(body));
      assert.deepEqual(answer, JSON.parse(JSON_BODY));
    });
  }

  const unreadable: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ['is an HTML page', '<!doctype html><title>404</title>', /HTML or XML/],
    ['is empty', '', /empty/],
    ['is blank', ' \n', /empty/],
    ['is UTF-16', Buffer.from(`\ufeff${JSON_BODY}`, 'utf16le'), /not well-formed/],
    ['is truncated', JSON_BODY.slice(0, -2), /not well-formed/],
    ['is two JSON documents', JSON_BODY + JSON_BODY, /not well-formed/],
    ['is JSONP', `callback(${JSON_BODY})`, /not well-formed/],
  ];
  for (const [name, body, words] of unreadable) {
    it(`F-01 ${name} is an immediate error with a reason`, async () => {
      const error = await requestError(response => response.writeHead(200, jsonHeaders).end(body));
      assert.equal(error.kind, 'schema');
      assert.match(error.message, words);
      assert.equal(requests, 1);
    });
  }

  it('F-01 has an invalid UTF-8 byte is read, with a replacement character', async () => {
    const body = Buffer.concat([Buffer.from('["a'), Buffer.from([0xff]), Buffer.from('b"]')]);
    assert.deepEqual(await requestFrom(response => response.end(body)), ['a\ufffdb']);
  });
});
