import type {Page} from 'playwright-core';

export interface Told {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}
export function readStories(): {stories: Told[]; docs: Told[]};
export function serveStories(): Promise<{readonly url: string; close(): Promise<void>}>;
export function openStory(page: Page, url: string, story: {readonly id: string}): Promise<void>;
