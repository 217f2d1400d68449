// A program that is killed at its n-th act on the disk: `dying-program.ts <folder> <n> <before|within|after>`. It
// prints what it was promised, a line each.
import {actOn, type Death, dyingDisk} from './dying-disk.js';

const [folder = '', last = '', death = ''] = process.argv.slice(2);
const disk = dyingDisk(Number(last), death as Death, () => process.kill(process.pid, 'SIGKILL'));
await actOn(folder, disk, promise => process.stdout.write(`${promise}\n`));
