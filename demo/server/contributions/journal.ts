import {createHash} from 'node:crypto';
import type {Disk} from './disk.js';

const checksum = (json: string): string =>
  createHash('sha256').update(json).digest('hex').slice(0, 16);
const toLine = (value: unknown): string => {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
};

/** Parses a line; undefined if the checksum does not match. */
function parseLine(line: string): unknown {
  const json = line.slice(17);
  return line.slice(0, 16) === checksum(json) ? (JSON.parse(json) as unknown) : undefined;
}

/**
 * Append-only log with a checksum per line. A line is on the disk when `append` resolves; lines that are added during a
 * write are written together. A crash leaves at most one torn last line, whose `append` has not resolved: it is removed
 * when the journal is opened.
 */
export class Journal {
  readonly #path: string;
  readonly #disk: Disk;
  #queue: {line: string; done: () => void; fail: (error: unknown) => void}[] = [];
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
    const incompleteLine = lines.pop() ?? '';
    const values: unknown[] = [];
    const validLines: string[] = [];
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const value = parseLine(line);
      if (value === undefined) {
        console.error(`${path}: line ${index + 1} is damaged and left out.`);
        continue;
      }
      values.push(value);
      validLines.push(`${line}\n`);
    }
    // Later lines must not be read as part of a damaged one.
    const isDamaged = validLines.length < lines.filter(Boolean).length;
    if (isDamaged) await disk.replace(`${path}.damaged`, Buffer.from(text));
    if (isDamaged || incompleteLine || text === '')
      await disk.replace(path, Buffer.from(validLines.join('')));
    return {journal: new Journal(path, disk), values};
  }

  /** Adds a line. Calls `onWritten`, then resolves, when the line is on the disk. */
  append(value: unknown, onWritten: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        onWritten();
        resolve();
      };
      this.#queue.push({line: toLine(value), done, fail: reject});
      if (this.#queue.length === 1) this.#writing = this.#writing.then(() => this.#flush());
    });
  }

  /**
   * Replaces the content of the journal, to erase lines.
   *
   * @param values Called when preceding writes have finished.
   */
  rewrite(values: () => readonly unknown[]): Promise<void> {
    const rewritten = this.#writing.then(() =>
      this.#disk.replace(this.#path, Buffer.from(values().map(toLine).join(''))),
    );
    this.#writing = rewritten.catch(() => undefined);
    return rewritten;
  }

  /** Resolves when all added lines are on the disk. */
  settle(): Promise<void> {
    return this.#writing;
  }

  async #flush(): Promise<void> {
    const batch = this.#queue;
    this.#queue = [];
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
