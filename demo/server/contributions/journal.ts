import {createHash} from 'node:crypto';
import type {Disk} from './disk.js';

const sumOf = (json: string): string =>
  createHash('sha256').update(json).digest('hex').slice(0, 16);
const lineOf = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${sumOf(json)} ${json}\n`;
};

/** The value of a line, or undefined when it is not what was written. */
function valueOf(line: string): unknown {
  const json = line.slice(17);
  return line.slice(0, 16) === sumOf(json) ? (JSON.parse(json) as unknown) : undefined;
}

/**
 * A file to which lines are added, each with a checksum. When `add` has resolved, its line is on the disk; those
 * that are added meanwhile go there together. A program that is killed leaves at most a torn last line, of which
 * nobody has been told that it is kept: it is cut off at the next opening.
 */
export class Journal {
  readonly #path: string;
  readonly #disk: Disk;
  #waiting: {line: string; done: () => void; fail: (error: unknown) => void}[] = [];
  #writing: Promise<void> = Promise.resolve();
  /** Whether the last write may have left half a line. */
  #isTorn = false;

  private constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** Opens a journal and hands over what is in it, in the order in which it was added. */
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
    // What comes after a damaged line must not be read as a part of it.
    const isDamaged = good.length < lines.filter(Boolean).length;
    if (isDamaged) await disk.replace(`${path}.damaged`, Buffer.from(text));
    if (isDamaged || torn || text === '') await disk.replace(path, Buffer.from(good.join('')));
    return {journal: new Journal(path, disk), values};
  }

  /** Adds a line; when it is on the disk, calls `added` and then resolves. */
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

  /** Writes the whole journal anew, without what is to be forgotten. `values` is asked for when its turn has come. */
  rewrite(values: () => readonly unknown[]): Promise<void> {
    const rewritten = this.#writing.then(() =>
      this.#disk.replace(this.#path, Buffer.from(values().map(lineOf).join(''))),
    );
    this.#writing = rewritten.catch(() => undefined);
    return rewritten;
  }

  /** Resolves when all that was added so far is on the disk. */
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
