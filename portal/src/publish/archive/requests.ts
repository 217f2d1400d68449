import {lookup} from 'node:dns/promises';
import {parseTrustedProxies} from '../../http/client-address.js';
import {messagesOf} from '../messages/messages.js';

/** Time for each request, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Largest JSON that is read, in bytes. */
const MAX_JSON_BYTES = 200_000_000;

/** Answer of an address: JSON, that there is nothing, or a failure with its reason. */
export type FetchOutcome =
  | {readonly kind: 'json'; readonly value: unknown}
  | {readonly kind: 'absent'}
  | {readonly kind: 'failed'; readonly reason: string; readonly isPage: boolean};

/** Statuses of an address that does not exist. */
const ABSENT: ReadonlySet<number> = new Set([404, 410]);

/** Statuses of an answer that refers to another address. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 10;

/**
 * Networks that an address on the internet must not lead to: this machine, private and local networks, and IPv6
 * addresses that stand for IPv4 ones (RFC 6890, RFC 6052).
 */
const PRIVATE_NETWORKS = parseTrustedProxies(
  '0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.168.0.0/16,' +
    '198.18.0.0/15,224.0.0.0/3,::/96,64:ff9b::/32,2002::/16,fc00::/7,fe80::/10,ff00::/8',
);

/** Returns true if a host is this machine, or on a private network. */
async function isPrivate({hostname}: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  // A name without an address has no answer either.
  const found = await lookup(host, {all: true}).catch(() => []);
  return found.some(({address, family}) =>
    PRIVATE_NETWORKS?.check(address, family === 6 ? 'ipv6' : 'ipv4'),
  );
}

/** Error whose message is the reason for the operator. */
class RequestError extends Error {}

/**
 * Requests of one archive. A portal on the internet must not have the archive contain what only this machine or its
 * network can read: neither its records nor redirects lead there, unless the portal is there itself.
 */
export class Requests {
  readonly #isFromPrivate: Promise<boolean>;

  /** @param given Address of the portal, as the operator gave it. */
  constructor(given: string) {
    this.#isFromPrivate = isPrivate(new URL(given));
  }

  /** Requests JSON. Never rejects: what fails is an answer with a reason. */
  async json(url: string): Promise<FetchOutcome> {
    const {archiveFailures: reasons} = messagesOf('fr');
    const failed = (reason: string, isPage = false): FetchOutcome => ({
      kind: 'failed',
      reason,
      isPage,
    });
    let response: Response;
    let bytes: Uint8Array | undefined;
    try {
      response = await this.#fetch(url);
      bytes = await readBody(response, MAX_JSON_BYTES);
    } catch (error) {
      return failed(error instanceof RequestError ? error.message : reasons.noAnswer);
    }
    if (ABSENT.has(response.status)) return {kind: 'absent'};
    if (!response.ok) return failed(reasons.status(response.status));
    if (!bytes) return failed(reasons.tooLarge(MAX_JSON_BYTES / 1e6));
    const text = new TextDecoder().decode(bytes);
    try {
      return {kind: 'json', value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown};
    } catch {
      const isPage = /^text\/html/i.test(response.headers.get('content-type') ?? '');
      return failed(reasons.notJson, isPage);
    }
  }

  /** Downloads a file of at most `maxBytes`. Never rejects. */
  async file(
    url: string,
    maxBytes: number,
  ): Promise<
    | {readonly kind: 'file'; readonly bytes: Uint8Array; readonly type: string}
    | {readonly kind: 'failed'; readonly reason: string}
  > {
    const {archiveFailures: reasons} = messagesOf('fr');
    try {
      const response = await this.#fetch(url);
      if (!response.ok) return {kind: 'failed', reason: reasons.status(response.status)};
      const bytes = await readBody(response, maxBytes);
      if (!bytes) return {kind: 'failed', reason: reasons.tooLarge(maxBytes / 1e6)};
      return {kind: 'file', bytes, type: response.headers.get('content-type') ?? ''};
    } catch (error) {
      const reason = error instanceof RequestError ? error.message : reasons.noAnswer;
      return {kind: 'failed', reason};
    }
  }

  async #fetch(address: string): Promise<Response> {
    const {archiveFailures: reasons} = messagesOf('fr');
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let url = new URL(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      // Also the host of the portal, whose name may lead elsewhere by now.
      if (!(await this.#isFromPrivate) && (await isPrivate(url)))
        throw new RequestError(reasons.privateAddress(url.host));
      const response = await fetch(url, {signal, redirect: 'manual'});
      const target = response.headers.get('location');
      if (target === null || !REDIRECTS.has(response.status)) return response;
      await response.body?.cancel();
      url = new URL(target, url);
    }
    throw new RequestError(reasons.tooManyRedirects);
  }
}

/** Returns the body, or undefined if it is larger than `maxBytes`. Its length is counted: it may state none, or a false one. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return undefined;
  }
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
