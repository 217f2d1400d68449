import {css} from 'lit';

/** Styles of numbered links, of the years of a time axis, which are printed on each page, and of the foot of the page. */
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
      /* Firefox prints gradients with hard ends from edge to edge (seen in 153). */
      .parts > li {
        background: none;
      }
    }
  }
  @media not print {
    .scale-head,
    .print-foot {
      display: none;
    }
  }
  @media print {
    .on-paper a[data-note]::after {
      content: '\\2009[' attr(data-note) ']';
      font-size: min(0.7em, 8pt);
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
    @container (width >= 40em) {
      /* The room of its first rows: Chromium would leave the years alone at the end of a sheet. */
      .scale-room {
        block-size: 4.5em;
        margin-block-end: -4.5em;
        contain: size;
      }
      /* Below a single short row it would make the columns of a page higher. */
      .scale-room:has(+ .frame :is(.generation:nth-child(2), .bars > :nth-child(4))) {
        block-size: 11em;
        margin-block-end: -11em;
      }
      .scale-room:has(+ .frame .generation:nth-child(3)) {
        block-size: 17em;
        margin-block-end: -17em;
      }
      /* It would keep all rows with itself, on the next sheet. */
      .body:has(.scale-head) ~ .foot {
        break-before: auto;
      }
      /* One that may be higher than a sheet would leave an empty frame. */
      .generation:has(.bars > :nth-child(12)) {
        break-inside: auto;
      }
      .frame:has(> .scale-head) {
        display: table;
        inline-size: 100%;
        /* Chromium would make columns around it as high as if its lines could be divided. */
        orphans: 1;
        widows: 1;
      }
      .frame > .scale-head {
        display: table-header-group;
        break-inside: avoid;
      }
      .scale-head > .scale {
        position: relative;
        inset: 0;
        block-size: 2.234375em;
        margin-inline: var(--_label) 1em;
      }
      .frame:has(> .scale-head) > .rows {
        display: table-row-group;
      }
      /* The lines are those of the axis behind the rows, its years those of the head. */
      .frame:has(> .scale-head) > .scale span {
        visibility: hidden;
      }
      .frame:has(> .scale-head) > .scale span::after {
        visibility: visible;
      }
      .scale-head :is(i, span::after) {
        display: none;
      }
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
        font-size: 11pt;
        /* The emblem is 10 mm high at least. */
        > .emblem {
          block-size: 12mm;
        }
      }
    }
    /* Addresses and credits beside the cartouche, which has the corner; a statement of funding is beside it below them. */
    @container (width >= 36em) {
      .foot-end {
        grid-template: repeat(3, auto) 1fr / repeat(2, minmax(0, 1fr));
        > * {
          grid-column: 1;
        }
        &:has(> .support) {
          grid-template-columns: minmax(0, 1fr) minmax(0, 30em);
        }
        > .support:first-child {
          grid-row: 3;
        }
        > .support ~ :is(.notes, .foot) {
          grid-area: 1 / 1 / auto / -1;
        }
        > .support ~ .foot {
          grid-row: 2;
        }
      }
      .cartouche.cartouche {
        grid-area: 1 / -2 / span 4;
      }
      .support ~ .cartouche.cartouche {
        grid-row: 3 / span 4;
      }
      .cartouche.cartouche:only-child {
        grid-column: 1 / -1;
      }
    }
    /* As small as notes of a book, and one after the other: lines of their own would need another sheet. */
    .notes ol {
      font-size: 7pt;
      line-height: 1.35;
      font-variant-numeric: tabular-nums;
    }
    .notes li {
      display: inline;
      margin-inline-end: 0.75em;
      overflow-wrap: anywhere;
    }
    /* So many are found in columns only. Rows of them: Chromium cuts columns that go on overleaf. */
    .notes:has(li:nth-child(60)),
    .notes:has(li:nth-child(60)) + .foot-end {
      li {
        display: inline-block;
        vertical-align: top;
        inline-size: max(25% - 1em, 16em);
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
    @container (width >= 880px) {
      .foot-end {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .foot-end:has(> .support) {
        grid-template-columns: 26em minmax(0, 1fr) auto;
        > :is(.notes, .foot) {
          grid-area: auto / 2;
        }
        > :is(.notes, .support:first-child) {
          grid-row: 1;
        }
      }
      /* The last of them are beside the statement, and begin where these do. */
      .notes:has(+ .foot-end > .support) {
        margin-inline-start: calc(28em / 0.875);
      }
      .foot-end > .cartouche.cartouche {
        grid-row: 1 / span 4;
        inline-size: 30em;
      }
    }
  }
`;
