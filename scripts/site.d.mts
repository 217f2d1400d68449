/** Writes a folder that any static server serves: the demo, the guide, the configurator, and the Storybook. */
export function writeSite(out: string, options?: {readonly hasStorybook?: boolean}): Promise<void>;
