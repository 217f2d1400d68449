import {css} from 'lit';

/** Groups of checkboxes, the year, and the fields that find a place. */
export const facetStyles = css`
  fieldset,
  .year,
  .values {
    display: grid;
    gap: 0.375em;
    align-content: start;
  }
  legend {
    margin-block-end: 0.25em;
  }
  .values {
    gap: 0;
    max-block-size: 24em;
    overflow-y: auto;
    overflow-x: clip;
  }
  .values label {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    min-block-size: 28px;
    padding-block: 0.125em;
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
  /* The ring stays whole inside what scrolls. */
  .values input:focus-visible {
    outline-offset: -2px;
  }
  .values .shape {
    vertical-align: -0.08em;
  }
  .values span + span {
    margin-inline-start: auto;
  }
  fieldset > :is(.button, .quiet) {
    justify-self: start;
  }
  fieldset .field,
  .year .field {
    min-block-size: 2.5em;
    padding-block: 0.25em;
    padding-inline: 0.75em;
  }
  [aria-invalid] {
    border-width: 2px;
  }
`;
