import {Agent, request as httpRequest, type IncomingMessage} from 'node:http';
import {Agent as TlsAgent, request as httpsRequest} from 'node:https';
import {TLSSocket} from 'node:tls';
import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib';
import {LONGEST_BODY} from '../data/request.js';

/** What the certificate of a server is worth. */
export interface Certificate {
  /** Why a browser refuses it; undefined when it does not. */
  readonly fault: string | undefined;
  /** When it ends (ms since 1970). */
  readonly until: number;
}

/** One answer, as it came. */
export interface Reply {
  readonly url: string;
  readonly status: number;
  /** By lower-case names; several of one name are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed. */
  readonly body: Buffer;
  /** Bytes on the line. */
  readonly wire: number;
  /** Until the last byte (ms). */
  readonly took: number;
  readonly certificate: Certificate | undefined;
}

export interface Asked {
  readonly method?: 'GET' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long one answer may take (ms). */
const LIMIT = 30_000;
/** The site that is said to ask, as a browser says it. */
export const ORIGIN = 'https://mairie.example';

/** Connections are kept for the next question, as browsers do. */
const plain = new Agent({keepAlive: true});
const secure = new TlsAgent({keepAlive: true, rejectUnauthorized: false});

const certificateOf = (socket: TLSSocket): Certificate => {
  const {valid_to: until} = socket.getPeerCertificate();
  // The name of what is wrong, whatever the types say: CERT_HAS_EXPIRED.
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
 * Asks as the browser of a visitor does, but takes any certificate, so that what is behind a bad one is looked at too.
 * No redirection is followed. @throws when there is no whole answer.
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

/** The address to which an answer sends on; undefined where it does not. */
export function redirectionOf({status, headers, url}: Reply): string | undefined {
  const to = headers.get('location');
  if (status < 300 || status >= 400 || status === 304 || to === undefined) return undefined;
  return URL.canParse(to, url) ? new URL(to, url).href : undefined;
}
