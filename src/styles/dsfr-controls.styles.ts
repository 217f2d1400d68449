import {css} from 'lit';

/**
 * Buttons, fields and titles of the DSFR, for elements that have or inherit the skin `dsfr`, recognized by its focus
 * ring. Browsers without style queries keep those of the other skins.
 */
export const dsfrControlStyles = css`
  @container style(--spass-focus: #0a76f6) {
    .title {
      font-weight: 700;
    }
    .button:not(.send) {
      border-color: var(--_link);
      color: var(--_link);
    }
    .button:not(.pages *) {
      font-weight: 500;
    }
    .field:not(.sort *) {
      border-width: 0 0 2px;
      border-start-start-radius: 4px;
      border-start-end-radius: 4px;
      background-color: light-dark(#eee, #242424);
    }
  }
`;
