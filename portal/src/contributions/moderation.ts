import {createHmac, timingSafeEqual} from 'node:crypto';
import {readFileSync} from 'node:fs';
import type {IncomingMessage} from 'node:http';
import {Body} from '../http/body.js';
import {clientAddress} from '../http/client-address.js';
import {notFound, Problem} from '../http/problem.js';
import type {Reply} from '../http/reply.js';
import type {Settings} from '../settings.js';
import type {ContributionStore, StoredState} from './contribution-store.js';
import {asRetryable} from './database.js';
import {seeOther} from './private-page.js';
import {
  LOG_LENGTH,
  MAX_REPLY_LENGTH,
  loginPage,
  logPage,
  moderationPage,
  type ModerationView,
  PAGE_LENGTH,
} from './moderation-pages.js';
import {servePhoto} from './serve-photo.js';
import {RateLimit} from './rate-limit.js';
import {stripControlCharacters} from './validate-contribution.js';

const COOKIE = 'moderation';
/** Duration of a session, in seconds. */
const SESSION_SECONDS = 8 * 3600;
/** Maximum length of a form body, in characters: a reply with each letter as several escaped bytes. */
const MAX_FORM_LENGTH = 24_000;
const MAX_SEARCH_LENGTH = 200;
/** Failed log-ins of one address per second, after `LOGIN_BURST` at once. */
const LOGINS_PER_SECOND = 1 / 30;

const hmac = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

const isEqual = (secret: string, a: string, b: string): boolean =>
  timingSafeEqual(hmac(secret, a), hmac(secret, b));

/** Moderation pages, protected by a password, where contributions are published or refused. */
export class Moderation {
  readonly password: string;
  readonly #store: ContributionStore;
  readonly #settings: Settings;
  readonly #loginLimit: RateLimit;

  constructor(store: ContributionStore, password: string, settings: Settings) {
    this.#store = store;
    this.password = password;
    this.#settings = settings;
    this.#loginLimit = new RateLimit({burst: settings.loginBurst, perSecond: LOGINS_PER_SECOND});
  }

