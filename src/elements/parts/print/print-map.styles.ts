import {css} from 'lit';

/** Styles of printed maps, and of the place of their keys. */
export const printMapStyles = css`
  @media print {
    .plans {
      break-inside: avoid;
      /* Nor is the list alone on the next sheet. */
      break-after: avoid;
      margin-block-end: 0.5em;
      /* As high as a long list beside it, it would not fit below a heading. */
      align-self: start;
    }
    .has-map .plans {
      max-inline-size: 1000px;
    }
    .plan-size.large {
      display: none;
    }
    .paper .spass-map {
      background: none;
      overflow: visible;
      /* The colours of a dark screen would print a black map. */
      forced-color-adjust: none;
    }
    .plan {
      position: relative;
      display: block;
      inline-size: 100%;
      block-size: auto;
      direction: ltr;
    }
    .plans > * {
      position: relative;
      direction: ltr;
    }
    /* Beside the scale and the arrow, below the frame. */
    .plan-credit {
      position: absolute;
      inset-block-start: calc(100% - 28px);
      inset-inline-end: 0;
      max-inline-size: calc(100% - 196px);
      text-align: end;
      color: var(--_muted);
      font-size: 7pt;
      line-height: 1.2;
      &[data-scale]::before {
        content: attr(data-scale) '\\a0· ';
      }
    }
    .plan-frame {
      fill: none;
      stroke: var(--_map-ink);
      stroke-width: 1.25px;
    }
    .plan-sea {
      fill: var(--_map-water);
    }
    .plan-grid {
      fill: none;
      stroke: color-mix(in srgb, var(--_map-ink) 10%, transparent);
      stroke-width: 0.75px;
    }
    :is(.key-continued, .plan-title) {
      margin-block-end: 0.75em;
      font-family: var(--_heading-font);
      font-weight: 600;
    }
    .key-continued {
      margin-block-end: 0.5em;
      padding-block: 0 0.25em;
      border-block-end: 1px solid var(--_line);
    }
    /* Its line is that of what follows it, and of the list that begins with it. */
    .on-paper :is(:has(> .key-continued:first-child), .key-continued + *) {
      border-block-start: 0 !important;
    }
    .plan-title {
      font-size: 1.25em;
    }
    .key-continued {
      /* Also in a grid of cards, of which each has one column. */
      grid-column: 1 / -1 !important;
      column-span: all;
      break-before: page;
    }
    .paper :has(> .key-continued) {
      margin-block-start: 0;
    }
    .plans > .key-continued {
      break-before: auto;
    }
    .plan-legend {
      /* Below the frame. */
      padding-inline-start: 8px;
      color: var(--_muted);
      > .key-mark {
        inline-size: 1.25em;
        vertical-align: -0.4em;
      }
    }
    .plan-lead {
      stroke: var(--_map-ink);
      stroke-width: 1.25px;
    }
    .plan-place {
      fill: var(--_map-ink);
      stroke: var(--_map-paper);
      stroke-width: 0.75px;
    }
    .plan-mark {
      stroke: var(--_map-paper);
      stroke-width: 1.5px;
    }
    .plan-group {
      fill: var(--_map-paper);
      stroke-width: 2.5px;
      & + text {
        fill: var(--_map-ink);
        font-weight: 600;
      }
    }
    .plan-number,
    .key-mark text {
      fill: #fff;
      font:
        700 10px ui-sans-serif,
        system-ui,
        sans-serif;
      text-anchor: middle;
      font-variant-numeric: tabular-nums;
    }
    .plan-name {
      fill: var(--_muted);
      font-size: 9.5px;
      text-anchor: middle;
    }
    .plan-arrow {
      fill: var(--_map-ink);
      stroke: var(--_map-ink);
      stroke-width: 0.75px;
      stroke-linejoin: round;
    }
    .plan-arrow.open {
      fill: none;
    }
    @container (width >= 640px) {
      .paper {
        --_display: var(--_display-small);
        --_break: var(--_break-small);
        --_rows: var(--_rows-small);
        --_columns: var(--_columns-small);
        --_span: var(--_span-small);
        --_rest: var(--_rest-small);
        --_rest-columns: var(--_rest-columns-small);
      }
      /* Entries are beside their map, or below it, in columns that are read from top to bottom. */
      .has-plan .paper {
        display: var(--_display);
        grid-template: auto 1fr / repeat(6, minmax(0, 1fr));
        gap: 12px 20px;
        overflow-x: clip; /* Chromium would shrink the page. */
        > .plans {
          grid-area: 1 / 1 / span var(--_rows) / span var(--_span);
        }
        > .key {
          grid-column: calc(var(--_span) + 1) / -1;
          columns: var(--_columns);
          break-inside: var(--_break);
        }
        > .key-rest {
          grid-column: var(--_rest);
          columns: var(--_rest-columns);
          break-inside: auto;
        }
      }
    }
    @container (width >= 1200px) {
      .plan-size.small {
        display: none;
      }
      .plan-size.large {
        display: block;
      }
      .paper {
        --_display: var(--_display-large);
        --_break: var(--_break-large);
        --_rows: var(--_rows-large);
        --_columns: var(--_columns-large);
        --_span: var(--_span-large);
        --_rest: var(--_rest-large);
        --_rest-columns: var(--_rest-columns-large);
      }
    }
  }
`;
