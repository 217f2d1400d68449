import type {ChildProcess} from 'node:child_process';
import {createServer} from 'node:net';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Resolves when a program prints a text; rejects if it exits before. */
export const waitForOutput = (program: ChildProcess, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [program.stdout, program.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (output.includes(text)) resolve();
      });
    }
    program.once('error', reject);
    program.once('exit', code => reject(new Error(`ended with ${code ?? 'a signal'}: ${output}`)));
  });

export const stopProcess = (program: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (program.exitCode !== null || program.signalCode !== null) resolve();
    else program.once('exit', () => resolve()).kill('SIGTERM');
  });
