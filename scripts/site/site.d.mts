/** Writes a folder for any static server: the demo, its records as a portal, the guide, the configurator and the Storybook. */
export function writeSite(
  out: string,
  options?: {
    readonly hasStorybook?: boolean;
    readonly hasPortal?: boolean;
    /** Address of the site, for the feeds and the lines to copy of the published portal. */
    readonly base?: string;
  },
): Promise<void>;
/** Publishes the records of the demo in a folder. */
export function publishDemo(out: string, base?: string): Promise<void>;
