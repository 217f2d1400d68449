import {parseArgs} from 'node:util';
import {messagesOf} from './messages/messages.js';

/** Error that stops a command, with a sentence for the person who runs it. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}

/**
 * Parses the arguments of a command.
 *
 * @throws {PublishError} with the help of the command, if there is no such option.
 */
export function parseArguments<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: T,
  help: string,
) {
  try {
    return parseArgs({args: [...args], allowPositionals: true, options});
  } catch (error) {
    throw new PublishError(`${(error as Error).message}\n\n${help}`);
  }
}

/** Returns the sentence for an error of a command, or of the system; undefined for any other error. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof PublishError) return error.message;
  const {
    code,
    syscall,
    path = '',
    port,
  } = error as NodeJS.ErrnoException & {readonly port?: number};
  if (code === undefined || syscall === undefined) return undefined;
  const {fileFailure, fileFailures} = messagesOf('fr');
  const {other, ...known} = fileFailures;
  const reasons: Readonly<Record<string, string>> = {
    ...known,
    EPERM: known.EACCES,
    EEXIST: known.ENOTDIR,
  };
  const name = port === undefined ? path : `127.0.0.1:${port}`;
  return fileFailure(name, reasons[code] ?? other(code));
}
