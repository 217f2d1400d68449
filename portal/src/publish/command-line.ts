import {parseArgs} from 'node:util';

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
