import {css} from 'lit';
import {dsfrStyles} from './dsfr-controls.styles.js';

/** Search field, count, long texts, "more" button and empty state of a list. */
export const listStyles = [
  dsfrStyles,
  css`
    .count,
    .search label {
      font-weight: 600;
    }
    .title .small {
      font-family: var(--_font);
      font-weight: 400;
    }
    .drawing :is(.bar, .search) {
      display: none;
    }
    .search {
      display: grid;
      gap: 0.375em;
      min-inline-size: 0;
    }
    .more {
      display: grid;
      gap: 1em;
      justify-items: center;
      padding-block: 1.25em;
      text-align: center;
    }
    /* Paper has the whole text. */
    @media not print {
      .remainder:not(.open) {
        display: none;
      }
      :has(+ .remainder:not(.open))::after {
        content: '…';
      }
    }
    @media print {
      .acts,
      .more,
      .search {
        display: none;
      }
    }
  `,
] as const;

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
