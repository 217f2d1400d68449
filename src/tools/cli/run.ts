import {type Command, type Io, UsageError} from './io.js';

interface CommandEntry {
  /** Description in one line. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** Commands by name; the code of each is loaded when it is run. */
const COMMANDS = new Map<string, CommandEntry>([
  [
    'portal',
    {
      summary: 'a portal, from a CSV, a spreadsheet, GeoJSON, Opendatasoft or WordPress',
      load: async () => (await import('./portal.js')).portal,
    },
  ],
  [
    'check',
    {
      summary: 'whether widgets can live on an address, and what to put right',
      load: async () => (await import('./check/check.js')).check,
    },
  ],
  [
    'communes',
    {
      summary: 'a table of commune centres, for the attribute "places"',
      load: async () => (await import('./communes.js')).communes,
    },
  ],
  [
    'prerender',
    {
      summary: 'a widget as HTML that needs no script to be read',
      load: async () => (await import('./prerender.js')).prerender,
    },
  ],
]);

const USAGE = `Usage: spass-widgets <command> [options]

Commands:
${[...COMMANDS].map(([name, {summary}]) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

spass-widgets <command> --help says more. Results go to standard output, messages to standard error; the exit code
is 0 if all is well, 1 if something is wrong, 2 if the arguments make no sense.
`;

const isHelp = (argument: string | undefined): boolean =>
  argument === '--help' || argument === '-h';

/**
 * Runs the command that the arguments name.
 *
 * @returns Exit code.
 */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (isHelp(name)) {
    io.out(USAGE);
    return 0;
  }
  const entry = COMMANDS.get(name ?? '');
  if (!entry) {
    io.err(name === undefined ? USAGE : `There is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  const command = await entry.load();
  if (args.some(isHelp)) {
    io.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    io.err(`spass-widgets ${name}: ${message}${isUsage ? `\n\n${command.usage}` : ''}`);
    return isUsage ? 2 : 1;
  }
}
