/** Input and output of a command, replaced in tests. */
export interface Io {
  /** Writes the result to standard output. */
  out(text: string): void;
  /** Writes a message to standard error. */
  err(line: string): void;
  /**
   * Reads a file, or standard input for `-`, as text.
   *
   * @throws if the file cannot be read.
   */
  read(path: string): Promise<string>;
  /**
   * Reads a file, or standard input for `-`, as bytes.
   *
   * @throws if the file cannot be read.
   */
  bytes(path: string): Promise<Uint8Array>;
}

/** Command of `npx spass-widgets`. */
export interface Command {
  /** Result of the command in one line, for the list of commands. */
  readonly summary: string;
  /** Text of `--help`. */
  readonly usage: string;
  /**
   * Runs the command.
   *
   * @returns Exit code: 0 only if there is no error.
   * @throws {UsageError} if the arguments are invalid.
   */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Error for invalid arguments. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
