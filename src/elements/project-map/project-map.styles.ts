import {css} from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: end;
    margin-block: 0.5em 1em;
  }
  .finder {
    flex: 1 1 12em;
    max-inline-size: 20em;
  }
  .notice {
    margin-block: 0.5em;
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
    block-size: 22em;
    color: var(--_ink);
  }
  .stage .map {
    /* Keeps data from under the buttons when the map fits its view. */
    scroll-padding-inline-start: calc(max(2.75em, 44px) + 2.75em);
  }
  .stage .popup-holder {
    z-index: 1;
  }
  .popup {
    position: relative;
    background-color: var(--_paper);
    inline-size: max-content;
    max-inline-size: min(18em, 100cqi - 2em);
    padding-block: 0.75em 0.875em;
    padding-inline: 1em 3.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 2px 12px rgb(0 0 0 / 15%);
    display: grid;
    gap: 0.25em;
    max-block-size: 11em;
    overflow-y: auto;
  }
  .popup .introduction {
    font-size: 0.875em;
    line-height: 1.45;
  }
  .popup .picture {
    aspect-ratio: 3 / 2;
    max-block-size: 11em;
    inline-size: calc(100% + 4.25em);
    margin-block: -0.75em 0.5em;
    margin-inline: -1em -3.25em;
    overflow: clip;
  }
  .popup .picture img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .popup:has(.picture:not([hidden])) {
    max-block-size: 100%;
    inline-size: 18em;
    padding-inline-end: 1em;
  }
  .popup:has(.picture:not([hidden])) .picture {
    inline-size: calc(100% + 2em);
    margin-inline-end: -1em;
  }
  .popup:has(.picture:not([hidden])) .close {
    margin: 0.375em;
    border-radius: 50%;
    background-color: var(--_paper);
  }
  /* A row of controls leaves less height. */
  @container (max-width: 30em) {
    .popup:has(.picture:not([hidden])) {
      inline-size: 18em;
      padding-inline: 6.5em 1em;
      min-block-size: 7em;
    }
    .popup:has(.picture:not([hidden])) .picture {
      position: absolute;
      inset: 0 auto 0 0;
      margin: 0;
      inline-size: 5.5em;
      max-block-size: none;
      aspect-ratio: auto;
    }
    .popup:has(.picture:not([hidden])) :is(.family, .title) {
      padding-inline-end: 2.25em;
    }
    .stage .popup-holder {
      max-block-size: calc(100% - max(2.75em, 44px) - 0.75em - 24px);
    }
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.5em 1em;
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
    font:
      700 9px ui-sans-serif,
      system-ui,
      sans-serif;
    text-anchor: middle;
  }
  .list > .title,
  .empty {
    padding: 0.75em 1em 0.25em;
  }
  .entry > .nearby {
    grid-column: 2;
  }
  .entry .swatch {
    margin-inline: -0.2em;
  }
  .nearby {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125em;
    color: var(--_muted);
  }
  .popup .title {
    font-size: 1em;
  }
  .popup ul {
    max-block-size: 12em;
    overflow: auto;
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.25em;
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
    align-content: start;
    border-block-start: 1px solid var(--_line);
  }
  .in-view,
  summary {
    padding: 0.75em 1em;
    min-block-size: 44px;
  }
  .list .button {
    margin: 0.75em 1em;
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
  .entry :is(.shape, .swatch) {
    grid-area: 1 / 1;
    margin-block-start: 0.25em;
  }
  .entry .title {
    font-size: 1em;
  }
  .see {
    grid-area: 1 / 3 / 3;
    align-self: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block: -0.25em;
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
  .entry .title a {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 24px;
    line-height: inherit;
  }
  .title a {
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .lit {
    border-inline-start-color: var(--_family, var(--_edge));
    background-color: color-mix(in srgb, var(--_family, var(--_ink)) 10%, transparent);
  }
  .stage.bone {
    border-radius: 0;
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
  @container (max-width: 30em) {
    .stage .map {
      scroll-padding: calc(max(2.75em, 44px) + 2.75em) auto auto;
    }
    .controls {
      grid-auto-flow: column;
    }
    .controls .button + .button {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @container (min-width: 52em) {
    .layout:has(.list) {
      grid-template-columns: minmax(0, 1fr) 20em;
    }
    .stage {
      block-size: 32em;
    }
    @media screen {
      .list {
        border-block-start: 0;
        border-inline-start: 1px solid var(--_line);
        overflow: auto;
        contain: size;
      }
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
  }
  @media (forced-colors: active) {
    /* Transparent borders are visible in forced-colors mode. */
    .entry {
      border-inline-start-color: Canvas;
    }
    .lit {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
