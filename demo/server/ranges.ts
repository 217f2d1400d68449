import type {IncomingHttpHeaders} from 'node:http';

/** Bytes of a file, both ends among them. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What tells one state of a file from another. */
export interface Validators {
  readonly etag: string;
  /** As in `Last-Modified`. */
  readonly modified?: string | undefined;
}

/**
 * The one stretch of bytes that a request asks for (RFC 9110, 14): `whole` where it asks for none, for several, or for
 * a part of a file that is another by now; `none` where the file has no such bytes.
 */
export function rangeOf(
  {range, 'if-range': condition}: IncomingHttpHeaders,
  length: number,
  {etag, modified}: Validators,
): Range | 'whole' | 'none' {
  if (condition !== undefined && condition !== etag && condition !== modified) return 'whole';
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  // Without a beginning it is the last so many bytes.
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  // A stretch that ends before it begins is malformed, and as if it were not asked for.
  if (from !== '' && to !== '' && Number(to) < first) return 'whole';
  return first <= last ? {first, last} : 'none';
}
