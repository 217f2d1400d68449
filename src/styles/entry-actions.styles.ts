import {css} from 'lit';

/** Actions on an entry of a list: an icon instead of the underline of a link; and the key of such icons. */
export const entryActionStyles = css`
  .acts .quiet {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    text-align: start;
    text-decoration: none;
  }
  .acts .quiet:hover {
    text-decoration: underline;
  }
  :is(.acts, .key) svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
  }
`;
