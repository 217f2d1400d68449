import {LruCache} from './cache.js';
import {Client} from './client.js';
import {LoadError} from './errors.js';
import {safeResource} from './links.js';
import type {PortalSource} from './source.js';
import {ApiSource} from './sources/api.js';
import {DocumentSource} from './sources/document.js';
import type {Tell} from './sources/told.js';

const client = new Client();
const opened = new LruCache<PortalSource>(20);

/**
 * The source that an `api` and a `source` attribute name; the same one for the same words, so that widgets share
 * requests and checks.
 * @throws {LoadError} when the address may not be fetched, or the kind of source is not known here.
 */
export function openSource(api: string, kind: string, tell: Tell): PortalSource {
  const address = safeResource(api, (globalThis as Partial<typeof globalThis>).document?.baseURI);
  if (address === undefined) {
    throw new LoadError(
      'unsupported',
      api,
      'an API address is https, of this very site, or on this machine',
    );
  }
  const key = `${kind} ${address}`;
  const known = opened.get(key);
  if (known) return known;
  const source = makeSource(address, kind, tell);
  opened.set(key, source);
  return source;
}

/**
 * The source that the attributes `api` and `source` name, as a page wrote them; undefined where `api` names none.
 * @throws {LoadError} as `openSource` does.
 */
export function openFirst(api: string, kind: string, tell: Tell): PortalSource | undefined {
  const [address, ...others] = api.split(/\s+/).filter(Boolean);
  if (address === undefined) return undefined;
  if (others.length) tell(`api="${api}" names several addresses; only the first is read`);
  return openSource(address, kind || 'portal', tell);
}

function makeSource(address: string, kind: string, tell: Tell): PortalSource {
  if (kind === 'document') return new DocumentSource(address, client, tell);
  if (kind !== 'portal')
    throw new LoadError('unsupported', address, `no source is called "${kind}" here`);
  return new URL(address).pathname.endsWith('.json')
    ? new DocumentSource(address, client, tell)
    : new ApiSource(address, client, tell);
}
