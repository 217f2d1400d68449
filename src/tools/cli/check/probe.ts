import {Agent, request as httpRequest, type IncomingMessage} from 'node:http';
import {Agent as TlsAgent, request as httpsRequest} from 'node:https';
import {TLSSocket} from 'node:tls';
import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib';
import {MAX_BODY_LENGTH} from '../../../data/client/request.js';

/** TLS certificate of a server. */
interface Certificate {
  /** Reason why a browser would refuse the certificate; undefined if it is valid. */
  readonly error: string | undefined;
  /** Time of expiry, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Response with its metrics. */
export interface ProbeResponse {
  readonly url: string;
  readonly status: number;
  /** Values by lower-case name; repeated headers are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed body. */
  readonly body: Buffer;
  readonly transferBytes: number;
  /** Time until the last byte, in milliseconds. */
  readonly durationMs: number;
  readonly certificate: Certificate | undefined;
}

export interface ProbeOptions {
  readonly method?: 'GET' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 30_000;
/** Value of the `Origin` header: an example site. */
export const TEST_ORIGIN = 'https://mairie.example';

/** Connections are reused, as in browsers. */
const httpAgent = new Agent({keepAlive: true});
const httpsAgent = new TlsAgent({keepAlive: true, rejectUnauthorized: false});

const certificateOf = (socket: TLSSocket): Certificate => {
  const {valid_to: until} = socket.getPeerCertificate();
  // The typings say `Error`, but the value is a code: CERT_HAS_EXPIRED.
  const fault = socket.authorized ? undefined : String(socket.authorizationError);
  return {error: fault, expiresAt: Date.parse(until)};
};

/** @throws if the body is damaged, or unpacks to more than a widget reads. */
function decompress(body: Buffer, encoding: string | undefined): Buffer {
  const options = {maxOutputLength: MAX_BODY_LENGTH};
  if (encoding === 'gzip') return gunzipSync(body, options);
  if (encoding === 'br') return brotliDecompressSync(body, options);
  return encoding === 'deflate' ? inflateSync(body, options) : body;
}

function joinHeaders({rawHeaders}: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [rawHeaders[i]?.toLowerCase(), rawHeaders[i + 1]];
    const existing = headers.get(name);
    headers.set(name, existing === undefined ? value : `${existing}, ${value}`);
  }
  return headers;
}

/**
 * Sends a request as a visitor's browser would, but accepts any certificate, so that the server behind an
 * invalid one can be checked too. Does not follow redirects.
 *
 * @throws if the response is not complete.
 */
export function probe(
  url: string,
  {method = 'GET', headers = {}}: ProbeOptions = {},
): Promise<ProbeResponse> {
  const start = performance.now();
  const isSecure = url.startsWith('https:');
  const options = {
    method,
    headers: {Origin: TEST_ORIGIN, 'Accept-Encoding': 'gzip, br', Accept: '*/*', ...headers},
    agent: isSecure ? httpsAgent : httpAgent,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  } as const;
  return new Promise((resolve, reject) => {
    const request = isSecure ? httpsRequest(url, options) : httpRequest(url, options);
    request.once('error', reject);
    request.once('response', response => {
      const {socket} = response;
      const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
      const chunks: Buffer[] = [];
      let wire = 0;
      response.on('data', (chunk: Buffer) => {
        wire += chunk.length;
        chunks.push(chunk);
        if (wire > MAX_BODY_LENGTH)
          request.destroy(new Error(`more than ${MAX_BODY_LENGTH} bytes`));
      });
      response.once('error', reject);
      response.once('end', () => {
        const known = joinHeaders(response);
        try {
          resolve({
            url,
            status: response.statusCode ?? 0,
            headers: known,
            body: decompress(Buffer.concat(chunks), known.get('content-encoding')),
            transferBytes: wire,
            durationMs: performance.now() - start,
            certificate,
          });
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    request.end();
  });
}

/** Returns the target of a redirect; undefined if the response is none. */
export function redirectTarget({status, headers, url}: ProbeResponse): string | undefined {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || status === 304 || location === undefined) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}