  /**
   * Responds to `/moderation/…`.
   *
   * @param path Segments below `moderation`.
   * @param origin Address under which visitors reach the server; it may have a path.
   * @throws {Problem}
   */
  async respond(
    path: readonly string[],
    parameters: URLSearchParams,
    request: IncomingMessage,
    origin: string,
  ): Promise<Reply> {
    const [section = '', ...rest] = path;
    // Links are relative: a proxy may serve the pages below a path.
    const root = '../'.repeat(path.length);
    if (section === 'page.css') return STYLE_SHEET;
    if (request.method === 'POST') {
      checkOrigin(request, origin);
      const form = await readFields(request);
      if (section === 'session') return this.#logIn(form.get('token') ?? '', request, root);
      if (!this.#hasSession(request)) throw new Problem(403, 'The session is over: enter again.');
      if (section === 'decision') return this.#decide(form, root);
      if (section === 'reponse') return this.#reply(form, root);
    }
    if (!this.#hasSession(request)) return loginPage(root, section === '' ? 200 : 401);
    if (section === 'photos') {
      const entry = await this.#store.get(rest[0] ?? '');
      if (entry) return servePhoto(this.#store, entry, rest[1] ?? '', 'no-store');
    }
    if (section === 'journal' && rest.length === 0) {
      const page = pageOf(parameters);
      const entries = await this.#store.log({page, limit: LOG_LENGTH});
      return logPage(entries, await this.#store.counts(), page, root);
    }
    if (section !== '') throw notFound();
    return this.#list(viewOf(parameters), root);
  }

  async #list(view: ModerationView, root: string): Promise<Reply> {
    const found = await this.#store.list(view.state, {...view, limit: PAGE_LENGTH});
    const lastPage = Math.max(1, Math.ceil(found.total / PAGE_LENGTH));
    // The last page may have become empty by decisions.
    if (view.page > lastPage) return this.#list({...view, page: lastPage}, root);
    return moderationPage(found, await this.#store.counts(), view, root);
  }

  async #decide(form: URLSearchParams, root: string): Promise<Reply> {
    const state = form.get('state');
    if (state !== 'published' && state !== 'refused')
      throw new Problem(400, 'A decision is "published" or "refused".');
    await this.#store.setState(form.get('id') ?? '', state).catch(failAsRetryable);
    return backTo(viewOf(form), root);
  }

  async #reply(form: URLSearchParams, root: string): Promise<Reply> {
    const reply = stripControlCharacters(form.get('reply') ?? '');
    if (reply.length > MAX_REPLY_LENGTH)
      throw new Problem(400, `A reply has at most ${MAX_REPLY_LENGTH} characters.`);
    await this.#store.setReply(form.get('id') ?? '', reply).catch(failAsRetryable);
    return backTo(viewOf(form), root);
  }

  #logIn(password: string, request: IncomingMessage, root: string): Reply {
    const client = clientAddress(request, this.#settings.trustProxy);
    const wait = this.#loginLimit.take(client);
    if (wait > 0)
      throw new Problem(429, `Too many tries: wait ${wait} s.`, {'Retry-After': String(wait)});
    if (!isEqual(this.password, password, this.password))
      return loginPage(root, 401, 'Ce n’est pas le bon mot de passe.');
    // Only failures count.
    this.#loginLimit.giveBack(client);
    const expiresAt = Math.floor(Date.now() / 1000) + SESSION_SECONDS;
    const value = `${expiresAt}.${hmac(this.password, String(expiresAt)).toString('base64url')}`;
    const isSecure = this.#settings.publicUrl?.startsWith('https:') === true;
    // Without a path, a cookie is for the folder of the page that sets it (RFC 6265, 5.1.4).
    return seeOther(`${root}moderation/`, {
      'Set-Cookie': `${COOKIE}=${value}; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`,
    });
  }

  #hasSession({headers}: IncomingMessage): boolean {
    const [, expiresAt = '', signature = ''] =
      new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)\\.([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
    const expected = hmac(this.password, expiresAt).toString('base64url');
    return Number(expiresAt) > Date.now() / 1000 && isEqual(this.password, signature, expected);
  }
}

const failAsRetryable = (error: unknown): never => {
  throw asRetryable(error);
};

/** Returns to the page from which a form was sent. */
function backTo({state, search, page}: ModerationView, root: string): Reply {
  const parameters = new URLSearchParams({etat: state, q: search, page: String(page)});
  return seeOther(`${root}moderation/?${parameters.toString()}`);
}

const STATES: readonly StoredState[] = ['pending', 'published', 'refused'];

const pageOf = (parameters: URLSearchParams): number => {
  const page = parameters.get('page') ?? '';
  return /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 1;
};

const viewOf = (parameters: URLSearchParams): ModerationView => ({
  state: STATES.find(state => state === parameters.get('etat')) ?? 'pending',
  search: (parameters.get('q') ?? '').trim().slice(0, MAX_SEARCH_LENGTH),
  page: pageOf(parameters),
});

/**
 * Refuses forms from other sites, in addition to the SameSite cookie. Browsers send `Origin` with every form, and
 * `Sec-Fetch-Site` if they have it.
 *
 * @throws {Problem} 403.
 */
function checkOrigin({headers}: IncomingMessage, origin: string): void {
  const site = headers['sec-fetch-site'];
  if (headers.origin !== new URL(origin).origin || (site !== undefined && site !== 'same-origin'))
    throw new Problem(
      403,
      `This form was not sent from ${origin}. If that is not the address of this site, PUBLIC_URL is to be set.`,
    );
}

async function readFields(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1');
    if (text.length > MAX_FORM_LENGTH) throw new Problem(413, 'This form is too long.');
  }
  return new URLSearchParams(text);
}

const STYLE_SHEET: Reply = {
  status: 200,
  headers: {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache'},
  body: new Body(readFileSync(new URL('page.css', import.meta.url))),
};
