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
      &::before {
        content: attr(data-scale);
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
    .plan-title {
      font-size: 1.25em;
    }
    .key-continued {
      /* Also in a grid of cards, of which each has one column. */
      grid-column: 1 / -1 !important;
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
        --_columns: 3;
        --_span: var(--_span-small);
        --_ratio: var(--_small);
      }
      .key-group:not(.unnumbered) > ul {
        grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
      }
      .key-rest {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px 20px;
        > .key-group {
          grid-column: 1 / -1;
          margin: 0;
        }
        > :not(:last-child):not(:has(li:nth-child(4))) {
          grid-column: 1;
          & + .key-group {
            grid-column: 2 / -1;
          }
        }
      }
      /* Few entries are beside their map. */
      .paper.few {
        --_columns: 1;
        display: grid;
        grid-template: auto 1fr / repeat(6, minmax(0, 1fr));
        gap: 12px 20px;
        break-inside: avoid;
        > .plans {
          grid-area: 1 / 1 / span 2 / span var(--_span);
          margin: 0;
          break-after: auto;
        }
        > .key {
          display: block;
          grid-column: calc(var(--_span) + 1) / -1;
        }
      }
      /* Others begin beside it, and go on below in the same columns. */
      .has-plan .paper.many {
        display: flow-root;
        overflow-x: clip; /* Chromium would shrink the page. */
        /* The room of the map: the list does not begin on the sheet before. */
        &::before {
          content: '';
          display: block;
          --_room: calc(100cqi * var(--_span) / 6 * var(--_ratio) + 3.5em);
          block-size: var(--_room);
          margin-block-end: calc(-1 * var(--_room));
          contain: size;
        }
        > .plans {
          float: inline-start;
          inline-size: calc((100% + 20px) * var(--_span) / 6 - 20px);
          margin-inline-end: 20px;
        }
        > .key-rest {
          clear: inline-start;
        }
        /* A short group is whole beside the map or below it: its name would stay alone beside the end of the map. */
        .key-group:not(:has(> ul > :nth-child(9))) {
          display: flow-root;
          break-inside: avoid;
        }
        .key-name {
          display: flow-root;
        }
        .key-group:not(.unnumbered) > ul {
          display: block;
          margin-inline-end: -20px;
        }
        .key-group:not(.unnumbered) .key-entry {
          display: inline-grid;
          vertical-align: top;
          inline-size: calc((100cqi + 20px) / var(--_columns) - 20.01px);
          margin-block: 0 0.375em;
          margin-inline: 0 20px;
        }
      }
    }
    @container (width >= 640px) and (width < 1200px) {
      .below-small {
        clear: inline-start;
      }
      .has-plan .paper.wide-small > .plans {
        float: none;
        margin-inline-end: 0;
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
        --_columns: 6;
        --_span: var(--_span-large);
        --_ratio: var(--_large);
      }
      .paper.few {
        --_columns: calc(6 - var(--_span));
      }
      /* Most of these are a line. */
      .key-group.unnumbered > ul {
        grid-template-columns: repeat(auto-fill, minmax(19em, 1fr));
      }
      .has-plan .paper.room-large > .key-rest {
        clear: none;
        display: block;
        > .key-group {
          display: flow-root;
          margin-block-start: 0.75em;
        }
      }
      .below-large {
        clear: inline-start;
      }
    }
  }
`;
