import type {Page} from 'playwright-core';

export interface StoryEntry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  /** Path of the story file, relative to the repository: `./stories/agenda.stories.ts`. */
  readonly importPath: string;
}
export interface StoryIndex {
  readonly entries: Readonly<Record<string, StoryEntry & {readonly type: string}>>;
}
export function storiesOf(index: StoryIndex): {stories: StoryEntry[]; docs: StoryEntry[]};
export function readStories(): {stories: StoryEntry[]; docs: StoryEntry[]};
export function serveStories(): Promise<{readonly url: string; close(): Promise<void>}>;
export function openStory(page: Page, url: string, story: {readonly id: string}): Promise<void>;
