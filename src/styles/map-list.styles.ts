import {css} from 'lit';

/** Map and list of a wide widget: a column that scrolls, or for few records rows below the map. */
export const mapListStyles = css`
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
