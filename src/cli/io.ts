/** What a command has of the world: tests hand in their own. */
export interface Io {
  /** The result: standard output. */
  out(text: string): void;
  /** Messages: standard error. */
  err(line: string): void;
  /** The text of a file, or of standard input for `-`. @throws when it can't be read. */
  read(path: string): Promise<string>;
  /** The bytes of a file, or of standard input for `-`. @throws when it can't be read. */
  bytes(path: string): Promise<Uint8Array>;
}

/** A command of `npx spass-widgets`. */
export interface Command {
  /** What `--help` says. */
  readonly usage: string;
  /** Answers the exit code: 0 only if all is well. @throws {UsageError} for arguments that make no sense. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Arguments that make no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
