#!/usr/bin/env node
// Executable of `npx spass-widgets`.
import {readFile} from 'node:fs/promises';
import {buffer, text} from 'node:stream/consumers';
import {run} from './run.js';

process.stdout.on('error', ({code, message}: NodeJS.ErrnoException) => {
  // A reader such as `head` may end before the result.
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`spass-widgets: the result could not be written completely: ${message}\n`);
  process.exit(1);
});

/** Reads a file; an error names it, which Node leaves out for a folder. */
async function readNamed(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw Object.assign(error as Error, {path});
  }
}

process.exitCode = await run(process.argv.slice(2), {
  out: result => void process.stdout.write(result),
  err: line => void process.stderr.write(`${line.trimEnd()}\n`),
  read: async path =>
    path === '-' ? text(process.stdin) : (await readNamed(path)).toString('utf8'),
  bytes: path => (path === '-' ? buffer(process.stdin) : readNamed(path)),
});
