import {messagesOf} from '../messages/messages.js';

/** Time for each request, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Largest JSON that is read, in bytes. */
const MAX_JSON_BYTES = 200_000_000;

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
  let bytes: Uint8Array | undefined;
  try {
    response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    bytes = await readBody(response, MAX_JSON_BYTES);
  } catch {
    return failed(reasons.noAnswer);
  }
  if (ABSENT.has(response.status)) return {kind: 'absent'};
  if (!response.ok) return failed(reasons.status(response.status));
  if (!bytes) return failed(reasons.tooLarge(MAX_JSON_BYTES / 1e6));
  const text = new TextDecoder().decode(bytes);
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
    const bytes = await readBody(response, maxBytes);
    if (!bytes) return {kind: 'failed', reason: reasons.tooLarge(maxBytes / 1e6)};
    return {kind: 'file', bytes, type: response.headers.get('content-type') ?? ''};
  } catch {
    return {kind: 'failed', reason: reasons.noAnswer};
  }
}

/** Returns the body, or undefined if it is larger than `maxBytes`. Its length is counted: it may state none, or a false one. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return undefined;
  }
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
