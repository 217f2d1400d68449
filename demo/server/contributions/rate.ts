/** How much one address may do: `burst` at once, and so much more a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** As many addresses are kept in mind; whoever has been quiet the longest is forgotten. */
const MOST_ADDRESSES = 10_000;

/** Those who hold one IPv6 address hold the 2⁶⁴ others of its network. */
const network = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
};

/** A bucket of tokens for each address. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, {tokens: number; at: number}>();

  /** `now` in milliseconds. */
  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes a token; answers 0, or after how many seconds there will be one. */
  take(address: string): number {
    const key = network(address);
    const now = this.#now();
    const {burst, perSecond} = this.#rate;
    const known = this.#buckets.get(key) ?? {tokens: burst, at: now};
    const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) / 1000) * perSecond);
    const isAllowed = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, {tokens: isAllowed ? tokens - 1 : tokens, at: now});
    if (this.#buckets.size > MOST_ADDRESSES) {
      const [oldest = ''] = this.#buckets.keys();
      this.#buckets.delete(oldest);
    }
    return isAllowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  }
}
