// Program that is killed at the n-th disk write: `crashing-program.ts <folder> <n> <before|within|after>`. Prints each
// confirmation on a line.
import {runScenario, type CrashPoint, crashingDisk} from './crashing-disk.js';

const [folder = '', last = '', crashPoint = ''] = process.argv.slice(2);
const disk = crashingDisk(Number(last), crashPoint as CrashPoint, () =>
  process.kill(process.pid, 'SIGKILL'),
);
await runScenario(folder, disk, promise => process.stdout.write(`${promise}\n`));
