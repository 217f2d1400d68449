#!/usr/bin/env node
// Executable of `npx spass-widgets`.
import {readFile} from 'node:fs/promises';
import {buffer, text} from 'node:stream/consumers';
import {run} from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  out: result => void process.stdout.write(result),
  err: line => void process.stderr.write(`${line.trimEnd()}\n`),
  read: path => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
  bytes: path => (path === '-' ? buffer(process.stdin) : readFile(path)),
});
