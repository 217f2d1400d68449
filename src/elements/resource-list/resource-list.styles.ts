import {css} from 'lit';
import {facetStyles} from './facets.styles.js';
import {rowStyles} from './rows.styles.js';

/** One column with collapsed facets; from a container width of 52em the facets are beside the list. */
const layout = css`
  .layout {
    display: grid;
    gap: 1em;
  }
  .layout > * {
    min-inline-size: 0;
  }
  .search {
    display: grid;
    gap: 0.375em;
  }
  .search label,
  legend,
  .year label {
    padding: 0;
    font-weight: 600;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .fold {
    justify-self: start;
  }
  .facets:not(.open) {
    display: none;
  }
  .facets {
    display: grid;
    gap: 1.5em;
    align-content: start;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
  }
  @container (min-width: 52em) {
    .faceted {
      column-gap: 2em;
      grid-template:
        'facets search' 'facets bar' 'facets results' 1fr / minmax(
          11em,
          var(--spass-facets-width, 14em)
        )
        minmax(0, 1fr);
    }
    .faceted > .search {
      grid-area: search;
    }
    .faceted > .bar {
      grid-area: bar;
    }
    .faceted > .results {
      grid-area: results;
    }
    .faceted > .fold {
      display: none;
    }
    .faceted > .facets {
      display: grid;
      grid-area: facets;
      grid-template-columns: minmax(0, 1fr);
    }
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
  .bar > .quiet,
  .foot > .quiet:first-child {
    margin-inline: -0.25em;
  }
  .count {
    font-weight: 600;
    margin-inline-end: 0.25em;
  }
  .chip svg,
  .file svg {
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
  @container (max-width: 30em) {
    .sort {
      inline-size: 100%;
      margin: 0;
    }
  }
  .sort .field {
    flex: 0 1 auto;
    inline-size: auto;
    min-inline-size: 0;
    text-overflow: ellipsis;
    padding-inline: 0.25em;
    border-color: transparent;
    background: none;
    color: var(--_ink);
  }
  .sort .field:hover {
    border-color: var(--_edge);
  }
`;

export const styles = [layout, facetStyles, bar, rowStyles];
