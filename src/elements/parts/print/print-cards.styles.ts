import {css} from 'lit';

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
