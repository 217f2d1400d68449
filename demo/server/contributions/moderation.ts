import {createHmac, timingSafeEqual} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import {seeOther} from './html.js';
import type {ContributionStore} from './contribution-store.js';
import {loginPage, moderationPage} from './pages.js';
import {servePhoto} from './photos.js';
import {RateLimit} from './rate-limit.js';

const COOKIE = 'moderation';
/** Duration of a session, in seconds. */
const SESSION_SECONDS = 8 * 3600;
/** Maximum length of a form body, in characters. */
const MAX_FORM_LENGTH = 2000;
/** Rate limit of log-in attempts per IP address. */
const LOGIN_RATE = {burst: 10, perSecond: 1 / 30};

const hmac = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

const isEqual = (secret: string, a: string, b: string): boolean =>
  timingSafeEqual(hmac(secret, a), hmac(secret, b));

/** Moderation page, protected by a password, where contributions are published or refused. */
export class Moderation {
  readonly token: string;
  readonly #store: ContributionStore;
  readonly #onDecision: () => void;
  readonly #loginLimit = new RateLimit(LOGIN_RATE);

  constructor(store: ContributionStore, token: string, onDecision: () => void) {
    this.#store = store;
    this.token = token;
    this.#onDecision = onDecision;
  }

  /**
   * Responds to `/moderation/…`.
   *
   * @throws {Problem}
   */
  async respond(path: readonly string[], request: IncomingMessage): Promise<Reply> {
    const [section = '', ...rest] = path;
    if (section === 'page.css') return styleSheetReply();
    if (request.method === 'POST') {
      checkOrigin(request);
      const form = await readFields(request);
      if (section === 'session') return this.#logIn(form.get('token') ?? '', request);
      this.#checkSession(request);
      if (section === 'decision') return this.#decide(form);
    }
    if (!this.#hasSession(request)) return loginPage(section === '' ? 200 : 401);
    if (section === 'photos') {
      const entry = this.#store.get(rest[0] ?? '');
      if (entry) return servePhoto(this.#store, entry, rest[1] ?? '', 'no-store');
    }
    if (section !== '') throw new Problem(404, 'There is nothing at this address.');
    const decided = [
      ...this.#store.listByState('published'),
      ...this.#store.listByState('refused'),
    ];
    return moderationPage(this.#store.listByState('pending'), decided);
  }

  async #decide(form: URLSearchParams): Promise<Reply> {
    const state = form.get('state');
    if (state !== 'published' && state !== 'refused')
      throw new Problem(400, 'A decision is "published" or "refused".');
    await this.#store.setState(form.get('id') ?? '', state);
    this.#onDecision();
    return seeOther('/moderation/');
  }

  #logIn(token: string, request: IncomingMessage): Reply {
    const wait = this.#loginLimit.take(request.socket.remoteAddress ?? '');
    if (wait > 0)
      throw new Problem(429, `Too many tries: wait ${wait} s.`, {'Retry-After': String(wait)});
    if (!isEqual(this.token, token, this.token))
      return loginPage(401, 'Ce n’est pas le bon mot de passe.');
    const expiresAt = Math.floor(Date.now() / 1000) + SESSION_SECONDS;
    const value = `${expiresAt}.${hmac(this.token, String(expiresAt)).toString('base64url')}`;
    return seeOther('/moderation/', {
      'Set-Cookie': `${COOKIE}=${value}; Path=/moderation; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Strict`,
    });
  }

  #hasSession({headers}: IncomingMessage): boolean {
    const [, expiresAt = '', signature = ''] =
      new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)\\.([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
    const expected = hmac(this.token, expiresAt).toString('base64url');
    return Number(expiresAt) > Date.now() / 1000 && isEqual(this.token, signature, expected);
  }

  #checkSession(request: IncomingMessage): void {
    if (!this.#hasSession(request)) throw new Problem(403, 'The session is over: enter again.');
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
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1');
    if (text.length > MAX_FORM_LENGTH) throw new Problem(413, 'This form is too long.');
  }
  return new URLSearchParams(text);
}

const styleSheetReply = async (): Promise<Reply> => ({
  status: 200,
  headers: {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache'},
  body: await readFile(new URL('page.css', import.meta.url)),
});
