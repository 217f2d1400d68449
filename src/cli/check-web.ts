import type {Findings} from './check-findings.js';
import {ask, ORIGIN, redirectionOf, type Reply} from './probe.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const MOST_HOPS = 5;
const DAY = 86_400_000;
/** A certificate that is not renewed by then seems forgotten (days). */
const SOON = 21;
/** Bytes from which compression is worth it, and from which a first answer is heavy on the line. */
const WORTH = 4_000;
const HEAVY = 1_000_000;
/** A visitor has long looked elsewhere (ms). */
const SLOW = 3_000;

/** Whether any site may read an answer. */
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

/** Follows where an address leads, and says what a browser would not. */
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

/** The reasons of the network, without its jargon where that is known. */
const reasonOf = (error: unknown): string => {
  const {
    code = '',
    message = '',
    name = '',
  } = error as {code?: string; message?: string; name?: string};
  return name === 'TimeoutError' ? 'timeout' : [code, message].filter(Boolean).join(': ');
};

/**
 * What an address answers; undefined where there is nothing to look into, which is told. `isRead`: by other sites, and
 * not only gone to.
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
 * Asks an address as a page would, and checks all that does not turn on what is in the answer. Undefined where there
 * is nothing to look into. `isOwn`: how it is kept and packed is in the hands of whoever checks.
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

/** Whether a copy in the browser need not come again. */
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

/** The JSON of an answer; undefined where it is none, which is told. */
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
