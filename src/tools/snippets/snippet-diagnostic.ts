/** Problem in a pasted snippet, independent of the language of its message. */
export type SnippetDiagnostic =
  /** No widget found. */
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
  /** Parameter that is given more than once: a frame shows nothing, a CMS uses the last one. */
  | {readonly what: 'repeated'; readonly got: string}
  /** Relative URL of data, whose meaning depends on the page. */
  | {readonly what: 'relativeAddress'; readonly got: string}
  /** Script URL with a mutable version, such as `latest` or `main`. */
  | {readonly what: 'movingAddress'; readonly got: string}
  /** Script without `integrity`. */
  | {readonly what: 'noHash'}
  /** Curly quotes or doubly escaped entities, inserted by an editor. */
  | {readonly what: 'mangled'}
  /** More than one widget; only the first is read. */
  | {readonly what: 'several'; readonly count: number};
