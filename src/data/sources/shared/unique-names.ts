/**
 * Gives each name once: one that is taken gets the next free number. It counts on from the last number of the name:
 * counting from 2 each time takes hours for a column of equal titles.
 */
export class UniqueNames {
  readonly #separator: string;
  /** Last number given to each name. */
  readonly #numbers = new Map<string, number>();

  /** @param separator Characters before the number. */
  constructor(separator: string) {
    this.#separator = separator;
  }

  /** Returns the name, or the name with a number. */
  take(name: string): string {
    let number = this.#numbers.get(name) ?? 0;
    let unique = name;
    while (this.#numbers.has(unique)) unique = `${name}${this.#separator}${++number}`;
    this.#numbers.set(name, number).set(unique, 1);
    return unique;
  }
}
