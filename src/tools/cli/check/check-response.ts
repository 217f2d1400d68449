import type {CheckReport} from './check-report.js';
import {probe, TEST_ORIGIN, redirectTarget, type ProbeResponse} from './probe.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const MAX_REDIRECTS = 5;
const DAY_MS = 86_400_000;
/** Number of days before its expiry from which a certificate is reported. */
const CERTIFICATE_WARNING_DAYS = 21;
/** Size from which compression is expected, and from which a response is reported as large, in bytes. */
const MIN_COMPRESSED_BYTES = 4_000;
const LARGE_RESPONSE_BYTES = 1_000_000;
/** Duration from which a response is reported as slow, in milliseconds. */
const SLOW_RESPONSE_MS = 3_000;

/** Checks that any site may read a response (CORS). */
export function checkCors({url, headers}: ProbeResponse, report: CheckReport): void {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === undefined) report.addError(url, 'corsNone');
  else if (allowed.includes(',')) report.addError(url, 'corsTwice', allowed);
  else if (allowed === TEST_ORIGIN) report.addError(url, 'corsEcho');
  else if (allowed !== '*') report.addError(url, 'corsOther', allowed);
}

function checkCertificate(
  {url, certificate}: ProbeResponse,
  now: number,
  report: CheckReport,
): void {
  if (!certificate) return;
  const days = Math.floor((certificate.expiresAt - now) / DAY_MS);
  const date = new Date(certificate.expiresAt).toISOString().slice(0, 10);
  if (certificate.expiresAt < now) report.addError(url, 'certificateOver', date);
  else if (certificate.error !== undefined)
    report.addError(url, 'certificateBad', certificate.error);
  else if (days < CERTIFICATE_WARNING_DAYS) report.addError(url, 'certificateSoon', days, date);
  else report.addPassed('certificate', days, date);
}

/** Follows redirects, and reports those that a browser would refuse. */
async function followRedirects(
  url: string,
  report: CheckReport,
  needsCors: boolean,
): Promise<ProbeResponse | undefined> {
  let response = await probe(url);
  for (let redirects = 0; ; redirects++) {
    const target = redirectTarget(response);
    if (target === undefined) break;
    if (needsCors) checkCors(response, report);
    if (response.url.startsWith('https:') && target.startsWith('http:')) {
      report.addError(response.url, 'redirectInsecure', target);
      return undefined;
    }
    if (redirects >= MAX_REDIRECTS) {
      report.addError(url, 'redirectLoop');
      return undefined;
    }
    response = await probe(target);
  }
  if (needsCors && response.url !== url) report.addError(url, 'redirected', response.url);
  return response;
}

/** Returns the error code and message of a network error, or "timeout". */
const networkErrorText = (error: unknown): string => {
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
export async function fetchPage(
  url: string,
  report: CheckReport,
  now: number,
  needsCors = true,
): Promise<ProbeResponse | undefined> {
  const {protocol, hostname} = new URL(url);
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) report.addError(url, 'insecure');
  let response: ProbeResponse | undefined;
  try {
    response = await followRedirects(url, report, needsCors);
  } catch (error) {
    report.addError(url, 'unreachable', networkErrorText(error));
    return undefined;
  }
  if (!response) return undefined;
  checkCertificate(response, now, report);
  if (needsCors) checkCors(response, report);
  if (response.status === 200) return response;
  report.addError(response.url, 'status', response.status);
  return undefined;
}

/**
 * Fetches a URL as a page would, and checks everything that does not depend on the content of the response.
 *
 * @param controlsServer True if the webmaster controls caching and compression of the server, so that they are checked.
 * @returns Undefined if there is no usable response, which has been reported.
 */
export async function checkResponse(
  url: string,
  report: CheckReport,
  now: number,
  controlsServer = true,
): Promise<ProbeResponse | undefined> {
  const response = await fetchPage(url, report, now);
  if (!response) return undefined;
  report.addPassed(
    'answers',
    Math.round(response.durationMs),
    Math.ceil(response.transferBytes / 1000),
  );
  if (controlsServer) {
    checkSize(response, report);
    await checkCaching(response, report);
  }
  return response;
}

function checkSize(
  {url, headers, transferBytes, body, durationMs}: ProbeResponse,
  report: CheckReport,
): void {
  if (body.length >= MIN_COMPRESSED_BYTES && !headers.has('content-encoding'))
    report.addError(url, 'notCompressed', Math.ceil(transferBytes / 1000));
  if (transferBytes > LARGE_RESPONSE_BYTES)
    report.addError(url, 'heavy', (transferBytes / 1e6).toFixed(1));
  if (durationMs > SLOW_RESPONSE_MS) report.addError(url, 'slow', (durationMs / 1000).toFixed(1));
}

/** Checks that a cached copy can be revalidated. */
async function checkCaching({url, headers}: ProbeResponse, report: CheckReport): Promise<void> {
  const control = headers.get('cache-control');
  if (control === undefined && !headers.has('expires')) report.addError(url, 'noCacheControl');
  if (control?.includes('no-store')) {
    report.addError(url, 'noStore');
    return;
  }
  const [tag, modified] = [headers.get('etag'), headers.get('last-modified')];
  if (tag === undefined && modified === undefined) {
    report.addError(url, 'noEtag');
    return;
  }
  const revalidation = await probe(url, {
    headers: tag === undefined ? {'If-Modified-Since': modified ?? ''} : {'If-None-Match': tag},
  });
  if (revalidation.status === 304) report.addPassed('cached');
  else report.addError(url, 'noRevalidation', revalidation.status);
}

/** Parses the JSON of a response. Returns undefined if it is invalid, which is reported. */
export function parseJson({url, headers, body}: ProbeResponse, report: CheckReport): unknown {
  const type = headers.get('content-type') ?? '';
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(body);
  } catch {
    report.addError(url, 'notUtf8');
    return undefined;
  }
  if (/^\s*</.test(text)) {
    report.addError(url, 'html');
    return undefined;
  }
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) report.addError(url, 'charset', charset);
  if (!/\bjson\b/i.test(type)) report.addError(url, 'contentType', type || '—');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    report.addError(url, 'notJson', error instanceof Error ? error.message : '');
    return undefined;
  }
}
