import {css} from 'lit';
import {dsfrFieldStyles} from '../../styles/dsfr-controls.styles.js';

/** Actors in as many columns as fit, under the headings of their groups. */
const layout = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    align-items: end;
    justify-content: space-between;
    padding-block-end: 0.75em;
  }
  .search {
    flex: 0 1 24em;
  }
  @container (width >= 34em) {
    .search + .count {
      margin-inline-start: auto;
    }
  }
  /* A ruled index: a strong line above each group, a hairline between its rows. */
  .group {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_ink);
  }
  .group + .group {
    margin-block-start: 1.25em;
  }
  .groups + .support {
    margin-block-start: 1em;
  }
  .group > .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    justify-content: space-between;
    align-self: start;
    overflow-wrap: anywhere;
  }
  .group > .title .small {
    font-variant-numeric: tabular-nums;
  }
  .actors {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    column-gap: var(--spass-directory-gap, 2em);
    position: relative;
    /* Without the hairline above the first row, also if it is between two pixels. */
    clip-path: inset(2px -1em -1em);
  }
  .actor {
    display: flex;
    gap: 0.75em;
    min-inline-size: 0;
    padding-block: 0.75em;
  }
  /* Above the whole row, also where its last cells are empty. */
  .actor::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    margin-block-start: -0.75em;
    border-block-start: 1px solid var(--_line);
  }
  /* Controls are in columns of their own at the ends of the rows, as in the list of a map. */
  :is(.filters, .pins) {
    --_acts: 1.75em;
  }
  .filters.pins {
    --_acts: 3.5em;
  }
  .actor article {
    display: grid;
    grid-template-columns: fit-content(70%) minmax(0, 1fr) auto;
    gap: 0.125em 0;
    align-content: start;
    flex: 1;
    min-inline-size: 0;
  }
  .actor article > * {
    grid-column: 1 / 3;
  }
  .actor .title {
    font-size: 1em;
    text-wrap: balance;
  }
  .actor .acts {
    grid-area: 1 / 3 / span 2;
    display: grid;
    grid-template-columns: repeat(auto-fill, 1.75em);
    align-content: start;
    inline-size: var(--_acts);
    color: var(--_muted);
  }
  .acts .see {
    grid-column: -2;
  }
  /* Only a country is beside the name: every entry is one line, as in an index. */
  .brief .title:has(~ .about) {
    grid-column: 1;
  }
  .brief .actor .about {
    grid-area: 1 / 2;
    align-self: baseline;
    margin-inline-start: 0.75em;
  }
  .actor .quiet {
    justify-content: end;
    min-inline-size: 24px;
    min-block-size: 1.75em;
    margin: -0.25em 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  .actor .quiet:is(:hover, [aria-pressed='true']) {
    color: var(--_ink);
  }
  .actor .quiet[aria-pressed='true'] {
    border-color: currentColor;
  }
  /* The key above names them: repeated beside each name, they would outweigh it. */
  @media (hover: hover) and (pointer: fine) and (prefers-contrast: no-preference) {
    .actor:not(:hover, :focus-within) .quiet:not([aria-pressed='true']) {
      opacity: 0;
    }
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .key span {
    display: flex;
    gap: 0.375em;
    align-items: center;
  }
  .title a {
    text-decoration-color: var(--_edge);
  }
  /* The ring around the text alone: around the whole target it would cross the line below. */
  .title a:focus-visible {
    padding-block: 0;
  }
  .chosen {
    border-radius: var(--_radius);
    background-color: var(--_tint);
    box-shadow: 0 0 0 0.5em var(--_tint);
    outline: 1px solid transparent;
    outline-offset: 0.5em;
  }
  .logo {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    object-fit: contain;
  }
  .logo[hidden] {
    display: none;
  }
  .lead li:first-child {
    font-weight: 600;
  }
  .actor .quiet[aria-pressed='true'] svg {
    stroke-width: 2;
  }
  .failure {
    margin-block-end: 1em;
  }
  .skeleton .bar {
    border-color: transparent;
  }
  .skeleton .field {
    max-inline-size: 24em;
    border-color: transparent;
    background-color: var(--_line);
  }
  .skeleton .group {
    border-color: var(--_line);
  }
  .skeleton article {
    grid-template-columns: 100%;
  }
  .skeleton .title {
    inline-size: 80%;
  }
  .skeleton .text {
    inline-size: 60%;
  }
  /* Three rows, of one actor or of several. */
  :is(.beneath, .drawing) .actors {
    grid-template-rows: repeat(3, auto);
    grid-auto-rows: 0;
    row-gap: 0;
    overflow: hidden;
  }
  /* On paper groups have no columns: a heading must stay with its first actor. */
  @media not print {
    @container (width >= 48em) {
      .group:has(> .title) {
        display: grid;
        grid-template-columns: minmax(9em, 1fr) 4fr;
        column-gap: 2em;
      }
      .group > .title {
        display: grid;
        gap: 0.125em;
      }
      .group > .title + .actors {
        margin-block-start: -0.75em;
      }
    }
  }
  @media print {
    .key {
      display: none;
    }
    .actor {
      break-inside: avoid;
    }
    .group + .group {
      margin-block-start: 0.5em;
    }
    /* One actor would be alone on the next sheet. */
    .group:not(:has(.actor:nth-child(10))) {
      break-inside: avoid;
    }
    /* Most names are short: three columns on A4. */
    @container (640px <= width < 880px) {
      .actors {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        column-gap: 1.5em;
      }
    }
    /* Short groups are side by side: on the whole width of A3 each would leave a row blank. */
    @container (width >= 1200px) {
      .groups {
        display: flex;
        flex-wrap: wrap;
        gap: 1.25em 2em;
      }
      .group {
        flex: 0 0 100%;
        margin: 0 !important;
      }
      .group:not(:has(.actor:nth-child(4))) {
        flex-basis: calc(50% - 1em);
      }
      .actors {
        grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
        column-gap: 1.5em;
      }
    }
  }
`;

export const styles = [layout, dsfrFieldStyles] as const;
