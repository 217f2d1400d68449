/** Writes a folder for any static server: the demo, the guide, the configurator and the Storybook. */
export function writeSite(out: string, options?: {readonly hasStorybook?: boolean}): Promise<void>;
