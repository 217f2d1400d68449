import {css} from 'lit';
import {addressSearchStyles} from '../../styles/address-search.styles.js';
import {dsfrFieldStyles} from '../../styles/dsfr-controls.styles.js';
import {listStyles} from '../../styles/list.styles.js';
import {skeletonStyles} from '../parts/list-skeleton.js';
import {attachmentStyles} from '../parts/records/attachment.js';
import {rowStyles} from './row.js';

/** One column with collapsed facets; from a container width of 52em the facets are beside the list. */
const layout = css`
  .layout {
    display: grid;
    gap: 1em;
  }
  .layout > * {
    min-inline-size: 0;
  }
  legend,
  .year label {
    padding: 0;
    font-weight: 600;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .facets:not(.open),
  .skip {
    display: none;
  }
  /* The button that opens the facets is beside the search field. */
  @container (17em < width < 52em) {
    :has(> .search + .fold) {
      grid-template-columns: 1fr auto;
      align-items: end;
    }
    .fold ~ * {
      grid-column: 1 / -1;
    }
  }
  /* Takes no space until it has the focus. Folded facets need none. */
  .skip {
    position: absolute;
    z-index: 1;
    background-color: var(--spass-background, Canvas);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  .facets {
    display: grid;
    gap: 1.5em;
    align-content: start;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    overflow-wrap: anywhere;
  }
  @container (width >= 52em) {
    .faceted:has(> .facets) {
      column-gap: 2em;
      grid-template: auto auto 1fr / minmax(11em, var(--spass-facets-width, 14em)) minmax(0, 1fr);
    }
    .faceted:has(> .facets) > * {
      grid-column: 2;
    }
    .faceted > .fold {
      display: none;
    }
    /* Keeps their room until they are counted. */
    .faceted > .counting {
      min-block-size: 24em;
    }
    .faceted .skip {
      display: block;
    }
    .faceted > .facets {
      display: grid;
      grid-area: 1 / 1 / 4;
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** Groups of checkboxes, the year, and the fields that find a place. */
const facets = css`
  fieldset,
  .year {
    display: grid;
    gap: 0.375em;
    align-content: start;
  }
  legend {
    margin-block-end: 0.25em;
  }
  .values {
    max-block-size: 24em;
    overflow: clip auto;
  }
  .values label {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    min-block-size: 28px;
    cursor: pointer;
  }
  .values label:hover {
    background-color: var(--_tint);
  }
  .values input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    align-self: start;
    margin-block-start: 0.1875em;
    accent-color: var(--_focus);
  }
  /* Browsers fill these boxes with grey in the dark. */
  .values input:not(:checked) {
    appearance: none;
    border: 1px solid var(--_edge);
    border-radius: 3px;
  }
  /* Keeps the focus ring inside the scroll container. */
  .values input:focus-visible {
    outline-offset: -2px;
  }
  /* The button of the date picker is a tab stop of its own, on which the field does not match :focus-visible. */
  [type='date']:focus-within {
    outline: var(--_ring) solid var(--_focus);
  }
  .values span + span {
    flex: none;
    margin-inline-start: auto;
  }
  .fold,
  fieldset > :is(.button, .quiet) {
    justify-self: start;
  }
  fieldset .field,
  .year .field {
    min-block-size: 2.75em;
    padding: 0.25em 0.75em;
  }
  [aria-invalid] {
    border-width: 2px;
  }
`;

const bar = css`
  .bar,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .bar {
    min-block-size: 2.75em;
    margin-block-end: -1em;
    padding-block-end: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .count {
    margin-inline-end: 0.25em;
  }
  .chip {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-block-size: 28px;
    padding: 0.125em 0.75em;
    border: 1px solid var(--_line);
    border-radius: 2em;
    background-color: var(--_tint);
    font-size: 0.875em;
    cursor: pointer;
  }
  @media (prefers-contrast: more) {
    .chip {
      border-width: 2px;
    }
  }
  .chip svg {
    flex: none;
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .sort {
    display: flex;
    gap: 0.375em;
    align-items: center;
    margin-inline-start: auto;
  }
  @container (width <= 30em) {
    .sort {
      inline-size: 100%;
      margin: 0;
    }
  }
  .sort .field {
    inline-size: auto;
    min-inline-size: 0;
    text-overflow: ellipsis;
    padding-inline: 0.25em;
    border-color: transparent;
    background: none;
    color: var(--_ink);
  }
`;

/** Empty list, pages, and the list on paper. */
const list = css`
  .list:focus-visible {
    outline-offset: 4px;
  }
  .pages ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    align-items: center;
    justify-content: center;
    padding-block: 1.25em;
  }
  .pages .button {
    min-inline-size: 44px;
    padding-inline: 0.75em;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  .pages [aria-current='page'] {
    border-width: 2px;
    font-weight: 600;
  }
  /* One line: previous, the current page, next. */
  @container (width <= 30em) {
    .pages li:not(:has([aria-current='page']), :first-child, :last-child) {
      display: none;
    }
  }
  @media print {
    .layout {
      display: block;
    }
    .facets,
    .chips,
    .sort,
    .pages {
      display: none !important;
    }
    /* Without the gap of the grid, its margin of the screen would draw the first row onto its line. */
    .bar {
      margin-block-end: 0;
    }
    .row {
      break-inside: avoid;
    }
  }
`;

const dsfrList = css`
  @container style(--spass-focus: #0a76f6) {
    .pages .button {
      border-color: transparent;
      font-weight: 400;
    }
    .pages [aria-current='page'] {
      color: light-dark(#f5f5fe, #000091);
      background-color: var(--_link);
    }
    .chip {
      padding: 0.286em 0.857em;
      border-color: transparent;
      line-height: 1.714;
      color: light-dark(#f5f5fe, #000091);
      background-color: var(--_link);
    }
  }
`;

export const styles = [
  ...[addressSearchStyles, ...listStyles, layout, facets, bar],
  ...[attachmentStyles, ...rowStyles, list, ...skeletonStyles, dsfrFieldStyles, dsfrList],
];
