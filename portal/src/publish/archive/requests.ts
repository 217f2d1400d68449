import {messagesOf} from '../messages/messages.js';

/** Time for each request, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Answer of an address: JSON, that there is nothing, or a failure with its reason. */
export type FetchOutcome =
  | {readonly kind: 'json'; readonly value: unknown}
  | {readonly kind: 'absent'}
  | {readonly kind: 'failed'; readonly reason: string; readonly isPage: boolean};

/** Statuses of an address that does not exist. */
const ABSENT: ReadonlySet<number> = new Set([404, 410]);

/** Requests JSON. Never rejects: what fails is an answer with a reason. */
export async function fetchJson(url: string): Promise<FetchOutcome> {
  const {archiveFailures: reasons} = messagesOf('fr');
  const failed = (reason: string, isPage = false): FetchOutcome => ({
    kind: 'failed',
    reason,
    isPage,
  });
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    text = await response.text();
  } catch {
    return failed(reasons.noAnswer);
  }
  if (ABSENT.has(response.status)) return {kind: 'absent'};
  if (!response.ok) return failed(reasons.status(response.status));
  try {
    return {kind: 'json', value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown};
  } catch {
    const isPage = /^text\/html/i.test(response.headers.get('content-type') ?? '');
    return failed(reasons.notJson, isPage);
  }
}

/** Downloads a file of at most `maxBytes`. Never rejects. */
export async function fetchFile(
  url: string,
  maxBytes: number,
): Promise<
  | {readonly kind: 'file'; readonly bytes: Uint8Array; readonly type: string}
  | {readonly kind: 'failed'; readonly reason: string}
> {
  const {archiveFailures: reasons} = messagesOf('fr');
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    if (!response.ok) return {kind: 'failed', reason: reasons.status(response.status)};
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes)
      return {kind: 'failed', reason: reasons.tooLarge(maxBytes / 1e6)};
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {kind: 'file', bytes, type: response.headers.get('content-type') ?? ''};
  } catch {
    return {kind: 'failed', reason: reasons.noAnswer};
  }
}
