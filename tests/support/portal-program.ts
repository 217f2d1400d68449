import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Arguments of Node for `spass-portal`, in the root folder. */
export const SPASS_PORTAL = ['--import', 'tsx', 'portal/src/main.ts'];
/** Arguments of Node for the server of `npm start`. */
export const SERVE_DEMO = [...SPASS_PORTAL, 'serve', 'demo/data', '--demo'];

/** Starts `spass-portal` as a process on any free port of this machine. */
export const spawnPortal = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess =>
  spawn(process.execPath, [...SPASS_PORTAL, ...args], {
    cwd: root,
    env: {...process.env, HOST: '127.0.0.1', PORT: '0', ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Returns the address that the process prints first; rejects if it ends before. */
export const printedUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', () => reject(new Error(`The server ended: ${said}`)));
    createInterface({input: child.stdout!}).once('line', resolve);
  });

/** Returns the exit code and the messages of a process. */
export async function exitOf(child: ChildProcess) {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return {code, signal, said};
}
