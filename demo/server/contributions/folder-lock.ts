import {mkdir, open, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Folders locked by this process: two servers in one process have the same process id. */
const lockedFolders = new Set<string>();

/**
 * Locks a folder for this process. The lock of a process that no longer runs is replaced.
 *
 * @returns Function that releases the lock.
 * @throws {Error} if another process holds the lock.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, {recursive: true, mode: 0o700});
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      lockedFolders.add(folder);
      return async () => {
        lockedFolders.delete(folder);
        await rm(path, {force: true});
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(await readFile(path, 'utf8').catch(() => ''));
      if (pid && (pid === process.pid ? lockedFolders.has(folder) : isRunning(pid))) break;
      await rm(path, {force: true});
    }
  }
  throw new Error(`Another server keeps its contributions in ${folder}.`);
}
