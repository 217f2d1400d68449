/** Returns the tag that the text filter of Drupal must allow, with the attributes of the widgets. */
export function drupalFilter(manifest: object): string;
