import {css} from 'lit';
import {fundingStyles} from '../funding/funding.styles.js';
import {printCardsStyles, printKeyStyles, printListStyles} from './print-entries.styles.js';
import {printMapStyles} from './print-map.styles.js';
import {printNotesStyles} from './print-notes.styles.js';
import {printStoryStyles} from './print-story.styles.js';
import {printTimelineStyles} from './print-timeline.styles.js';

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
    :is(.paper, .cartouche) {
      print-color-adjust: exact;
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
      gap: 0.375em 20px;
      /* A short one stays below its map. */
      &:not(:has(> :nth-child(20))) {
        break-inside: avoid;
      }
    }
    /* On the screen, symbols stand out of the list, which clips them. */
    .on-paper :is(.layout, .layout .list) {
      overflow: visible;
    }
    .on-paper .layout .entry {
      grid-template-columns: 1.75em minmax(0, 1fr) auto;
      gap: 0 0.5em;
      border: 0;
      padding: 0;
      break-inside: avoid;
      &:has(> .entry-mark) > :is(.shape, .swatch) {
        display: none;
      }
    }
    .entry-mark {
      display: contents;
      > .key-mark {
        grid-area: 1 / 1 / span 2;
      }
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
    /* A sentence and the way out, one below the other in all widgets. */
    .on-paper :is(.empty, .failure) {
      display: grid;
      justify-items: start;
      gap: 0.25em;
      padding-block: 0.25em;
    }
    .on-paper .way-out {
      margin-block: 0 0.25em;
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
    @container (width >= 1200px) {
      .short-list .body:has(> .paper) {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 12px 20px;
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

/** Styles of all that is printed. */
export const PRINT_STYLES = [
  fundingStyles,
  printKeyStyles,
  printSheetStyles,
  printMapStyles,
  printListStyles,
  printNotesStyles,
  printTimelineStyles,
  printStoryStyles,
  printCardsStyles,
] as const;
