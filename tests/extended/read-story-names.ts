import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** Returns every file of stories, with the names of its stories in order. */
export const readStoryNames = (): {file: string; names: string[]}[] =>
  readdirSync(join(root, 'stories'))
    .filter(name => name.endsWith('.stories.ts') && !/^(?:sources|tokens)\./.test(name))
    .sort()
    .map(name => ({
      file: name.replace('.stories.ts', ''),
      names: [
        ...readFileSync(join(root, 'stories', name), 'utf8').matchAll(
          /^export const (\w+): Story/gm,
        ),
      ].map(([, story = '']) => story),
    }));
