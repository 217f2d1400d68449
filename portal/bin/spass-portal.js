#!/usr/bin/env node
// Executable of `npx spass-portal`: the built server, or its sources in a clone of the repository.
import {existsSync} from 'node:fs';

if (existsSync(new URL('../dist/main.js', import.meta.url))) await import('../dist/main.js');
else {
  const {tsImport} = await import('tsx/esm/api');
  await tsImport('../src/main.ts', import.meta.url);
}
