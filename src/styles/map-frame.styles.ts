import {css} from 'lit';

/** Styles of map controls, attribution and consent prompt. */
export const mapFrameStyles = css`
  /* Elements over the map need an opaque background: the page's, or a colour that contrasts with the text. */
  .root {
    --_paper: var(
      --spass-background,
      var(--spass-surface, oklch(from currentColor clamp(0.2, (0.6 - l) * 999, 1) 0 0))
    );
  }
  .stage {
    position: relative;
    min-inline-size: 0;
  }
  .map {
    position: absolute;
    inset: 0;
  }
  /* Shares one stacking context with the elements over the map, so that they are below its focus ring. */
  .stage .map {
    isolation: auto;
  }
  .skip,
  .controls .button,
  .consent,
  .credit {
    background-color: var(--_paper);
  }
  .stage .button:hover {
    background: linear-gradient(var(--_tint) 0 0);
    background-color: var(--_paper);
  }
  .skip {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline: min(4.5em, 25%) auto;
    z-index: 3;
    max-inline-size: 75%;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  .controls {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: 0.75em;
    z-index: 1;
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .controls .button {
    inline-size: max(2.75em, 44px);
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .controls .button + .button {
    border-block-start: 1px solid var(--_line);
  }
  .controls .button:focus-visible {
    z-index: 1;
  }
  .sign {
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .consent {
    border-block-start: 1px solid var(--_line);
  }
  .consent .button {
    margin: 0.75em 1em;
  }
  .consent p {
    padding: 0 1em 0.75em;
  }
  .consent .ground {
    padding-block-start: 0.75em;
  }
  .aim {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: 32px;
    block-size: 32px;
    z-index: 1;
    pointer-events: none;
    border: 2px solid var(--_ink);
    border-radius: 50%;
    box-shadow: 0 0 0 2px var(--_paper);
  }
  /* Crosshair through the centre. */
  .aim::before,
  .aim::after {
    content: '';
    position: absolute;
    inset-block: -8px;
    inset-inline: calc(50% - 1px);
    background-color: var(--_ink);
    box-shadow: 0 0 0 1px var(--_paper);
  }
  .aim::after {
    rotate: 90deg;
  }
  .credit {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    z-index: 1;
    padding: 0.125em 0.5em;
    font-size: max(0.75em, 12px);
  }
  .credit a {
    display: inline-block;
    min-block-size: 24px;
    line-height: 24px;
  }
  /* Above the attribution, which takes the whole width. */
  @container (width <= 30em) {
    .stage .map .scale {
      inset-block-end: 2em;
    }
  }
  /* It has two lines. */
  @container (width <= 17.75em) {
    .stage .map .scale {
      inset-block-end: 3.5em;
    }
  }
  /* In print the list replaces the map; the attribution of the background remains. */
  @media print {
    .stage > :not(.credit),
    .consent {
      display: none;
    }
    .root .stage {
      position: static;
      block-size: auto !important;
    }
    .credit {
      position: static;
    }
  }
`;

/** Styles of a map in a grid: if there is space, the consent prompt is over the map. */
export const mapOverlayStyles = css`
  @container (width >= 30em) {
    .stage,
    .consent {
      grid-area: 1 / 1;
    }
    .consent {
      z-index: 1;
      place-self: end start;
      max-inline-size: min(21em, 100% - 1.5em);
      margin: 0.75em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .stage:has(+ .consent) .map .scale {
      inset-block-end: 2em;
      inset-inline: auto 0;
    }
  }
`;
