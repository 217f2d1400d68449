import type {IncomingMessage, ServerResponse} from 'node:http';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import {Body} from './body.js';
import {type Range, parseRange} from './ranges.js';

/** Response before content negotiation: not compressed, and not compared with the client's cached copy. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Body;
  /** File that is streamed instead of `body`. Not compressed; only the requested range is read. */
  readonly file?: StoredFile;
}

export interface StoredFile {
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
}

/** Minimum size of a compressed body, in bytes. Smaller ones do not shrink. */
const MIN_COMPRESSED_SIZE = 1024;
/** Media types that are compressed. */
export const COMPRESSIBLE = /^(text\/|image\/svg|application\/(.*json|.*javascript|.*xml))/;

/** Headers of every response. The data are public, so any site may read them. */
const COMMON_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, ETag, Accept-Ranges, Content-Range',
  'X-Content-Type-Options': 'nosniff',
};

/** Sends a reply: 304 if the client's copy is current, compressed if gzip is accepted, without a body for HEAD. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  const headers: Record<string, string | number> = {...COMMON_HEADERS, ...reply.headers};
  if (reply.file) {
    await sendFile(request, response, headers, reply.file);
    return;
  }
  if (reply.body === undefined) {
    response.writeHead(reply.status, headers).end();
    return;
  }
  const body = reply.body instanceof Body ? reply.body : new Body(reply.body);
  const isCompressible = COMPRESSIBLE.test(String(headers['Content-Type']));
  if (isCompressible) headers['Vary'] = 'Accept-Encoding';
  const usesGzip =
    isCompressible && body.bytes.length >= MIN_COMPRESSED_SIZE && acceptsGzip(request);
  if (reply.status === 200) {
    const {hash} = body;
    headers['ETag'] = usesGzip ? `"${hash}-gzip"` : `"${hash}"`;
    if (matchesEtag(request.headers['if-none-match'], hash)) {
      delete headers['Content-Type'];
      response.writeHead(304, headers).end();
      return;
    }
  }
  if (usesGzip) headers['Content-Encoding'] = 'gzip';
  const bytes = usesGzip ? await body.gzip() : body.bytes;
  headers['Content-Length'] = bytes.length;
  response.writeHead(reply.status, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

/** Sends a file, or the requested range of it. */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string | number>,
  {path, size, modified}: StoredFile,
): Promise<void> {
  // Milliseconds and size, since two versions may be written within one second.
  const hash = `${size.toString(36)}-${Math.round(modified.getTime()).toString(36)}`;
  const etag = `"${hash}"`;
  const date = modified.toUTCString();
  Object.assign(headers, {ETag: etag, 'Last-Modified': date, 'Accept-Ranges': 'bytes'});
  if (matchesEtag(request.headers['if-none-match'], hash)) {
    delete headers['Content-Type'];
    response.writeHead(304, headers).end();
    return;
  }
  const range = parseRange(request.headers, size, {etag, modified: date});
  if (range === 'none') {
    headers['Content-Range'] = `bytes */${size}`;
    headers['Content-Length'] = 0;
    response.writeHead(416, headers).end();
    return;
  }
  const {first, last}: Range = range === 'whole' ? {first: 0, last: size - 1} : range;
  if (range !== 'whole') headers['Content-Range'] = `bytes ${first}-${last}/${size}`;
  headers['Content-Length'] = last - first + 1;
  response.writeHead(range === 'whole' ? 200 : 206, headers);
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  // A client that disconnects is not an error.
  await pipeline(createReadStream(path, {start: first, end: last}), response).catch(() => {
    response.destroy();
  });
}

/**
 * Returns true if `If-None-Match` contains the hash of the body, compressed or not (weak comparison, RFC 9110, 13.1.2).
 */
const matchesEtag = (header: string | undefined, hash: string): boolean =>
  (header ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-gzip"`);

/** Returns true if `Accept-Encoding` allows gzip; `q=0` excludes it. */
function acceptsGzip(request: IncomingMessage): boolean {
  const acceptEncoding = (request.headers['accept-encoding'] ?? '').toLowerCase();
  const qualityOf = (coding: string): number | undefined => {
    const entry = acceptEncoding.split(',').find(part => part.split(';')[0]?.trim() === coding);
    return entry === undefined ? undefined : Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
  };
  return (qualityOf('gzip') ?? qualityOf('*') ?? 0) > 0;
}
