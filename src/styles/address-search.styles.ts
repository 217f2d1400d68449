import {css} from 'lit';

/** Search for an address, in a map, a list or a form. */
export const addressSearchStyles = css`
  .address {
    display: grid;
    gap: 0.25em;
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .address .query {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  /* In the narrow column of the facets, the button is below the field. */
  .address .field {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
`;
