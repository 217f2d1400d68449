import {printable} from '../../../src/tools/messages/diagnostic.js';
import {runArchive} from './archive/archive-command.js';
import {type CommandIo, runNew, runPublish} from './commands.js';
import {sentenceOf} from './command-line.js';

const io: CommandIo = {
  out: line => console.log(line),
  err: line => console.error(printable(line)),
};

/** Runs a command that writes files, and ends the process unless a preview is open. */
export async function runCommand(
  command: 'new' | 'publish' | 'archive',
  args: readonly string[],
): Promise<void> {
  try {
    if (command !== 'publish') {
      await (command === 'new' ? runNew : runArchive)(args, io);
      return;
    }
    const stop = await runPublish(args, io);
    if (!stop) return;
    const end = (): void => {
      void stop().then(() => process.exit(0));
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    io.err(sentence);
    process.exitCode = 1;
  }
}
