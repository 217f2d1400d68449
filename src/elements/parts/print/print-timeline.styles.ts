import {css} from 'lit';

/** Styles of timelines on paper, where the years of the axis are printed on each sheet, and programmes are whole. */
export const printTimelineStyles = css`
  @supports (-moz-appearance: none) {
    @media print {
      /* Firefox prints gradients with hard ends from edge to edge (seen in 153). */
      .parts > li {
        background: none;
      }
    }
  }
  @media not print {
    .scale-head,
    .scale-key,
    .generation > .scale,
    .continued {
      display: none;
    }
  }
  @media print {
    /* Lines end before the letters. A box behind these would be seen, and cover a part of the next bar. */
    .bar:not(.within) :is(.name, .years) {
      background: none;
      text-shadow: none;
      paint-order: stroke;
      -webkit-text-stroke: 6px #fff;
      stroke-linejoin: round;
    }
    /* Above the lines. A stroke of the second year would cover the end of the first. */
    .bare:is(.early, .late) > .label > .small {
      position: relative;
      inline-size: fit-content;
      background: #fff;
    }
    /* Its line would cover the last letter before it. */
    .bar a[data-note]::after {
      -webkit-text-stroke: 0;
    }
    /* Lines of the axis end before it too. */
    .bar:not(.within) a[data-note]::after {
      background: #fff;
    }
    /* A line to a part that begins far away would be read as a bar. Without it, a label may be beside its bar. */
    .parts > .loose.loose {
      --b: 1;
      background: none;
    }
    .parts.parts:has(> .loose)::before {
      content: none;
    }
    .generation > .scale {
      display: none;
    }
    .scale-key {
      break-inside: avoid;
      .legend {
        gap: 0.25em 1.5em;
      }
    }
    .open-key::before {
      content: '→ ' / '';
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
      /* A high one would leave a part of a sheet white. Three bars at least are on each. */
      .generation:has(.bars > :nth-child(12)) {
        break-inside: auto;
        .bars > * {
          break-inside: avoid;
        }
        .bars > :nth-child(-n + 2) {
          break-after: avoid;
        }
        .bars > :nth-last-child(-n + 2) {
          break-before: avoid;
        }
      }
      .scale-room:has(+ .whole) {
        display: none;
      }
      .frame:has(> .scale-head) {
        display: table;
        inline-size: 100%;
        /* Its rows are as high as its sheet allows (see fitSheets). */
        font-size: calc(0.9375em + 0.375em * (var(--_scale, 1) - 1));
        &.whole {
          break-inside: avoid;
        }
        :is(.bars, .parts) {
          --_height: calc(1.5em * var(--_scale, 1));
        }
        .bars {
          gap: calc(0.1875em * var(--_scale, 1));
        }
        /* Its lines are lower than those of the screen. */
        .bar {
          padding-block: calc(var(--_height) / 2 - 0.675em);
        }
        :not(.bare) > :is(.label, .bars) {
          padding-block: calc(0.375em * var(--_scale, 1));
        }
        /* Chromium would make columns around it as high as if its lines could be divided. */
        orphans: 1;
        widows: 1;
      }
      .frame > .scale-head {
        display: table-header-group;
        break-inside: avoid;
      }
      /* Overleaf, Chromium draws the lines of rows over it. */
      .scale-head > .scale {
        position: relative;
        z-index: 1;
        inset: 0;
        background: #fff;
        block-size: 2.875em;
        margin-inline: var(--_label) 1em;
      }
      .frame:has(> .scale-head) > .rows {
        display: table-row-group;
      }
      /* The lines are those of the rows, the years those of the head. */
      .frame > .scale {
        visibility: hidden;
      }
      .generation.generation {
        position: relative;
      }
      .generation > .scale {
        display: block;
        span {
          font-size: 0;
        }
        :is(i, span::after) {
          inset-block: 0;
        }
      }
      .scale-head span::after {
        display: none;
      }
      /* Below the date of today. */
      .scale-head span {
        line-height: 4.9;
      }
      .scale-head i {
        inset-block: 0 auto;
        display: flex;
        justify-content: center;
        inline-size: 0;
        border: 0;
        color: var(--_today);
        font-size: 0.8125em;
        font-style: normal;
        font-weight: 600;
        line-height: 1.4;
        white-space: nowrap;
      }
      /* Programmes are between lines, also at the end of a sheet. */
      .frame:has(> .scale-head) {
        border: 0;
        background: none;
      }
      .frame > .scale-head,
      .frame:has(> .scale-head) .generation.generation {
        border-block-end: 1px solid var(--_line);
      }
      .frame:has(> .scale-head) .generation.generation {
        border-block-start: 0;
        box-decoration-break: clone;
      }
      /* Over the lines of the axis. */
      .frame:has(> .scale-head) .scale-key {
        grid-column: 1 / -1;
        position: relative;
        margin: 0;
        padding-block: 0.5em;
        border-block-start: 1px solid var(--_line);
        background: #fff;
        /* The last dot of today's line ends a little below it. */
        box-shadow: 0 2px #fff;
      }
      .frame:has(> .scale-head) .generation:has(> .scale-key) {
        border: 0;
        padding-block: 0;
      }
      .bars li:has(> .continued) {
        position: relative;
      }
      .continued {
        position: absolute;
        z-index: 2;
        inset-block-start: 0.25em;
        inset-inline-start: calc(-1 * var(--_label) + 1em);
        font-family: var(--_heading-font);
        font-weight: 600;
        white-space: nowrap;
      }
      .generation > .continued {
        inset-inline-start: 1em;
      }
      /* Beside the years. */
      .continued.heading {
        inset-block-start: -2.25em;
      }
    }
  }
`;
