import {css} from 'lit';

// Components of the DSFR, for elements that have or inherit the skin `dsfr`, recognized by its focus ring. Browsers
// without style queries keep the controls of the other skins. `:root` matches nothing here: `:not(:root)` raises the
// specificity above the rules of the widgets.

/** Titles, buttons and alerts. */
export const dsfrStyles = css`
  @container style(--spass-focus: #0a76f6) {
    .title {
      font-weight: 700;
    }
    .button:not(.pages *) {
      font-weight: 500;
    }
    .failure > p {
      padding-block: 1em 0.75em;
      padding-inline: 1em 2.25em;
      border: 1px solid light-dark(#ce0500, #ff5655);
      border-inline-start-width: 2.5em;
    }
  }
`;

/** Fields and their labels. */
export const dsfrFieldStyles = css`
  @container style(--spass-focus: #0a76f6) {
    .search > label,
    .item > label {
      font-weight: 400;
    }
    .field:not(:root) {
      border-width: 0 0 2px;
      border-start-start-radius: 4px;
      border-start-end-radius: 4px;
      background-color: light-dark(#eee, #242424);
    }
    select.field:not(:root) {
      border-color: var(--_edge);
    }
    .field[type='search'] {
      border-color: var(--_link);
    }
    [type='search']::placeholder {
      font-style: italic;
    }
    input:not(:root) {
      accent-color: var(--_link);
    }
  }
`;
