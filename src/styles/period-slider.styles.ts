import {css} from 'lit';

/** Styles of the handles that choose a period. */
export const periodSliderStyles = css`
  .period {
    position: relative;
    block-size: 3.75em;
    margin: 0.25em 24px 1em;
  }
  .period svg,
  .period-window {
    position: absolute;
    inset-block: 0 1.5em;
    inline-size: 100%;
    block-size: 2.25em;
    border-block-end: 1px solid var(--_edge);
  }
  .period path {
    fill: none;
    stroke: var(--_family, var(--_muted));
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }
  .period-window {
    inset-inline: calc(var(--s) * 100%) calc((1 - var(--e)) * 100%);
    inline-size: auto;
    border-block: 1px solid var(--_edge);
    background: color-mix(in srgb, currentColor 7%, transparent);
  }
  .period-handle {
    position: absolute;
    inset-block-start: 0;
    block-size: 2.25em;
    margin: 0;
    background: none;
    appearance: none;
    pointer-events: none;
  }
  /* Only the thumbs take the pointer, since the tracks cover each other. Without one, the focused track is on top. */
  .period:not(:hover) > .period-handle:focus-visible {
    z-index: 1;
    pointer-events: auto;
  }
  /* The first handle ends where its year begins, the other begins where its year ends: neither covers the other. */
  .period-from {
    inset-inline-start: -24px;
    inline-size: calc(100% - 100% / var(--n) + 24px);
  }
  .period-to {
    inset-inline-start: calc(100% / var(--n));
    inline-size: calc(100% - 100% / var(--n) + 24px);
  }
  .period-handle::-webkit-slider-runnable-track {
    block-size: 100%;
  }
  .period-handle::-webkit-slider-thumb {
    appearance: none;
    inline-size: 24px;
    block-size: 100%;
    border: 2px solid var(--_ink);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_ink) 0 0) center / 2px 50% no-repeat
      var(--spass-background, Canvas);
    pointer-events: auto;
    cursor: ew-resize;
  }
  .period-handle::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 100%;
    border: 2px solid var(--_ink);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_ink) 0 0) center / 2px 50% no-repeat
      var(--spass-background, Canvas);
    pointer-events: auto;
    cursor: ew-resize;
  }
  .period-handle:focus-visible::-webkit-slider-thumb {
    background-color: var(--_ink);
  }
  .period-handle:focus-visible::-moz-range-thumb {
    background-color: var(--_ink);
  }
  .period-years {
    position: absolute;
    inset-block-end: 0;
    inset-inline: calc(var(--s) * 100% - 24px) calc((1 - var(--e)) * 100% - 24px);
    display: flex;
    justify-content: space-between;
    gap: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .period {
      display: none;
    }
  }
`;
