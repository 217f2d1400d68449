import {css} from 'lit';

/** A chapter with its resources. */
export const chapterStyles = css`
  .chapter {
    padding-block: 1.5em 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .chapter > .title {
    font-size: 1.25em;
  }
  .chapter > .intro {
    max-inline-size: 66ch;
    margin-block-start: 0.375em;
  }
  .chapter > .small {
    margin-block: 0.5em;
  }
  .chapter .row:last-child {
    border: 0;
  }
`;
