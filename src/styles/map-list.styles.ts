import {css} from 'lit';

/** Search and list of a map, and both of a wide widget: a column that scrolls, or for few records rows below the map. */
export const mapListStyles = css`
  .entry .title {
    hyphens: auto;
    hyphenate-limit-chars: 14 5 5;
  }
  /* A title of a whole sentence is set as text. */
  .sentence .title {
    grid-column: 2 / -1;
    font-family: var(--_font);
    font-size: 0.9375em;
    font-weight: 500;
    text-wrap: pretty;
  }
  .entry.sentence > .see {
    grid-area: 2 / 3;
    margin-block: -0.75em;
  }
  @container (width <= 30em) {
    /* In a row with the button: the map starts higher. */
    .finder {
      flex-basis: 7em;
      min-inline-size: 0;
    }
    .finder label {
      white-space: nowrap;
    }
  }
  @container (width >= 52em) {
    .layout:has(.list:not(.few)) {
      grid-template-columns: minmax(0, 1fr) 20em;
    }
    .stage {
      block-size: var(--_height, 32em);
    }
    @media screen {
      /* As high as with the list beside the map. */
      .layout:has(.few) {
        min-block-size: var(--_height, 32em);
        grid-template-rows: minmax(15em, 1fr) auto;
      }
      .layout:has(.few) .stage {
        block-size: auto;
      }
      .few ul {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .few .entry {
        border-block-end: 0;
      }
      .list:not(.few) {
        /* Contains the hidden words of its entries, which would stretch the page. */
        position: relative;
        border-block-start: 0;
        border-inline-start: 1px solid var(--_line);
        overflow: auto;
        contain: size;
      }
    }
  }
`;
