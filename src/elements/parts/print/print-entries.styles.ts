import {css} from 'lit';

/** Styles of the key of a printed map: entries with their numbers and grid squares, in groups, and entries of a directory. */
export const printKeyStyles = css`
  @media print {
    .paper .spass-map {
      /* Computed from the colour of the text, it is dark around names that Firefox prints (seen in 153). */
      --_map-paper: var(--spass-surface, #fff);
    }
    .key {
      font-size: 0.9375em;
      columns: 14em;
      column-gap: 20px;
    }
    .key-name {
      border-block-end: 1px solid var(--_line);
      padding-block-end: 0.25em;
      margin-block-end: 0.5em;
      font-weight: 700;
      font-size: 0.875em;
      letter-spacing: 0.05em;
      break-after: avoid;
      column-span: all;
    }
    :is(.key-group + .key-group, .key-rest) {
      margin-block-start: 0.75em;
    }
    .key-entry {
      display: grid;
      grid-template-columns: 1.75em minmax(0, 1fr) auto;
      gap: 0 0.5em;
      align-content: start;
      padding-block-end: 0.375em;
      break-inside: avoid;
    }
    .key-title {
      font-family: var(--_heading-font);
      font-weight: 600;
      line-height: 1.3;
      /* No number alone on its last line. */
      text-wrap: pretty;
    }
    :is(.key-facts, .key-shared, .key-square) {
      color: var(--_muted);
    }
    .key-shared {
      column-span: all;
      margin-block-end: 0.5em;
      &::first-letter {
        text-transform: uppercase;
      }
    }
    .key-square {
      grid-area: 1 / 3;
      font-size: 0.875em;
    }
    /* The square is on the last line: beside facts, the title has the whole width. */
    .key-entry > :is(div, .key-square) {
      align-self: last baseline;
    }
    .key-entry:has(.key-facts:not(:empty)) > div {
      grid-area: 1 / 2 / 2 / -1;
      > .key-facts {
        padding-inline-end: 2em;
      }
    }
    /* Nobody looks for these on the map. */
    .key-group.unnumbered {
      .key-title {
        font: inherit;
      }
      .key-entry > div {
        align-self: start;
        line-height: 1.3;
        > * {
          display: inline;
          line-height: inherit;
          margin-inline-end: 0.375em;
        }
        /* Years stay on one line. */
        > .key-facts {
          display: inline-block;
        }
      }
      .key-mark {
        block-size: 1.3em;
      }
    }
    .on-paper .actor {
      padding-block: 0.5em;
      &::before {
        margin-block-start: -0.5em;
      }
    }
    /* Its number has 6 pt at least. */
    .key-mark {
      inline-size: max(1.75em, 14.5pt);
      block-size: max(1.75em, 14.5pt);
    }
  }
`;

/** Styles of lists of records on paper. */
export const printListStyles = css`
  @media print {
    /* Also the first one of a list without controls, which has no line above it on the screen. */
    .on-paper .list.list .row > * {
      padding-block: 0.5em;
    }
    /* On the line of the facts before it: nobody touches it. */
    .on-paper .file {
      min-block-size: 0;
      padding: 0;
    }
    .on-paper .list:has(> .row) {
      border-block-start: 1px solid var(--_line);
    }
    /* Not alone on a sheet, nor in a column. */
    .on-paper .list > .row:nth-child(n + 3):last-child {
      break-before: avoid;
    }
    /* A list of one row is not alone on a sheet. */
    .on-paper:has(.list > .row:only-child) {
      break-before: avoid;
    }
    /* A title without a text beside it has the whole width. */
    .on-paper .row > :not(:has(> .about > *)) > .title {
      grid-area: 1 / 2 / auto / -1;
    }
    .on-paper .chapter > :is(.title, p) {
      break-after: avoid;
    }
    .on-paper .rest {
      break-before: avoid;
      margin-block-start: 0.5em;
      padding-block-start: 0;
    }
    /* As rows of a table. */
    .on-paper .latest:not(.omitted) {
      display: block;
      > ul > li {
        padding-block: 0.25em;
      }
      /* Its room for a finger. */
      a {
        padding: 0;
      }
    }
    .on-paper .day {
      padding-block: 0.625em;
    }
    /* Its last line would be at the top of the next sheet or column. */
    .on-paper .latest {
      break-inside: avoid;
    }
    /* A short chapter is whole. In columns, Chromium would move all of them to the next sheet. */
    @container (width < 1200px) {
      .on-paper .chapter:not(:has(.row:nth-child(4))) {
        break-inside: avoid;
      }
    }
    /* Three rows at least are on each sheet of a list. */
    @media (width < 1200px) {
      .on-paper .list > .row:nth-child(-n + 2) {
        break-after: avoid;
      }
      .on-paper .list > .row:nth-child(n + 3):nth-last-child(-n + 2) {
        break-before: avoid;
      }
    }
    /* Nor fewer than two rows of cards side by side, or three below each other, of a list that is longer. */
    .on-paper .cards > :nth-child(n + 5):nth-last-child(-n + 2) {
      break-before: avoid;
    }
    @container (width >= 1200px) {
      /* One column would leave half of a wide sheet white. Not columns: Chromium leaves the second one empty overleaf. */
      .on-paper .list:has(> .row) {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        column-gap: 4em;
      }
      .on-paper .list:has(> .chapter) {
        display: block;
        columns: 2;
        column-gap: 4em;
      }
      /* Lines are not divided: Chromium would set a row of the second sheet over the next one, and leave a column empty. */
      .on-paper .chapter .row {
        display: inline-grid;
        vertical-align: top;
        inline-size: 100%;
      }
      /* Chromium needs ten seconds for a grid of two hundred rows. */
      .on-paper .list:has(> .row:nth-child(41)) {
        display: block;
        > .row {
          display: inline-block;
          vertical-align: top;
          /* The space between two rows is less than what is left. */
          inline-size: calc(50% - 2.25em);
        }
        > .row:nth-child(odd) {
          margin-inline-end: 4em;
        }
      }
    }
  }
`;

/** Styles of cards on paper that depend on the width of the sheet; those for any width are with the cards. */
export const printCardsStyles = css`
  @media print {
    /* No word is broken in its columns. */
    .on-paper .index > ul {
      columns: 3 14em;
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
            'cover . facts' 1fr / 1fr 1.5em 1fr;
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
      .on-paper .card.lead > .text.text {
        font-size: 1.25em;
      }
      /* Two of them are as high as the lead. */
      .on-paper .front:has(> :nth-child(2)) {
        grid-template-columns: 2.5fr 1fr;
        > :nth-child(2) {
          padding-block-end: 0.75em;
        }
        > :nth-child(3)::before {
          margin-block-end: 0.75em;
        }
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
        }
      }
    }
  }
`;
