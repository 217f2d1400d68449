import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {TOKEN_FILE} from './contributions/contribution-service.js';
import {startServer} from './server.js';
import {projectFolder} from './static-files.js';

const {PORT = '4173', HOST = '127.0.0.1', CONTRIBUTIONS} = process.env;
/** Folder of the contributions. With port 0 it is temporary and removed when the server stops. */
const folder =
  CONTRIBUTIONS ??
  (PORT === '0'
    ? undefined
    : fileURLToPath(new URL(`.cache/contributions-${PORT}`, projectFolder)));

function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}

if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
  exitWith(`PORT is ${JSON.stringify(PORT)}, but should be a number from 0 to 65535.`);

const server = await startServer({
  port: Number(PORT),
  host: HOST,
  ...(folder ? {contributions: folder} : {}),
}).catch((error: unknown) => {
  const {code, message} = error as NodeJS.ErrnoException;
  return exitWith(
    code === 'EADDRINUSE'
      ? `Port ${PORT} is in use: set another, as in PORT=4174.`
      : `The server cannot start: ${message}`,
  );
});
console.log(server.url);
if (folder)
  console.log(`${server.url}moderation/ opens with what is in ${join(folder, TOKEN_FILE)}`);

const stop = (): void => {
  void server.close().then(() => process.exit(0));
};
process.once('SIGINT', stop).once('SIGTERM', stop);
