import {Agent, request as httpRequest, type IncomingMessage} from 'node:http';
import {Agent as TlsAgent, request as httpsRequest} from 'node:https';
import {TLSSocket} from 'node:tls';
import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib';
import {LONGEST_BODY} from '../data/request.js';

/** TLS certificate of a server. */
export interface Certificate {
  /** Reason why a browser would refuse the certificate; undefined if it is valid. */
  readonly fault: string | undefined;
  /** Time of expiry, in milliseconds since 1970. */
  readonly until: number;
}

/** Response with its metrics. */
export interface Reply {
  readonly url: string;
  readonly status: number;
  /** Values by lower-case name; repeated headers are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed body. */
  readonly body: Buffer;
  /** Bytes transferred. */
  readonly wire: number;
  /** Time until the last byte, in milliseconds. */
  readonly took: number;
  readonly certificate: Certificate | undefined;
}

export interface Asked {
  readonly method?: 'GET' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Timeout of a request. */
const LIMIT = 30_000;
/** Value of the `Origin` header: an example site. */
export const ORIGIN = 'https://mairie.example';

/** Connections are reused, as in browsers. */
const plain = new Agent({keepAlive: true});
const secure = new TlsAgent({keepAlive: true, rejectUnauthorized: false});

const certificateOf = (socket: TLSSocket): Certificate => {
  const {valid_to: until} = socket.getPeerCertificate();
  // The typings say `Error`, but the value is a code: CERT_HAS_EXPIRED.
  const fault = socket.authorized ? undefined : String(socket.authorizationError);
  return {fault, until: Date.parse(until)};
};

function unpacked(body: Buffer, coding: string | undefined): Buffer {
  if (coding === 'gzip') return gunzipSync(body);
  if (coding === 'br') return brotliDecompressSync(body);
  return coding === 'deflate' ? inflateSync(body) : body;
}

function headersOf({rawHeaders}: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [rawHeaders[i]?.toLowerCase(), rawHeaders[i + 1]];
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

/**
 * Sends a request as a visitor's browser would, but accepts any certificate, so that the server behind an invalid one
 * can
 * be checked too. Does not follow redirects.
 *
 * @throws if the response is not complete.
 */
export function ask(url: string, {method = 'GET', headers = {}}: Asked = {}): Promise<Reply> {
  const start = performance.now();
  const isSecure = url.startsWith('https:');
  const options = {
    method,
    headers: {Origin: ORIGIN, 'Accept-Encoding': 'gzip, br', Accept: '*/*', ...headers},
    agent: isSecure ? secure : plain,
    signal: AbortSignal.timeout(LIMIT),
  } as const;
  return new Promise((resolve, reject) => {
    const asked = isSecure ? httpsRequest(url, options) : httpRequest(url, options);
    asked.once('error', reject);
    asked.once('response', response => {
      const {socket} = response;
      const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
      const chunks: Buffer[] = [];
      let wire = 0;
      response.on('data', (chunk: Buffer) => {
        wire += chunk.length;
        chunks.push(chunk);
        if (wire > LONGEST_BODY) asked.destroy(new Error(`more than ${LONGEST_BODY} bytes`));
      });
      response.once('error', reject);
      response.once('end', () => {
        const known = headersOf(response);
        try {
          resolve({
            url,
            status: response.statusCode ?? 0,
            headers: known,
            body: unpacked(Buffer.concat(chunks), known.get('content-encoding')),
            wire,
            took: performance.now() - start,
            certificate,
          });
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    asked.end();
  });
}

/** Returns the target of a redirect; undefined if the response is none. */
export function redirectionOf({status, headers, url}: Reply): string | undefined {
  const to = headers.get('location');
  if (status < 300 || status >= 400 || status === 304 || to === undefined) return undefined;
  return URL.canParse(to, url) ? new URL(to, url).href : undefined;
}
