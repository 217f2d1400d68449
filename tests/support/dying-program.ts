// Program that is killed at the n-th disk write: `crashing-program.ts <folder> <n> <before|within|after>`. Prints each
// confirmation on a line.
import {actOn, type Death, dyingDisk} from './dying-disk.js';

const [folder = '', last = '', death = ''] = process.argv.slice(2);
const disk = dyingDisk(Number(last), death as Death, () => process.kill(process.pid, 'SIGKILL'));
await actOn(folder, disk, promise => process.stdout.write(`${promise}\n`));
