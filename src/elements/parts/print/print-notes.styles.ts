import {css} from 'lit';

/** Styles of numbered links and of the foot of the page. */
export const printNotesStyles = css`
  /* Its rules depend on the width of the sheet in Firefox (see useSheetQueries). */
  @supports (-moz-appearance: none) {
    @media print {
      .root {
        container-type: normal;
      }
      /* It divides the cards and rows of a widget in a grid. */
      .spass-grid {
        display: block !important;
      }
      /* Nor does it keep a heading with what follows it: the room of both. */
      :is(.name, .group, .chapter) > .title {
        break-inside: avoid;
      }
      :is(.name, .group, .chapter) > .title::after {
        content: '';
        display: block;
        block-size: 9em;
        margin-block-end: -9em;
      }
      /* In a flex container, that room would stay white. */
      .group > .title {
        display: block;
        > .small {
          float: inline-end;
        }
      }
    }
  }
  @media not print {
    .print-foot {
      display: none;
    }
  }
  @media print {
    .on-paper a[data-note]::after {
      content: '\\2009[' attr(data-note) ']';
      font-size: clamp(6pt, 0.7em, 8pt);
      vertical-align: 0.3em;
      font-weight: 400;
      line-height: 0;
      color: var(--_muted);
      white-space: nowrap;
    }
    /* Its number marks a link: on paper, underlined titles would outweigh the headings. */
    .on-paper a[data-note] {
      text-decoration: none;
    }
    .on-paper .within a[data-note]::after {
      color: inherit;
    }
    /* Not alone on a sheet. After columns, Chromium would move all of them with it. */
    @media (width < 1200px) {
      :host(.spass-foot) {
        break-before: avoid;
      }
    }
    .notes > .key-name {
      break-after: avoid;
    }
    .print-foot > .notes {
      margin-block-start: 1em;
    }
    /* Lines that overlap the end of a sheet would be followed by a blank one. */
    .foot-end {
      display: grid;
      gap: 0.5em 2em;
      margin-block-start: 0.5em;
      padding-block-end: 2px;
      break-inside: avoid;
      /* Its addresses go on from those above it. */
      .notes + & {
        margin-block-start: 0;
      }
      > .foot {
        margin: 0;
        /* Its statement is beside it. */
        > .funding {
          display: none;
        }
      }
      > .support {
        flex-wrap: nowrap;
        margin: 0;
        font-size: 9pt;
        /* The emblem is 10 mm high at least. */
        > .emblem {
          block-size: 12mm;
        }
        > span {
          flex: 0 1 auto;
        }
      }
      /* Beside the cartouche they end where it ends. */
      > .foot {
        align-self: end;
      }
    }
    /* As small as notes of a book. */
    .notes ol {
      columns: 2;
      column-gap: 2em;
      font-size: 7pt;
      line-height: 9pt;
      font-variant-numeric: tabular-nums;
    }
    .notes li {
      break-inside: avoid;
      padding-inline-start: 2em;
      text-indent: -2em;
      overflow-wrap: anywhere;
      > b {
        display: inline-block;
        min-inline-size: 2em;
        text-indent: 0;
      }
    }
    /* Credits beside the cartouche, which has the corner, and a statement of funding above them; addresses above all. */
    @container (width >= 36em) {
      .foot-end {
        grid-template-columns: minmax(0, 1fr) minmax(0, 26em);
        > * {
          grid-column: 1;
        }
        > .notes {
          grid-column: 1 / -1;
        }
      }
      .cartouche.cartouche {
        grid-area: 1 / -2 / span 4;
      }
      .notes ~ .cartouche.cartouche {
        grid-row: 2 / span 4;
      }
      .cartouche.cartouche:only-child {
        grid-column: 1 / -1;
      }
      /* A few have room beside the cartouche. */
      .few:not(:has(> .support)) {
        > .notes {
          grid-column: 1;
        }
        > .notes ~ .cartouche.cartouche {
          grid-row: 1 / span 4;
        }
      }
    }
    .cartouche {
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr) auto;
      place-self: end;
      inline-size: min(100% - 1px, 30em);
      /* At the edge of the sheet, Chromium cuts the border. */
      margin-inline-end: 1px;
      border: 1.25px solid var(--_ink);
    }
    .cartouche > :not(.qr-code) {
      grid-column: 1;
      border-inline-end: 1px solid var(--_ink);
    }
    .cartouche-title {
      padding: 0.5em 0.75em;
      border-block-end: 1px solid var(--_ink);
      /* Not the shorthand: without a font of the skin it would be invalid. */
      font-family: var(--_heading-font);
      font-weight: 650;
      font-size: 1.25em;
      line-height: 1.2;
      text-wrap: balance;
    }
    .cartouche dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-content: center;
      gap: 0.25em 0.75em;
      padding: 0.375em 1em;
    }
    .cartouche :is(dt:has(+ :empty), dd:empty) {
      display: none;
    }
    .cartouche dt {
      color: var(--_muted);
    }
    .cartouche dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .cartouche .qr-code {
      grid-area: 1 / 2 / 3;
      align-self: center;
      /* Its white would cover the line before it. */
      margin-inline-start: 1px;
      inline-size: 24mm;
      block-size: 24mm;
    }
    @container (width < 880px) {
      .few:not(:has(> .support)) > .notes > ol {
        columns: 1;
      }
    }
    @container (width >= 880px) {
      .notes > ol {
        columns: 3;
      }
      /* The statement below its emblem, between addresses and cartouche: the foot is hardly higher than this. */
      .foot-end.foot-end {
        grid-template-columns: minmax(0, 1fr) auto 30em;
        > :is(.notes, .foot) {
          grid-column: 1;
        }
        > .support {
          grid-column: 2;
          flex-direction: column;
          gap: 0.5em;
          align-items: flex-start;
          align-self: end;
          inline-size: 15em;
        }
        > .cartouche {
          grid-row: 1 / span 4;
        }
      }
    }
  }
`;
