import {join, resolve} from 'node:path';
import {FolderError} from './api/read-folder.js';
import {TOKEN_FILE} from './contributions/contribution-service.js';
import {DamagedDatabaseError} from './contributions/database.js';
import {serve} from './serve.js';
import {parseSettings, settingsHelp, SettingsError} from './settings.js';

const HELP = `Usage: spass-portal <command> [options]

  new <folder>      creates a folder with an example workbook
  publish <folder>  builds a site from a folder, as files for any static server
  archive <URL or folder>
                    archives a portal in a folder that opens without a server
  serve <folder>    serves the portal API from a folder, and accepts contributions

"spass-portal <command> --help" describes the options of a command.`;

const SERVE_HELP = `Usage: spass-portal serve <folder> [options]

Serves the portal API from a folder of JSON, CSV, GeoJSON, workbook, calendar or feed files, accepts contributions,
and serves the files of the widgets.

Each option is a flag or an environment variable: --public-url or PUBLIC_URL.

${settingsHelp()}`;

function exitWith(message: string, code = 1): never {
  console.error(message);
  process.exit(code);
}

const [command, ...args] = process.argv.slice(2);
if (command === '--help' || command === '-h') {
  console.log(HELP);
  process.exit(0);
}
if (command === 'new' || command === 'publish' || command === 'archive') {
  const {runCommand} = await import('./publish/run-command.js');
  await runCommand(command, args);
} else if (command !== 'serve')
  exitWith(`${command ? `There is no command "${command}".\n\n` : ''}${HELP}`, 2);

/** Returns the sentence for an error that the operator can correct; throws any other. */
function describeError(error: unknown, port: number): string {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use: set another, as in PORT=4174.`;
  const isExpected = [SettingsError, FolderError, DamagedDatabaseError].some(
    Expected => error instanceof Expected,
  );
  return isExpected ? message : `The server cannot start: ${message}`;
}

async function runServe(): Promise<void> {
  let port = 0;
  try {
    const {folder, isHelp, settings} = parseSettings(args, process.env);
    if (isHelp) {
      console.log(SERVE_HELP);
      process.exit(0);
    }
    if (folder === undefined) throw new SettingsError(`Which folder is served?\n\n${SERVE_HELP}`);
    ({port} = settings);
    const server = await serve(resolve(folder), settings);
    console.log(server.url);
    if (settings.dataDir !== undefined && settings.moderationPassword === undefined)
      console.log(
        `${server.url}moderation/ opens with the password in ${join(settings.dataDir, TOKEN_FILE)}`,
      );
    const stop = (): void => {
      void server.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    exitWith(describeError(error, port));
  }
}

if (command === 'serve') await runServe();
