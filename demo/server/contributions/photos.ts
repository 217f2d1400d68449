import {basename, extname} from 'node:path';
import {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import type {Entry, Ledger} from './ledger.js';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/**
 * Serves a photograph of a contribution, with a policy that prevents script execution.
 *
 * @param number Position of the photograph, from 1.
 */
export async function servePhoto(
  ledger: Ledger,
  {record}: Entry,
  number: string,
  cache: 'no-store' | 'no-cache',
): Promise<Reply> {
  const name = basename(record.photos?.[Number(number) - 1]?.src ?? '');
  const type = TYPES[extname(name)];
  const body = type && (await ledger.photo(name));
  if (!type || !body) throw new Problem(404, 'There is nothing at this address.');
  return {
    status: 200,
    headers: {
      'Content-Type': type,
      'Cache-Control': cache,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
    body,
  };
}
