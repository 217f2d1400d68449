import {createHash} from 'node:crypto';
import type {Disk} from './disk.js';

const sumOf = (json: string): string =>
  createHash('sha256').update(json).digest('hex').slice(0, 16);
const lineOf = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${sumOf(json)} ${json}\n`;
};

/** Parses a line; undefined if the checksum does not match. */
function valueOf(line: string): unknown {
  const json = line.slice(17);
  return line.slice(0, 16) === sumOf(json) ? (JSON.parse(json) as unknown) : undefined;
}

/**
 * Append-only log with a checksum per line. A line is on the disk when `append` resolves; lines that are added during a
 * write are written together. A crash leaves at most one torn last line, whose `append` has not resolved: it is removed
 * when the journal is opened.
 */
export class Journal {
  readonly #path: string;
  readonly #disk: Disk;
  #waiting: {line: string; done: () => void; fail: (error: unknown) => void}[] = [];
  #writing: Promise<void> = Promise.resolve();
  /** True if the last write failed and may have left an incomplete line. */
  #isTorn = false;

  private constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** Opens a journal and returns its values in the order in which they were added. */
  static async open(path: string, disk: Disk): Promise<{journal: Journal; values: unknown[]}> {
    const text = ((await disk.read(path)) ?? Buffer.alloc(0)).toString('utf8');
    const lines = text.split('\n');
    const torn = lines.pop() ?? '';
    const values: unknown[] = [];
    const good: string[] = [];
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const value = valueOf(line);
      if (value === undefined) {
        console.error(`${path}: line ${index + 1} is damaged and left out.`);
        continue;
      }
      values.push(value);
      good.push(`${line}\n`);
    }
    // Later lines must not be read as part of a damaged one.
    const isDamaged = good.length < lines.filter(Boolean).length;
    if (isDamaged) await disk.replace(`${path}.damaged`, Buffer.from(text));
    if (isDamaged || torn || text === '') await disk.replace(path, Buffer.from(good.join('')));
    return {journal: new Journal(path, disk), values};
  }

  /** Adds a line. Calls `onWritten`, then resolves, when the line is on the disk. */
  add(value: unknown, added: () => void): Promise<void> {
    return new Promise((resolve, fail) => {
      const done = (): void => {
        added();
        resolve();
      };
      this.#waiting.push({line: lineOf(value), done, fail});
      if (this.#waiting.length === 1) this.#writing = this.#writing.then(() => this.#flush());
    });
  }

  /**
   * Replaces the content of the journal, to erase lines.
   *
   * @param values Called when preceding writes have finished.
   */
  rewrite(values: () => readonly unknown[]): Promise<void> {
    const rewritten = this.#writing.then(() =>
      this.#disk.replace(this.#path, Buffer.from(values().map(lineOf).join(''))),
    );
    this.#writing = rewritten.catch(() => undefined);
    return rewritten;
  }

  /** Resolves when all added lines are on the disk. */
  settle(): Promise<void> {
    return this.#writing;
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const text = (this.#isTorn ? '\n' : '') + batch.map(({line}) => line).join('');
    try {
      await this.#disk.append(this.#path, Buffer.from(text));
      this.#isTorn = false;
      for (const {done} of batch) done();
    } catch (error) {
      this.#isTorn = true;
      for (const {fail} of batch) fail(error);
    }
  }
}
