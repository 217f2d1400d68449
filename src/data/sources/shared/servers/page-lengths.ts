/** Page lengths of a server, which may return fewer entries than requested, or more. */
export class PageLengths {
  readonly #declared: number;
  #shortest = 1;
  #longest = Infinity;
  /** Lengths that the server is known to respect, and the longest of them. */
  readonly #respected = new Set<number>();
  #longestRespected = 0;

  /** @param declared Maximum page length by the documentation of the API. */
  constructor(declared: number) {
    this.#declared = declared;
  }

  /** Maximum page length, as far as it is known. */
  get longest(): number {
    return Math.min(this.#declared, this.#longest);
  }

  /** Returns the page length to request for `maxRows` entries of numbered pages. */
  fit(maxRows: number): number {
    return Math.max(this.#shortest, Math.min(this.longest, maxRows));
  }

  isRespected(limit: number): boolean {
    return this.#respected.has(limit);
  }

  /** Returns true if a short page may show the limit of the server. A page below that limit only lacks some entries. */
  mayLimit(limit: number): boolean {
    return limit > this.#longestRespected;
  }

  /** Records that a page is as long as requested, or longer. */
  full(count: number, limit: number): void {
    if (count > limit) this.#shortest = count;
    this.#respect(count);
  }

  /** Records that a page is shorter than requested although there are more entries. */
  short(count: number, limit: number): void {
    if (this.mayLimit(limit)) this.#longest = Math.max(1, count);
    this.#respect(Math.min(limit, this.#longest));
  }

  #respect(length: number): void {
    this.#respected.add(length);
    this.#longestRespected = Math.max(this.#longestRespected, length);
  }
}
