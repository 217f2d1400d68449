import {css} from 'lit';

/** Styles of the key of a printed map: entries with their numbers and grid squares, in groups, and entries of a directory. */
export const printKeyStyles = css`
  @media print {
    /* Rows, not columns: Chromium lets columns that go on overleaf overflow, and shrinks the whole page. */
    .key-group ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
      gap: 0.375em 1.5em;
    }
    .key-name {
      border-block-end: 1px solid var(--_line);
      padding-block-end: 0.25em;
      margin-block-end: 0.5em;
      font-weight: 700;
      font-size: 0.875em;
      letter-spacing: 0.05em;
      break-after: avoid;
    }
    .key-group + .key-group {
      margin-block-start: 1em;
    }
    .key-entry {
      display: grid;
      grid-template-columns: 1.75em minmax(0, 1fr) auto;
      gap: 0 0.5em;
      align-content: start;
      break-inside: avoid;
    }
    .key-title {
      font-family: var(--_heading-font);
      font-weight: 600;
      line-height: 1.3;
    }
    :is(.key-facts, .key-shared, .key-square) {
      color: var(--_muted);
    }
    .key-shared {
      margin-block-end: 0.5em;
      &::first-letter {
        text-transform: uppercase;
      }
    }
    .key-square {
      grid-area: 1 / 3;
      align-self: end;
      font-size: 0.875em;
      line-height: 1.45;
    }
    /* The square is beside the facts: the title has the whole width. */
    .key-entry:has(.key-facts:not(:empty)) > div {
      grid-area: 1 / 2 / 2 / -1;
      > .key-facts {
        padding-inline-end: 2em;
      }
    }
    .on-paper .actor {
      padding-block: 0.375em;
    }
    .key-mark {
      inline-size: 1.75em;
      block-size: 1.75em;
    }
  }
`;
