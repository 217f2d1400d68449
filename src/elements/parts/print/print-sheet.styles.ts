import {css} from 'lit';

/** Styles of what is added for print. On the screen none of it is shown. */
export const printSheetStyles = css`
  @media not print {
    .paper {
      display: none;
    }
  }
  @media print {
    /* White below the dark texts of a page in light ones, if the reader prints backgrounds. */
    :host {
      background: oklch(from currentcolor 1 0 0 / calc((l - 0.6) * 99));
    }
    .has-plan :is(.layout, .legend, .beside),
    .has-map .layout .stage {
      display: none;
    }
    /* Between lines of a book and those of a screen. */
    .on-paper {
      line-height: 1.35;
      /* At the edge of the sheet, Chromium cuts borders. */
      padding-inline-end: 1px;
    }
    /* Sheets of a project and the foot have sizes of their own. */
    :host(:not(spass-project, .spass-foot)) .on-paper {
      font-size: var(--_paper-size, 10pt);
    }
    /* Chromium prints as many sheets as this size needs, and enlarges it (see fitSheets). */
    @supports (app-region: drag) {
      @media (width < 1200px) {
        :host(:not(spass-project, .spass-foot)) .on-paper {
          font-size: var(--_paper-size, 8.5pt);
        }
      }
    }
    .paper {
      margin-block: 0.25em;
    }
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
    :is(.paper, .cartouche) {
      print-color-adjust: exact;
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
    .plan-credit {
      position: relative;
      margin-block-start: -1.25em;
      text-align: center;
      color: var(--_muted);
      font-size: max(0.75em, 12px);
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
    .plan-lead {
      fill: none;
      stroke: var(--_map-ink);
      stroke-width: 1px;
      stroke-linecap: round;
    }
    .plan-mark {
      stroke: var(--_map-paper);
      stroke-width: 1.5px;
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
    /* Nobody zooms on paper, moves a map or opens a part. */
    .zoom,
    .omitted.omitted,
    .on-paper :is(.in-view, .stage > .credit, .foot > a, .bar:has(> .count)) {
      display: none;
    }
    .on-paper :is(summary, .list > .title) {
      list-style: none;
      min-block-size: 0;
      padding: 0.5em 0 0.25em;
      text-decoration: none;
      break-after: avoid;
    }
    .on-paper :is(.layout, .layout .list) {
      border: 0;
    }
    /* A list of places that stays is set like the key of a drawing. */
    .on-paper .layout ul:has(> .entry) {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
      gap: 0.375em 1.5em;
    }
    .on-paper .layout .entry {
      grid-template-columns: 1.25em minmax(0, 1fr);
      border: 0;
      padding: 0;
      break-inside: avoid;
    }
    /* A group is a grid on the screen, whose rows do not keep a heading with what follows it. */
    .on-paper .group {
      display: block;
    }
    .on-paper .group > * + :not(.actors) {
      margin-block-start: 0.75em;
    }
    .on-paper :is(.group > p, .empty, .failure) {
      break-inside: avoid;
    }
    /* The name of an entry may be its last line: Chromium would keep the entry with the next one, and so all of them. */
    .on-paper li .title {
      break-after: auto;
    }
    /* Empty rows and outlines fill the room of a screen. */
    .on-paper .drawing,
    .on-paper .empty::before {
      display: none;
    }
    /* Beside it there is room for the scale and the arrow only. */
    @container (width < 28em) {
      .plan-credit {
        margin-block-start: 0;
      }
    }
    @container (width >= 640px) {
      /* The scale takes a quarter of a narrow map, and the arrow its end. */
      .has-plan .paper:not(.long) .small .plan-credit {
        padding-inline: 25% 4em;
        text-align: end;
      }
      /* The rest of a narrower one is too short for it. */
      .has-plan .paper.half .small .plan-credit {
        margin: 0;
        padding: 0;
      }
      .has-plan .paper.few {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 1em 1.5em;
        break-inside: avoid;
        .plans {
          margin: 0;
          break-after: auto;
        }
        .key-group ul {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .has-plan .paper.half {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      /* A longer list begins beside its map, and goes on below it; a long one is below it on A4. */
      .has-plan .paper:not(.few) {
        --_columns: 3;
        --_map: 2 / 3;
        --_ratio: var(--_small);
        display: flow-root;
        overflow-x: clip; /* Chromium would shrink the page. */
      }
      .has-plan .paper.long {
        --_map: 1;
      }
      /* The room of the map: the list does not begin on the sheet before. */
      .has-plan .paper:not(.few)::before {
        content: '';
        display: block;
        --_room: calc(100cqi * var(--_map) * var(--_ratio) + 3em);
        block-size: var(--_room);
        margin-block-end: calc(-1 * var(--_room));
        contain: size;
      }
      .has-plan :not(.few) > .plans {
        float: inline-start;
        inline-size: calc((100% + 1.5em) * var(--_map) - 1.5em);
        margin-inline-end: 1.5em;
      }
      :not(.few) > .key {
        /* A short group is whole beside the map or below it: its name would stay alone beside the end of the map. */
        .key-group:not(:has(> ul > :nth-child(9))) {
          display: flow-root;
        }
        .below-small {
          clear: inline-start;
        }
        .key-name {
          display: flow-root;
        }
        .key-group ul {
          display: block;
          margin-inline-end: -1.5em;
        }
        .key-entry {
          display: inline-grid;
          vertical-align: top;
          /* The space between two entries is less than the half that is left. */
          inline-size: calc((100cqi + 1.5em) / var(--_columns) - 2em);
          margin-block: 0 0.375em;
          margin-inline: 0 1.5em;
        }
      }
    }
    @container (width >= 880px) {
      .has-plan .paper:not(.few) {
        --_columns: 5;
        --_map: 3 / 5;
      }
    }
    @container (width >= 1200px) {
      .plan-size.small {
        display: none;
      }
      .plan-size.large {
        display: block;
      }
      .has-plan .paper:not(.few) {
        --_columns: 6;
        --_map: 2 / 3;
        --_ratio: var(--_large);
        .below-small {
          clear: none;
        }
        .below-large {
          clear: inline-start;
        }
      }
      /* The whole list is beside the map, or below it on the same sheet. */
      .has-plan .paper.part {
        break-inside: avoid;
      }
      .has-plan .paper.narrow {
        --_columns: 5;
        --_map: 2 / 5;
      }
      .short-list .body:has(> .paper) {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 1em 1.5em;
      }
      .short-list .body > .layout {
        grid-area: 1 / 2;
      }
      .short-list .body > :not(.paper, .layout) {
        grid-column: 1 / -1;
      }
      .short-list .layout .list ul {
        grid-template-columns: repeat(auto-fill, minmax(12em, 1fr));
      }
    }
  }
`;
