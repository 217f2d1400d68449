import {printable} from '../messages/diagnostic.js';
import {loadToolMessages} from '../messages/load-tool-messages.js';
import {readableFileError, type Command, type Io, UsageError} from './command.js';

/** Loaders of the commands, by name. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['portal', async () => (await import('./portal.js')).portal],
  ['check', async () => (await import('./check/check.js')).check],
  ['communes', async () => (await import('./communes.js')).communes],
  ['outline', async () => (await import('./outline.js')).outline],
  ['prerender', async () => (await import('./prerender.js')).prerender],
]);

/** Returns the usage of the program, with the summary of each command. */
async function usage(): Promise<string> {
  const loaded = [...COMMANDS].map(async ([name, load]) => [name, (await load()).summary] as const);
  const lines = (await Promise.all(loaded)).map(
    ([name, summary]) => `  ${name.padEnd(10)} ${summary}`,
  );
  return `Usage: spass-widgets <command> [options]

Commands:
${lines.join('\n')}

spass-widgets <command> --help describes a command. Results go to standard output, messages to standard error. Exit
codes: 0 for success, 1 for a problem, 2 for invalid arguments.
`;
}

const isHelp = (argument: string | undefined): boolean =>
  argument === '--help' || argument === '-h';

/**
 * Runs the command that the arguments name.
 *
 * @returns Exit code.
 */
export async function run([name, ...args]: readonly string[], own: Io): Promise<number> {
  const io: Io = {...own, err: line => own.err(printable(line))};
  if (isHelp(name)) {
    io.out(await usage());
    return 0;
  }
  const load = COMMANDS.get(name ?? '');
  if (!load) {
    const commands = await usage();
    io.err(name === undefined ? commands : `There is no command "${name}".\n\n${commands}`);
    return 2;
  }
  const command = await load();
  if (args.some(isHelp)) {
    io.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (thrown) {
    const error = readableFileError(thrown, await loadToolMessages('en'));
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    io.err(`spass-widgets ${name}: ${message}${isUsage ? `\n\n${command.usage}` : ''}`);
    return isUsage ? 2 : 1;
  }
}
