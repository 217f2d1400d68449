import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from '../../../src/data/client/client.js';
import {LoadError} from '../../../src/data/client/errors.js';
import {ApiSource} from '../../../src/data/sources/portal/portal.js';
import {openForeignSource} from '../../../src/data/sources/registry.js';
import {LoadErrorEvent} from '../../../src/events/events.js';
import {neverAborted, WarningSource} from '../fake-server.js';

const TOKEN = 'jeton-secret-4f2a';
const BODY = 'corps-secret-91bc';
const ADDRESS = `https://a.example/v2/agendas/1/events?key=${TOKEN}`;

/** Faulty responses, each with a secret in the body. */
const FAULTY_RESPONSES: Readonly<Record<string, () => Response>> = {
  'not JSON': () => new Response(`<html>${BODY.repeat(9)}</html>`),
  'broken JSON': () => new Response(`{"items": [{"id": "${BODY}"`),
  'JSON of another kind': () => new Response(JSON.stringify({[BODY]: BODY, token: TOKEN})),
  'a list of something else': () => new Response(JSON.stringify([BODY, {key: TOKEN}])),
  'no response': () => {
    throw new TypeError(`Failed to fetch ${ADDRESS}`);
  },
  forbidden: () => new Response(BODY, {status: 403}),
  'a server error': () => new Response(BODY.repeat(100), {status: 500}),
  nothing: () => new Response(''),
};

describe('the message of an error', () => {
  for (const [name, answer] of Object.entries(FAULTY_RESPONSES))
    for (const kind of ['openagenda', 'geojson', 'csv', 'opendatasoft', 'portal'])
      it(`S-15 contains no token and no body: ${kind}, ${name}`, async () => {
        const told: string[] = [];
        const client = new Client({
          fetch: async () => answer(),
          now: () => 0,
          random: () => 0,
          setTimer: (ms, callback) => {
            // A delay ends at once; the timeout of an attempt never does.
            if (ms === 0) queueMicrotask(callback);
            return () => undefined;
          },
        });
        const tell = (line: string): void => void told.push(line);
        try {
          const source =
            kind === 'portal'
              ? new WarningSource(new ApiSource(ADDRESS, client), tell)
              : await openForeignSource(kind, {url: ADDRESS, fields: '', client, warn: tell});
          await source.find('events', {}, {signal: neverAborted});
        } catch (error) {
          assert.ok(error instanceof LoadError, String(error));
          told.push(error.message, String(error));
          const event = new LoadErrorEvent(error.kind, error.message);
          told.push(`${event.kind} ${event.message}`);
        }
        const all = told.join('\n');
        assert.ok(!all.includes(TOKEN), all);
        // An error may quote a name or a value, but never the body.
        assert.ok(all.split(BODY).length <= 2, all);
        for (const line of told) assert.ok(line.length < 800, line);
      });

  it('S-15 contains a reason of the server in 200 characters at most', async () => {
    const problem = JSON.stringify({title: 'x'.repeat(5000), token: TOKEN});
    const client = new Client({
      fetch: async () =>
        new Response(problem, {status: 400, headers: {'content-type': 'application/problem+json'}}),
    });
    await assert.rejects(client.get(ADDRESS, neverAborted), (error: unknown) => {
      assert.ok(error instanceof LoadError);
      assert.ok(error.message.length < 400);
      assert.ok(!error.message.includes(TOKEN));
      return true;
    });
  });
});
