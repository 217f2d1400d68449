import {rename, rm, writeFile} from 'node:fs/promises';
import {parseArgs, type ParseArgsConfig} from 'node:util';
import {safeFetchUrl} from '../../model/schemas/safe-urls.js';
import {type DiagnosticCode, formatMessage} from '../messages/diagnostic.js';
import type {ToolMessages} from '../messages/tool-messages.js';

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

/**
 * Parses arguments by `parseArgs` of Node.
 *
 * @throws {UsageError}
 */
export function parseArguments<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Returns the URL of an input that is an address; undefined for a file.
 *
 * @throws if the address must not be fetched.
 */
export function urlOfInput(input: string): string | undefined {
  if (!/^https?:/i.test(input)) return undefined;
  const url = safeFetchUrl(input);
  if (url === undefined) throw new Error(`${input}: an address is https, or on this machine`);
  return url;
}

/** Messages of the errors of the operating system for files. */
const FILE_ERRORS: Readonly<Record<string, DiagnosticCode>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  ELOOP: 'noFile',
  ENAMETOOLONG: 'noFile',
  EISDIR: 'fileIsFolder',
  EACCES: 'fileForbidden',
  EPERM: 'fileForbidden',
};

/** Returns an error of the file system with a readable message, any other error unchanged. */
export function readableFileError(error: unknown, messages: ToolMessages): unknown {
  const {code = '', path} = error as Partial<NodeJS.ErrnoException>;
  const fileError = FILE_ERRORS[code];
  if (!fileError || !path) return error;
  return new Error(formatMessage({code: fileError, args: [path]}, messages), {cause: error});
}

/**
 * Writes a result to a file, or to standard output if none is named. A file is replaced by a complete one only.
 *
 * @throws if it cannot be written; the file before is then unchanged.
 */
export async function writeResult(text: string, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined) {
    io.out(text);
    return;
  }
  const temporaryPath = `${path}.${process.pid}`;
  try {
    await writeFile(temporaryPath, text);
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath).catch(() => undefined);
    const {message} = error as Error;
    throw new Error(`${path} is not written: ${message.replace(/,? \w+ '.*$/s, '')}`, {
      cause: error,
    });
  }
}
