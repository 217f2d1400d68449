import {css} from 'lit';
import {addressSearchStyles} from '../../styles/address-search.styles.js';
import {dsfrFieldStyles} from '../../styles/dsfr-controls.styles.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFacadeStyles, mapListStyles, popupStyles} from '../../styles/map-parts.styles.js';
import {mapFrameStyles, mapOverlayStyles} from '../../styles/map-frame.styles.js';

const styles = css`
  /* A page that gives the element the height of the map alone must not cover the list below it. Firefox has no height of
     the content as a minimum. */
  :host {
    block-size: auto !important;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: end;
    margin-block-end: 1em;
  }
  .finder {
    flex: 1 1 12em;
    max-inline-size: 20em;
  }
  .notice {
    margin-block-end: 0.5em;
  }
  /* The map below is the drawing. */
  .empty.empty::before {
    content: none;
  }
  .way-out {
    margin-block-start: 1em;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    isolation: isolate;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
    background-color: var(--_surface);
  }
  .stage {
    block-size: var(--_height, 22em);
    color: var(--_ink);
  }
  .stage .map {
    /* Keeps data from under the buttons, the scale and the credit when the map fits its view. */
    scroll-padding-block-end: 3.25em;
    scroll-padding-inline-start: calc(max(2.75em, 44px) + 2.75em);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 1em;
  }
  .legend .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .legend .button[aria-pressed='false'] {
    color: var(--_muted);
    border-style: dashed;
  }
  .legend .button[aria-pressed='false'] .swatch {
    opacity: 0.4;
  }
  .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    vertical-align: text-bottom;
  }
  .swatch text {
    fill: var(--_on-fill);
    font-size: 9px;
    font-weight: 700;
    text-anchor: middle;
  }
  /* Everything in the list starts where its symbols do, which have a border before them. */
  .list > .title {
    padding: 0.75em calc(0.889em + 3px) 0.25em;
  }
  .list .empty {
    padding: 0.75em calc(1.143em + 3px) 0.25em;
  }
  .nearby {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125em;
    color: var(--_muted);
  }
  .list {
    align-content: start;
    border-block-start: 1px solid var(--_line);
  }
  .in-view,
  summary {
    padding: 0.75em calc(1.143em + 3px);
    min-block-size: 44px;
  }
  summary {
    padding-inline: calc(1em + 3px);
  }
  .outside {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    padding: 0.5em calc(1.143em + 3px);
    color: var(--_muted);
  }
  .outside .quiet {
    color: var(--_ink);
  }
  .layout > .outside {
    border-block: 1px solid var(--_line) 0;
  }
  .list ul + .button {
    margin: 0.75em calc(1em + 3px);
  }
  summary {
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .list summary:focus-visible {
    /* The list clips what is outside of it. */
    outline-offset: -2px;
  }
  .in-view,
  .outside,
  .entry {
    border-block-end: 1px solid var(--_line);
  }
  .entry {
    display: grid;
    grid-template-columns: 0.85em minmax(0, 1fr) auto;
    align-content: start;
    gap: 0.125em 0.75em;
    padding: 0.625em 1em;
    border-inline-start: 3px solid transparent;
  }
  /* Reserves a column for the button that shows a place, which is rendered with the map. */
  .list > ul > .entry {
    grid-template-columns: 0.85em minmax(0, 1fr) calc(44px - 0.75em);
  }
  .entry > :is(.title, p) {
    grid-column: 2;
  }
  /* Below the button that shows a place. */
  .entry > .nearby {
    grid-column: 2 / -1;
  }
  .entry :is(.shape, .swatch) {
    grid-area: 1 / 1;
    margin-block-start: 0.25em;
  }
  .entry .swatch {
    margin: 0 -0.2em;
  }
  .entry .title {
    font-size: 1em;
  }
  .see {
    grid-area: 1 / 3 / 3;
    align-self: center;
    inline-size: 44px;
    block-size: 44px;
    /* The target is higher than a title: the row is not. */
    margin-block: -10px;
    margin-inline-end: -0.75em;
    color: var(--_muted);
  }
  .entry:has(.nearby) .see {
    grid-row: 1 / 4;
    align-self: start;
  }
  .see:hover {
    color: inherit;
  }
  .years {
    white-space: nowrap;
  }
  .entry .title a {
    text-decoration-color: var(--_edge);
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 24px;
    /* The target is higher than the line: the row is not. */
    margin-block: -0.35em;
  }
  /* The ring around the text alone: around the whole target it would cross the line below. */
  .entry .title a:focus-visible {
    min-block-size: 0;
    margin-block: 0;
    padding-block: 0;
  }
  .lit {
    border-inline-start-color: var(--_family, var(--_edge));
    background-color: color-mix(in srgb, var(--_family, var(--_ink)) 10%, transparent);
  }
  .stage.bone {
    border-radius: 0;
  }
  :is(.beneath, .drawing) :is(.tools, .list) {
    display: none;
  }
  :is(.beneath, .drawing) .layout {
    display: block;
    border: 0;
  }
  :is(.beneath, .drawing) .stage {
    position: relative;
    block-size: 14em;
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .beneath .stage {
    border: 1px solid var(--_line);
    opacity: 1;
  }
  .drawing .facade {
    background: none;
    filter: grayscale(1);
    opacity: 0.45;
  }
  .skeleton :is(.button, .field) {
    inline-size: 8em;
    border-color: transparent;
    background-color: var(--_tint);
  }
  .skeleton .finder .field {
    inline-size: 100%;
  }
  .skeleton .entry .bone {
    grid-column: 2;
    block-size: 2.25em;
  }
  :host(:fullscreen) .root {
    block-size: 100%;
    padding: 1em;
    background-color: var(--_paper);
    overflow: auto;
  }
  :host(:fullscreen) .stage {
    block-size: 80vh !important;
  }
  /* A row of controls, as long as it has room for them. */
  @container (12em <= width <= 30em) {
    .stage .map {
      scroll-padding: calc(max(2.75em, 44px) + 2.75em) auto 3.75em;
    }
    .controls {
      grid-auto-flow: column;
    }
    .controls .button + .button {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .layout {
      display: block;
    }
    .outside {
      display: none;
    }
  }
  @media (forced-colors: active) {
    /* Transparent borders are visible in forced-colors mode. */
    .entry {
      border-inline-start-color: Canvas;
    }
    .lit {
      outline: 2px solid CanvasText;
      outline-offset: -2px;
    }
  }
`;

export const mapStyles = [
  ...[familyStyles, addressSearchStyles, mapFrameStyles, mapOverlayStyles, mapFacadeStyles],
  ...[styles, mapListStyles, popupStyles, dsfrFieldStyles],
];
