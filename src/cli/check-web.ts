import type {Findings} from './check-findings.js';
import {ask, ORIGIN, redirectionOf, type Reply} from './probe.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const MOST_HOPS = 5;
const DAY = 86_400_000;
/** Number of days before its expiry from which a certificate is reported. */
const SOON = 21;
/** Size from which compression is expected, and from which a response is reported as large, in bytes. */
const WORTH = 4_000;
const HEAVY = 1_000_000;
/** Duration from which a response is reported as slow, in milliseconds. */
const SLOW = 3_000;

/** Checks that any site may read a response (CORS). */
export function checkCors({url, headers}: Reply, findings: Findings): void {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === undefined) findings.fault(url, 'corsNone');
  else if (allowed.includes(',')) findings.fault(url, 'corsTwice', allowed);
  else if (allowed === ORIGIN) findings.fault(url, 'corsEcho');
  else if (allowed !== '*') findings.fault(url, 'corsOther', allowed);
}

function checkCertificate({url, certificate}: Reply, now: number, findings: Findings): void {
  if (!certificate) return;
  const days = Math.floor((certificate.until - now) / DAY);
  const date = new Date(certificate.until).toISOString().slice(0, 10);
  if (certificate.until < now) findings.fault(url, 'certificateOver', date);
  else if (certificate.fault !== undefined)
    findings.fault(url, 'certificateBad', certificate.fault);
  else if (days < SOON) findings.fault(url, 'certificateSoon', days, date);
  else findings.merit('certificate', days, date);
}

/** Follows redirects, and reports those that a browser would refuse. */
async function arrive(
  url: string,
  findings: Findings,
  isRead: boolean,
): Promise<Reply | undefined> {
  let reply = await ask(url);
  for (let hops = 0; ; hops++) {
    const to = redirectionOf(reply);
    if (to === undefined) break;
    if (isRead) checkCors(reply, findings);
    if (reply.url.startsWith('https:') && to.startsWith('http:')) {
      findings.fault(reply.url, 'redirectInsecure', to);
      return undefined;
    }
    if (hops >= MOST_HOPS) {
      findings.fault(url, 'redirectLoop');
      return undefined;
    }
    reply = await ask(to);
  }
  if (isRead && reply.url !== url) findings.fault(url, 'redirected', reply.url);
  return reply;
}

/** Returns the error code and message of a network error, or "timeout". */
const reasonOf = (error: unknown): string => {
  const {
    code = '',
    message = '',
    name = '',
  } = error as {code?: string; message?: string; name?: string};
  return name === 'TimeoutError' ? 'timeout' : [code, message].filter(Boolean).join(': ');
};

/**
 * Fetches a URL and checks redirects, certificate, CORS and status.
 *
 * @param needsCors True if other sites read the URL, so that CORS is required; false for a page to visit.
 * @returns Undefined if there is no usable response, which has been reported.
 */
export async function reach(
  url: string,
  findings: Findings,
  now: number,
  isRead = true,
): Promise<Reply | undefined> {
  const {protocol, hostname} = new URL(url);
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) findings.fault(url, 'insecure');
  let reply: Reply | undefined;
  try {
    reply = await arrive(url, findings, isRead);
  } catch (error) {
    findings.fault(url, 'unreachable', reasonOf(error));
    return undefined;
  }
  if (!reply) return undefined;
  checkCertificate(reply, now, findings);
  if (isRead) checkCors(reply, findings);
  if (reply.status === 200) return reply;
  findings.fault(reply.url, 'status', reply.status);
  return undefined;
}

/**
 * Fetches a URL as a page would, and checks everything that does not depend on the content of the response.
 *
 * @param controlsServer True if the webmaster controls caching and compression of the server, so that they are checked.
 * @returns Undefined if there is no usable response, which has been reported.
 */
export async function checkWeb(
  url: string,
  findings: Findings,
  now: number,
  isOwn = true,
): Promise<Reply | undefined> {
  const reply = await reach(url, findings, now);
  if (!reply) return undefined;
  findings.merit('answers', Math.round(reply.took), Math.ceil(reply.wire / 1000));
  if (isOwn) {
    checkWeight(reply, findings);
    await checkCaching(reply, findings);
  }
  return reply;
}

function checkWeight({url, headers, wire, body, took}: Reply, findings: Findings): void {
  if (body.length >= WORTH && !headers.has('content-encoding'))
    findings.fault(url, 'notCompressed', Math.ceil(wire / 1000));
  if (wire > HEAVY) findings.fault(url, 'heavy', (wire / 1e6).toFixed(1));
  if (took > SLOW) findings.fault(url, 'slow', (took / 1000).toFixed(1));
}

/** Checks that a cached copy can be revalidated. */
async function checkCaching({url, headers}: Reply, findings: Findings): Promise<void> {
  const control = headers.get('cache-control');
  if (control === undefined && !headers.has('expires')) findings.fault(url, 'noCacheControl');
  if (control?.includes('no-store')) {
    findings.fault(url, 'noStore');
    return;
  }
  const [tag, modified] = [headers.get('etag'), headers.get('last-modified')];
  if (tag === undefined && modified === undefined) {
    findings.fault(url, 'noEtag');
    return;
  }
  const again = await ask(url, {
    headers: tag === undefined ? {'If-Modified-Since': modified ?? ''} : {'If-None-Match': tag},
  });
  if (again.status === 304) findings.merit('cached');
  else findings.fault(url, 'noRevalidation', again.status);
}

/** Parses the JSON of a response. Returns undefined if it is invalid, which is reported. */
export function readJson({url, headers, body}: Reply, findings: Findings): unknown {
  const type = headers.get('content-type') ?? '';
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(body);
  } catch {
    findings.fault(url, 'notUtf8');
    return undefined;
  }
  if (/^\s*</.test(text)) {
    findings.fault(url, 'html');
    return undefined;
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) findings.fault(url, 'charset', charset);
  if (!/\bjson\b/i.test(type)) findings.fault(url, 'contentType', type || '—');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    findings.fault(url, 'notJson', error instanceof Error ? error.message : '');
    return undefined;
  }
}
