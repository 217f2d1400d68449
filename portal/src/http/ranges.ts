import type {IncomingHttpHeaders} from 'node:http';

/** Byte range of a file, inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Validators of a file version (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string;
  /** Date in the format of `Last-Modified`. */
  readonly modified?: string | undefined;
}

/**
 * Parses the `Range` header of a request (RFC 9110, 14). Returns `whole` if there is no range, if there are several, or
 * if `If-Range` names another version of the file, and `none` if the range cannot be satisfied.
 */
export function parseRange(
  {range, 'if-range': ifRange}: IncomingHttpHeaders,
  length: number,
  {etag, modified}: Validators,
): Range | 'whole' | 'none' {
  if (ifRange !== undefined && ifRange !== etag && ifRange !== modified) return 'whole';
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  // Suffix range: the last `to` bytes.
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  // A range that ends before it starts is invalid and must be ignored (RFC 9110, 14.1.1).
  if (from !== '' && to !== '' && Number(to) < first) return 'whole';
  return first <= last ? {first, last} : 'none';
}
