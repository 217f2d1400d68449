import {css} from 'lit';

export const styles = css`
  .layout {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
    background: var(--_surface);
  }
  .stage {
    position: relative;
    block-size: 22em;
    min-inline-size: 0;
  }
  .map,
  .facade {
    position: absolute;
    inset: 0;
  }
  .map {
    background: var(
      --spass-map-water,
      color-mix(in srgb, light-dark(#1f5fa6, #8ab8f0) 12%, transparent)
    );
  }
  .facade {
    display: grid;
    place-items: center;
    padding: 1em;
    z-index: 1;
  }
  .facade > * {
    grid-area: 1 / 1;
  }
  .facade svg {
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: var(--_edge);
    stroke-width: 2.5;
    stroke-linecap: round;
    opacity: 0.5;
  }
  .facade .notice {
    align-self: start;
    background: var(--spass-background, Canvas);
  }
  .skip:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
  }
  .skip:focus {
    position: absolute;
    inset: 0.5em auto auto 50%;
    z-index: 1001;
    translate: -50%;
  }
  .skip,
  .controls .button,
  .consent,
  .popup,
  .credit {
    color: var(--spass-ink, CanvasText);
    background: var(--spass-background, Canvas);
  }
  .controls {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-start: 0.75em;
    z-index: 1000;
    display: grid;
  }
  .controls .button {
    inline-size: max(2.75em, 44px);
    padding: 0;
    border-color: var(--_line);
    border-radius: 0;
    margin-block-start: -1px;
  }
  .controls .button:focus-visible {
    z-index: 1;
  }
  .controls svg,
  .close svg {
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .consent {
    position: absolute;
    inset-block-end: 0.75em;
    inset-inline-start: 0.75em;
    z-index: 1000;
    max-inline-size: min(20em, 70%);
    padding: 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.25em;
  }
  .credit {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    z-index: 999;
    padding: 0.125em 0.5em;
    font-size: max(0.75em, 12px);
  }
  .popup {
    inline-size: max-content;
    max-inline-size: 18em;
    padding: 0.75em 3.25em 0.75em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 2px 12px rgb(0 0 0 / 15%);
    display: grid;
    gap: 0.25em;
  }
  .popup ul {
    max-block-size: 12em;
    overflow: auto;
    display: grid;
    gap: 0.5em;
  }
  .close {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
  }
  .list {
    display: grid;
    align-content: start;
    border-block-start: 1px solid var(--_line);
  }
  .in-view,
  summary,
  .list > .button {
    padding: 0.75em 1em;
  }
  .list > .button {
    margin: 0.75em 1em;
  }
  .in-view {
    border-block-end: 1px solid var(--_line);
  }
  summary {
    min-block-size: 44px;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .entry {
    display: grid;
    grid-template-columns: 0.85em 1fr;
    gap: 0.75em;
    padding: 0.625em 1em;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 3px solid transparent;
  }
  .entry .title {
    font-size: 1em;
  }
  .entry .title a {
    text-decoration: none;
  }
  .entry .title a:hover {
    text-decoration: underline;
  }
  .entry .shape {
    margin-block-start: 0.3em;
  }
  .lit {
    border-inline-start-color: var(--_family, var(--_edge));
    background: var(--_tint);
  }
  :host(:fullscreen) .root {
    block-size: 100%;
    background: var(--spass-background, Canvas);
    overflow: auto;
  }
  :host(:fullscreen) .stage {
    block-size: 85vh !important;
  }
  @container (min-width: 52em) {
    .layout:has(.list) {
      grid-template-columns: minmax(0, 1fr) 19em;
    }
    .stage {
      block-size: 32em;
    }
    .list {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
      overflow: auto;
      contain: size;
    }
  }
  @media print {
    .stage {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .lit {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
