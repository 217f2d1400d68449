// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import type {ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {idea, newKey, sendContribution} from '../../support/contribution-server.js';
import {printedUrl, spawnPortal} from '../../support/portal-program.js';

const part = (header: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; ${header}\r\n\r\n${content}\r\n`;
const TEXT = part('name="contribution"', JSON.stringify(idea()));
const PHOTO = part('name="photo"; filename="a.jpg"', 'a');
/** Start of a photograph that does not end. */
const UNFINISHED = PHOTO.slice(0, -2);

const FORMS = [
  ['too many photographs', TEXT + PHOTO.repeat(100), 413],
  ['an unfinished photograph', TEXT + UNFINISHED, 0],
  ['an unfinished photograph after the third', TEXT + PHOTO.repeat(3) + UNFINISHED, 0],
  [
    'an unfinished photograph after a text that is too long',
    part('name="contribution"', 'x'.repeat(65_600)).slice(0, 65_000) +
      'x'.repeat(700) +
      '\r\n' +
      UNFINISHED,
    413,
  ],
  ['an unfinished photograph after too many parts', PHOTO.repeat(12) + UNFINISHED, 413],
  ['a part named like a prototype', part('name="__proto__"', 'a') + TEXT, 0],
  ['a header named like a prototype', part('name="a"\r\n__proto__: a', 'a') + TEXT, 0],
] as const;

describe('F-20 S-18 a form of someone who wants to stop the server', () => {
  let folder: string;
  let child: ChildProcess;
  let url: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'malformed-'));
    // A form that keeps its slot would be noticed by the next one.
    const slots = {MAX_UPLOADS: '1', UPLOAD_SECONDS: '2'};
    child = spawnPortal(['serve', folder], {DATA_DIR: join(folder, 'data'), ...slots});
    url = await printedUrl(child);
  });
  after(async () => {
    child.kill('SIGKILL');
    await rm(folder, {recursive: true, force: true});
  });

  /** Sends the start of a form, and leaves after the answer, or else after everything is sent. Returns the status. */
  const send = (start: string, status: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const {hostname, port} = new URL(url);
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.on('data', chunk => {
        answer += String(chunk);
        socket.destroy();
      });
      socket.on('close', () => resolve(Number(answer.slice(9, 12))));
      socket.on('error', reject);
      socket.write(
        `POST /api/contributions HTTP/1.1\r\nHost: a\r\nIdempotency-Key: ${newKey()}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n${start}`,
        () => {
          if (status === 0) socket.destroy();
        },
      );
    });

  for (const [what, start, status] of FORMS)
    it(`with ${what} does not prevent the next one`, async () => {
      assert.equal(await send(start, status), status);
      const next = await sendContribution(url, {contribution: idea()});
      assert.equal(next.status, 201, await next.text());
    });
});
