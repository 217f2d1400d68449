import {mkdir, open, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Folders that this very program holds: two servers in one process would share a number. */
const held = new Set<string>();

/**
 * Sees to it that one program only writes to a folder; one that was killed doesn't hold it any more.
 * @throws {Error} when another does.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, {recursive: true, mode: 0o700});
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      held.add(folder);
      return async () => {
        held.delete(folder);
        await rm(path, {force: true});
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(await readFile(path, 'utf8').catch(() => ''));
      if (pid && (pid === process.pid ? held.has(folder) : isAlive(pid))) break;
      await rm(path, {force: true});
    }
  }
  throw new Error(`Another server keeps its contributions in ${folder}.`);
}
