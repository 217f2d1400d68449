import {css} from 'lit';

/** Styles of cards on paper: rows or columns that end where the sheet ends, without reserved blanks. */
export const cardsPrintStyles = css`
  @media print {
    .card {
      break-inside: avoid;
    }
    /* Whole, with all of its names, also beside a text that is higher. */
    .card > .cover {
      align-self: start;
      min-block-size: 0;
      container: cover / inline-size;
    }
    /* Names of a narrow one would cover it. */
    @container cover (width < 50mm) {
      .cover :is(text, .bar) {
        display: none;
      }
    }
    /* No reserved blank on paper, nor a cover that is not drawn yet. */
    .card.card::before {
      content: none;
    }
    span.cover:empty {
      display: none;
    }
    .card:has(> span.cover:empty) {
      --_areas: initial;
    }
    @container (30em <= width < 52em) {
      .grid > :only-child {
        --_beside: 100%;
        --_areas: var(--_side);
      }
    }
    /* Few cards fill the width of a sheet. */
    .cards.grid:not(.group *) {
      grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
    }
    .group > p {
      break-after: avoid;
    }
    /* More than three cards are rows on A4, and more than four on A3: cards of a quarter of its width are high. */
    @container (640px <= width < 1200px) {
      .cards.grid.grid.grid:has(> :nth-child(4)) {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
        > * {
          grid-column: auto;
          padding-block: 0.75em;
          border-block-end: 1px solid var(--_line);
          --_beside: 0%;
          --_areas: 'cover . mark . facts' max-content 'cover . title . facts' max-content
            'cover . text . facts' 1fr / 9em 1.25em minmax(0, 1fr) 1.25em 14em;
        }
        .card {
          border: 0;
          background: none;
        }
        .card > :not(.cover, .text) {
          margin-block: 0;
        }
        .facts {
          align-self: start;
        }
      }
      /* Chromium would end the sheet below the line at the top of a list, with its heading. */
      .cards.list {
        border-block-start: 0;
        > :first-child {
          border-block-start: 1px solid var(--_line);
        }
      }
    }
    @container (width >= 1200px) {
      /* All cards of a sheet of A3 are of one width, but three that fill a line. */
      .cards.grid.grid.grid {
        grid-template-columns: repeat(4, minmax(0, 1fr));
        column-gap: 1em;
      }
      .cards.grid:not(.group *):has(> :nth-child(2)):not(:has(> :nth-child(4))) {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      /* One has its cover at the side, and half of the sheet. */
      .cards.grid.grid.grid:has(> :only-child) {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        > * {
          grid-column: auto;
        }
      }
      .cards.grid.grid.grid.grid:has(> :nth-child(5)) {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 0 4em;
        > * {
          grid-column: auto;
          padding-block: 0.75em;
          border-block-end: 1px solid var(--_line);
          --_beside: 0%;
          --_areas: 'cover . mark . facts' max-content 'cover . title . facts' max-content
            'cover . text . facts' 1fr / 9em 1.25em minmax(0, 1fr) 1.25em 14em;
        }
        .card {
          border: 0;
          background: none;
        }
        .card > :not(.cover, .text) {
          margin-block: 0;
        }
        .facts {
          align-self: start;
        }
      }
      /* The name and the text of a group are beside its cards. */
      .group:not(:has(.grid > :nth-child(5))) {
        display: grid;
        grid-template: auto 1fr / 15em minmax(0, 1fr);
        column-gap: 2em;
        break-inside: avoid;
        /* The last of its row would keep the group with the next one. */
        > :is(.title, p) {
          break-after: auto;
        }
        > .cards {
          grid-area: 1 / 2 / 3;
          margin-block-start: 0;
        }
      }
    }
    .group + .group {
      margin-block-start: 1.5em;
    }
    /* Chromium would move all rows of the grid to the next sheet, to keep the foot with them. */
    .body:has(.grid) ~ .foot {
      break-before: auto;
    }
  }
`;
