/** The page lengths of one server, which may give fewer entries than requested, or more. */
export class PageLengths {
  readonly #declared: number;
  #shortest = 1;
  #longest = Infinity;
  /** Lengths that the server is known to respect, and the longest of them. */
  readonly #respected = new Set<number>();
  #longestRespected = 0;

  /** `declared` is the longest page by the documentation of the API. */
  constructor(declared: number) {
    this.#declared = declared;
  }

  /** Length of the longest page, as far as it is known. */
  get longest(): number {
    return Math.min(this.#declared, this.#longest);
  }

  /** Length to request where `most` entries are wanted and pages have numbers. */
  fit(most: number): number {
    return Math.max(this.#shortest, Math.min(this.longest, most));
  }

  isRespected(limit: number): boolean {
    return this.#respected.has(limit);
  }

  /** True if a short page may show the limit of the server; one within that limit only lacks some entries. */
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
