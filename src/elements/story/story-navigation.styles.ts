import {css} from 'lit';

/** Table of contents and progress bar of a story. */
export const navigationStyles = css`
  .contents ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: 0 1.5em;
    padding-block: 0.5em;
    border-block: 1px solid var(--_line);
    counter-reset: step;
  }
  .contents a {
    display: grid;
    grid-template-columns: 1.75em minmax(0, 1fr);
    padding-block: 0.375em;
    color: inherit;
    text-decoration: none;
    counter-increment: step;
  }
  .contents a::before {
    content: counter(step);
    font-variant-numeric: tabular-nums;
  }
  .contents a:hover {
    text-decoration: underline;
  }
  .contents [aria-current] {
    color: var(--_ink);
    font-weight: 600;
  }
  .contents [aria-current]::before {
    color: var(--_projet);
  }
  .progress {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding-block: 0.5em;
    background: linear-gradient(var(--_line) 0 0) 0 0 / 100% 1px no-repeat;
    background-color: var(--_paper);
  }
  .progress::before {
    content: '';
    position: absolute;
    inset-block-start: -1px;
    inset-inline-start: 0;
    inline-size: var(--_read);
    block-size: 3px;
    background-color: var(--_projet);
  }
  .progress p {
    flex: 1;
    color: inherit;
    font-variant-numeric: tabular-nums;
  }
  .progress .button {
    padding-inline: 0.75em;
  }
  .progress [aria-disabled] {
    color: var(--_muted);
    border-style: dashed;
    cursor: default;
  }
  @container (max-width: 40em) {
    .progress .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .progress .button {
      min-inline-size: 44px;
    }
  }
  @media print {
    .contents,
    .progress {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .progress {
      border-block-start: 1px solid CanvasText;
    }
    .progress::before {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
