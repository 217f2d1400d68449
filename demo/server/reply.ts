import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';

/** An answer before it is fitted to the request: not yet compressed, not yet compared with the client's copy. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const compress = promisify(gzip);

/** Below this many bytes compression costs more than it spares. */
const WORTH_COMPRESSING = 1024;
const COMPRESSIBLE = /^(text\/|image\/svg|application\/(.*json|.*javascript|.*xml))/;

/** What every answer carries: data here are public, so every page may read them, and no type is to be guessed. */
const ALWAYS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'X-Content-Type-Options': 'nosniff',
};

/** Sends a reply: 304 for a copy that is still good, gzip where it is accepted, no body for HEAD. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  const headers: Record<string, string | number> = {...ALWAYS, ...reply.headers};
  if (reply.body === undefined) {
    response.writeHead(reply.status, headers).end();
    return;
  }
  let body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body);
  const compressible = COMPRESSIBLE.test(String(headers['Content-Type']));
  if (compressible) headers['Vary'] = 'Accept-Encoding';
  const zip = compressible && body.length >= WORTH_COMPRESSING && acceptsGzip(request);
  if (reply.status === 200) {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
    headers['ETag'] = zip ? `"${hash}-gzip"` : `"${hash}"`;
    if (isCurrent(request.headers['if-none-match'], hash)) {
      delete headers['Content-Type'];
      response.writeHead(304, headers).end();
      return;
    }
  }
  let {status} = reply;
  if (zip) {
    body = await compress(body);
    headers['Content-Encoding'] = 'gzip';
  } else if (status === 200 && !compressible) {
    headers['Accept-Ranges'] = 'bytes';
    const {range: asked, 'if-range': unless} = request.headers;
    const range = unless === undefined ? readRange(asked, body.length) : undefined;
    if (range) {
      status = 206;
      headers['Content-Range'] = `bytes ${range.first}-${range.last}/${body.length}`;
      body = body.subarray(range.first, range.last + 1);
    }
  }
  headers['Content-Length'] = body.length;
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

/** The one stretch of bytes that a `Range` asks for, as tile archives are read; others get the whole file. */
function readRange(
  header: string | undefined,
  length: number,
): {first: number; last: number} | undefined {
  const parts = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!parts) return undefined;
  const first = Number(parts[1]);
  const last = Math.min(parts[2] ? Number(parts[2]) : Infinity, length - 1);
  return first <= last ? {first, last} : undefined;
}

/** Whether an `If-None-Match` names the body with this hash, compressed or not (weak comparison, RFC 9110 13.1.2). */
const isCurrent = (header: string | undefined, hash: string): boolean =>
  (header ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-gzip"`);

/** Whether gzip is among the accepted codings, and not refused by `q=0`. */
function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = (request.headers['accept-encoding'] ?? '').toLowerCase();
  const weightOf = (coding: string): number | undefined => {
    const entry = accepted.split(',').find(part => part.split(';')[0]?.trim() === coding);
    return entry === undefined ? undefined : Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
  };
  return (weightOf('gzip') ?? weightOf('*') ?? 0) > 0;
}
