import {css} from 'lit';

/** Details of a resource: labels above values, in two columns from a width of 34em. */
export const detailStyles = css`
  dialog.detail {
    inline-size: min(46em, 100% - 1em);
    max-inline-size: none;
    max-block-size: calc(100dvh - 1em);
    padding: 0 clamp(0.75em, 4vw, 2em) 1.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    /* A plain skin has the page behind it; a dialog has not. */
    --_ground: var(--spass-surface, var(--spass-background, Canvas));
    background-color: var(--_ground);
    color: var(--spass-ink, CanvasText);
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }
  dialog.detail::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .detail > .title {
    font-size: 1.375em;
  }
  .close svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  dialog > .close {
    position: sticky;
    /* Nothing of the page covers it: Firefox would scroll the page for the margin. */
    scroll-margin-block: 0;
    inset-block-start: 0.5em;
    float: inline-end;
    margin-block: 0.5em 1em;
    background-color: var(--_ground);
  }
  dialog > .title {
    padding-block-start: 0.75em;
  }
  .apart {
    margin-block-end: 1.5em;
  }
  section.apart {
    padding: 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  section.apart > .close {
    float: inline-end;
    margin-inline-start: 1em;
  }
  .notice.apart {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .notice.apart > p {
    flex: 1 1 16em;
  }
  .row .detail {
    grid-column: 1 / -1;
    margin-block-start: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_edge);
  }
  .opener[aria-expanded='true'] {
    font-weight: 600;
  }
  .sheet {
    container-type: inline-size;
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
    clear: both;
  }
  .words:not(:has(*)) {
    display: none;
  }
  .words {
    display: grid;
    gap: 0.75em;
    max-inline-size: 66ch;
  }
  .words > p {
    white-space: pre-line;
  }
  .words > .lead {
    font-size: 1.0625em;
  }
  .sheet figure[hidden] {
    display: none;
  }
  .sheet img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 24em;
    object-fit: contain;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .sheet dl {
    border-block-start: 1px solid var(--_line);
  }
  .sheet dl > div {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    break-inside: avoid;
  }
  .sheet dt {
    font-weight: 600;
  }
  .sheet dd a {
    display: inline-block;
    min-block-size: 24px;
  }
  .origin-link {
    margin-block-start: 1em;
  }
  @container (min-width: 34em) {
    .sheet dl > div {
      display: grid;
      grid-template-columns: 12em minmax(0, 1fr);
      column-gap: 1.5em;
    }
    .sheet dd {
      grid-column: 2;
    }
  }
  @media print {
    dialog.detail {
      position: static;
      inline-size: 100%;
      max-block-size: none;
      padding: 0;
      border: 0;
      overflow: visible;
    }
    .root:has(> dialog[open]) > :not(dialog) {
      display: none;
    }
  }
`;
