import {css} from 'lit';

/** Styles of the key of a printed map: entries with their numbers and grid squares, in groups, and entries of a directory. */
export const printKeyStyles = css`
  @media print {
    .paper .spass-map {
      /* Computed from the colour of the text, it is dark around names that Firefox prints (seen in 153). */
      --_map-paper: var(--spass-surface, #fff);
    }
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

/** Styles of cards on paper that depend on the width of the sheet; those for any width are with the cards. */
export const printCardsStyles = css`
  @media print {
    .on-paper .index > ul {
      columns: 4 14em;
    }
    /* On A4 the text of the lead is beside its cover: the index is on the sheet of the cards. */
    @container (640px <= width < 1200px) {
      .on-paper .front {
        gap: 1.25em 1.5em;
        .lead {
          grid-template:
            'cover . mark' max-content
            'cover . title' max-content
            'cover . text' max-content
            'cover . facts' 1fr / 3fr 1.5em 2fr;
          > .cover {
            align-self: start;
          }
        }
      }
      .on-paper .entry.card {
        padding-block: 0.5em;
      }
    }
    @container (width >= 1200px) {
      .on-paper .une:not(:has(.index li:nth-child(9))) > .index > ul {
        columns: auto;
      }
      /* Two of them are as high as the lead: lower, they leave the sheet to what follows. */
      .on-paper .front > :nth-child(n + 2) .cover {
        aspect-ratio: 5 / 2;
      }
      /* Rows are in two columns: facts at the end of the sheet would be far from their names. */
      .on-paper .cards.list {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        column-gap: 4em;
        .card {
          grid-template:
            'cover . mark' max-content
            'cover . title' max-content
            'cover . text' max-content
            'cover . facts' 1fr / 12em 1.25em 1fr;
          > .facts {
            text-align: start;
          }
        }
      }
      /* Rows of four would be as high as half a sheet. */
      .on-paper .group .cards.grid.grid.grid:has(> :nth-child(5)) {
        grid-template-columns: repeat(5, minmax(0, 1fr));
      }
      .on-paper .group .cards.grid.grid.grid:has(> :nth-child(6):last-child) {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
  }
`;
