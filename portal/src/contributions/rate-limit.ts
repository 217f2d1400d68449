import {plainAddress} from '../http/client-address.js';

/** Rate limit of one address: `burst` requests at once, refilled at `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Maximum number of tracked addresses; the least recently active one is dropped. */
const MAX_ADDRESSES = 10_000;

/** Returns the IPv4 address, or the /64 network of an IPv6 address: its owner controls 2⁶⁴ addresses. */
export const networkPrefix = (address: string): string => {
  const plain = plainAddress(address);
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
};

/** Token bucket per IP address. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, {tokens: number; updatedAt: number}>();

  /** @param now Returns the current time in milliseconds. */
  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes a token. Returns 0, or the seconds until one is available. */
  take(address: string): number {
    const key = networkPrefix(address);
    const now = this.#now();
    const {burst, perSecond} = this.#rate;
    const bucket = this.#buckets.get(key) ?? {tokens: burst, updatedAt: now};
    const tokens = Math.min(
      burst,
      bucket.tokens + (Math.max(0, now - bucket.updatedAt) / 1000) * perSecond,
    );
    const isAllowed = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, {tokens: isAllowed ? tokens - 1 : tokens, updatedAt: now});
    if (this.#buckets.size > MAX_ADDRESSES) {
      const [oldest = ''] = this.#buckets.keys();
      this.#buckets.delete(oldest);
    }
    return isAllowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  }

  /** Returns the last token that was taken. */
  giveBack(address: string): void {
    const bucket = this.#buckets.get(networkPrefix(address));
    if (bucket) bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + 1);
  }
}
