/** Examples by tag. */
export const EXAMPLES: Readonly<Record<string, object>>;
