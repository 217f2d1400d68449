import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** Stories that are not about a tag: sources of data, and tools of Storybook for tokens and parts. */
const OTHER_STORIES = ['parts', 'sources', 'tokens'];

/** Returns the names of the story files that are about a tag, without `.stories.ts`. */
export const tagStoryFiles = (): readonly string[] =>
  readdirSync(join(root, 'stories'))
    .filter(name => name.endsWith('.stories.ts'))
    .map(name => name.replace('.stories.ts', ''))
    .filter(name => !OTHER_STORIES.includes(name))
    .sort();

/** Files of the demo that stories name by their address, relative to the repository: `demo/data/emblem-eu.svg`. */
export function storyFiles(): readonly string[] {
  const folder = join(root, 'stories');
  const named = readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/'\/?(demo\/[\w./-]+)/g),
    ])
    .map(([, path = '']) => path);
  // Picture that does not exist.
  return [...new Set(named)].filter(path => existsSync(join(root, path))).sort();
}
