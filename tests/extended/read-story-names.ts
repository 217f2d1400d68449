import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import {tagStoryFiles} from '../support/story-files.js';

/** Returns every file of stories about a tag, with the names of its stories in order. */
export const readStoryNames = (): {file: string; names: string[]}[] =>
  tagStoryFiles().map(file => ({
    file,
    names: [
      ...readFileSync(join(root, 'stories', `${file}.stories.ts`), 'utf8').matchAll(
        /^export const (\w+): Story/gm,
      ),
    ].map(([, story = '']) => story),
  }));
