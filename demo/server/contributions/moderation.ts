import {createHmac, timingSafeEqual} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import {seeOther} from './html.js';
import type {Ledger} from './ledger.js';
import {loginPage, moderationPage} from './pages.js';
import {servePhoto} from './photos.js';
import {RateLimit} from './rate.js';

const COOKIE = 'moderation';
/** Duration of a session, in seconds. */
const SESSION = 8 * 3600;
/** Maximum length of a form body, in characters. */
const LONGEST_FORM = 2000;
/** Rate limit of log-in attempts per IP address. */
const TRIES = {burst: 10, perSecond: 1 / 30};

const digest = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

const same = (secret: string, a: string, b: string): boolean =>
  timingSafeEqual(digest(secret, a), digest(secret, b));

/** Moderation page, protected by a password, where contributions are published or refused. */
export class Moderation {
  readonly token: string;
  readonly #ledger: Ledger;
  readonly #decided: () => void;
  readonly #tries = new RateLimit(TRIES);

  constructor(ledger: Ledger, token: string, decided: () => void) {
    this.#ledger = ledger;
    this.token = token;
    this.#decided = decided;
  }

  /**
   * Responds to `/moderation/…`.
   *
   * @throws {Problem}
   */
  async answer(path: readonly string[], request: IncomingMessage): Promise<Reply> {
    const [place = '', ...rest] = path;
    if (place === 'page.css') return styles();
    if (request.method === 'POST') {
      checkOrigin(request);
      const form = await readFields(request);
      if (place === 'session') return this.#enter(form.get('token') ?? '', request);
      this.#checkSession(request);
      if (place === 'decision') return this.#decide(form);
    }
    if (!this.#isOpen(request)) return loginPage(place === '' ? 200 : 401);
    if (place === 'photos') {
      const entry = this.#ledger.get(rest[0] ?? '');
      if (entry) return servePhoto(this.#ledger, entry, rest[1] ?? '', 'no-store');
    }
    if (place !== '') throw new Problem(404, 'There is nothing at this address.');
    const decided = [...this.#ledger.in('published'), ...this.#ledger.in('refused')];
    return moderationPage(this.#ledger.in('pending'), decided);
  }

  async #decide(form: URLSearchParams): Promise<Reply> {
    const state = form.get('state');
    if (state !== 'published' && state !== 'refused')
      throw new Problem(400, 'A decision is "published" or "refused".');
    await this.#ledger.decide(form.get('id') ?? '', state);
    this.#decided();
    return seeOther('/moderation/');
  }

  #enter(token: string, request: IncomingMessage): Reply {
    const wait = this.#tries.take(request.socket.remoteAddress ?? '');
    if (wait > 0)
      throw new Problem(429, `Too many tries: wait ${wait} s.`, {'Retry-After': String(wait)});
    if (!same(this.token, token, this.token))
      return loginPage(401, 'Ce n’est pas le bon mot de passe.');
    const until = Math.floor(Date.now() / 1000) + SESSION;
    const value = `${until}.${digest(this.token, String(until)).toString('base64url')}`;
    return seeOther('/moderation/', {
      'Set-Cookie': `${COOKIE}=${value}; Path=/moderation; Max-Age=${SESSION}; HttpOnly; SameSite=Strict`,
    });
  }

  #isOpen({headers}: IncomingMessage): boolean {
    const [, until = '', seal = ''] =
      new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)\\.([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
    const expected = digest(this.token, until).toString('base64url');
    return Number(until) > Date.now() / 1000 && same(this.token, seal, expected);
  }

  #checkSession(request: IncomingMessage): void {
    if (!this.#isOpen(request)) throw new Problem(403, 'The session is over: enter again.');
  }
}

/** Refuses forms from other sites by `Sec-Fetch-Site`, in addition to the SameSite cookie. */
function checkOrigin({headers}: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin')
    throw new Problem(403, 'This form is not of this site.');
}

async function readFields(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const piece of request as AsyncIterable<Buffer>) {
    text += piece.toString('latin1');
    if (text.length > LONGEST_FORM) throw new Problem(413, 'This form is too long.');
  }
  return new URLSearchParams(text);
}

const styles = async (): Promise<Reply> => ({
  status: 200,
  headers: {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache'},
  body: await readFile(new URL('page.css', import.meta.url)),
});
