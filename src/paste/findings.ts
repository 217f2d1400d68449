/** What is wrong with a snippet that was pasted, in words that do not depend on a language. */
export type SnippetFault =
  /** Nothing of ours is in it. */
  | {readonly what: 'nothing'}
  | {readonly what: 'unknownWidget'; readonly got: string; readonly meant?: string | undefined}
  | {
      readonly what: 'unknownAttribute';
      readonly got: string;
      readonly meant?: string | undefined;
    }
  | {
      readonly what: 'badValue';
      readonly attribute: string;
      readonly got: string;
      readonly meant?: string | undefined;
      readonly expected: string;
    }
  /** An address of data that means something on the page it is pasted into alone. */
  | {readonly what: 'relativeAddress'; readonly got: string}
  /** Its address changes under the site's feet: `latest`, `main`. */
  | {readonly what: 'movingAddress'; readonly got: string}
  /** The script has no `integrity`. */
  | {readonly what: 'noHash'}
  /** Curly quotes, entities written twice: what an editor did to it. */
  | {readonly what: 'mangled'}
  /** More than one widget; the first is taken. */
  | {readonly what: 'several'; readonly count: number};
