import {css} from 'lit';

/** Comparison of two pictures in one frame with a divider; side by side, and in print, each has its own half. */
export const pictureComparisonStyles = css`
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: center;
    /* Limits the height of tall pictures. */
    max-inline-size: calc(36em * var(--_ratio));
    outline-offset: 4px;
  }
  .frame {
    position: relative;
    /* The older picture is on the left in all scripts. */
    direction: ltr;
    border-radius: var(--_radius);
    overflow: clip;
    background-color: var(--_tint);
  }
  .view {
    position: relative;
    aspect-ratio: var(--spass-compare-ratio, var(--_ratio, 1.5));
    min-inline-size: 0;
    overflow: clip;
  }
  .view img,
  .view ::slotted(*) {
    display: block !important;
    inline-size: 100% !important;
    block-size: 100% !important;
    max-inline-size: none !important;
    max-block-size: none !important;
    margin: 0 !important;
    border: 0 !important;
    border-radius: 0 !important;
    object-fit: cover !important;
  }
  .when {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: 0.75em;
    padding: 0.125em 0.625em;
    border-radius: var(--_radius);
    background: light-dark(#fff, #12181b);
    color: light-dark(#12181b, #fff);
    font-size: 0.875em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .after .when {
    inset-inline: auto 0.75em;
  }
  /* A picture that failed to load gives its space to the other. It stays in the document, in case it loads later. */
  .view.lost {
    position: absolute;
    inset: 0;
    visibility: hidden;
  }
  .side .when {
    inset-inline: 0.75em auto;
  }
  .slide .before {
    position: absolute;
    inset: 0;
    z-index: 1;
    aspect-ratio: auto;
    clip-path: inset(0 calc(100% - var(--_at)) 0 0);
  }
  /* The older picture is above the other, and shows it through. */
  .fade .before {
    position: absolute;
    inset: 0;
    z-index: 1;
    aspect-ratio: auto;
  }
  .fade .before img,
  .fade .before ::slotted(*) {
    opacity: var(--_at);
    transition: opacity var(--_motion);
  }
  /* Also the date of the picture below. */
  .fade .when {
    z-index: 2;
  }
  .opacity {
    display: grid;
    flex: 1 1 100%;
  }
  .opacity input {
    inline-size: 100%;
    block-size: max(2.75em, 44px);
    accent-color: currentColor;
  }
  /* Extends by half a thumb beyond each edge, so that the thumb moves from edge to edge. */
  .handle {
    position: absolute;
    inset-block: 0;
    inset-inline: -22px;
    z-index: 3;
    inline-size: calc(100% + 44px);
    block-size: 100%;
    margin: 0;
    appearance: none;
    opacity: 0;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .handle::-webkit-slider-thumb {
    appearance: none;
    inline-size: 44px;
    block-size: 44px;
  }
  .handle::-moz-range-thumb {
    inline-size: 44px;
    block-size: 44px;
    border: 0;
  }
  .divider {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_at);
    z-index: 2;
    inline-size: 0;
    border-inline-start: 2px solid light-dark(#fff, #12181b);
    /* Seen on white pictures too. */
    outline: 1px solid light-dark(#12181b66, #fff6);
    margin-inline-start: -1px;
    pointer-events: none;
  }
  .knob {
    position: absolute;
    inset-block-start: calc(50% - 22px);
    inset-inline-start: -23px;
    inline-size: 44px;
    block-size: 44px;
    padding: 8px;
    border: 1px solid light-dark(#12181b66, #fff6);
    border-radius: 50%;
    background: light-dark(#fff, #12181b);
    color: light-dark(#12181b, #fff);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* Dates that may reach the middle, in large text: the knob is below them. */
  .when {
    max-inline-size: calc(50% - 1em);
  }
  @container (width < 16em) {
    .knob {
      inset-block: auto 0.5em;
    }
  }
  .frame:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .pair > :is(.frame, .notice) {
    flex: none;
    inline-size: 100%;
  }
  .choice {
    display: flex;
    min-inline-size: 0;
  }
  .choice .button {
    min-inline-size: 0;
    padding-inline: clamp(2px, 9cqi - 14px, 1em);
    overflow-wrap: anywhere;
  }
  .choice .button + .button {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .choice .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .choice .button[aria-pressed='true'] {
    position: relative;
    font-weight: 600;
  }
  /* Above the button beside it, also a pressed one. */
  .choice .button:focus-visible {
    position: relative;
    z-index: 1;
  }
  figcaption {
    display: flex;
    flex: 1 1 12em;
    flex-wrap: wrap;
    gap: 0 1em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .side .frame {
    display: grid;
    gap: 0.5em;
    background: none;
    border-radius: 0;
  }
  .side .view {
    border-radius: var(--_radius);
  }
  .side.pair:not(.alone) {
    max-inline-size: calc(72em * var(--_ratio));
  }
  @container (width >= 30em) {
    .side:not(.alone) .frame {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .pair.pair {
      break-inside: avoid;
      max-inline-size: calc(48em * var(--_ratio));
    }
    :is(.slide, .fade) .frame {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.5em;
    }
    :is(.slide, .fade) .before {
      position: relative;
      inset: auto;
      aspect-ratio: var(--_ratio);
      clip-path: none;
    }
    .fade .before img,
    .fade .before ::slotted(*) {
      opacity: 1;
    }
    :is(.divider, .opacity) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .when,
    .knob,
    .divider {
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
      border-color: CanvasText;
    }
    .knob {
      border: 2px solid CanvasText;
      padding: 7px;
    }
  }
`;
