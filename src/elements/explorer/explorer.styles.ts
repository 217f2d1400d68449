import {css} from 'lit';

/** The filter, the tabs, and the views one below the other; from a container width of 52em in pairs. */
export const styles = css`
  .width {
    block-size: 0;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .frame > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  [hidden] {
    display: none !important;
  }
  /* Fallback content is shown over the placeholders of the views. */
  .under {
    visibility: hidden;
  }
  .body {
    --_gap: var(--spass-explorer-gap, 2.5em);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: 1.5em;
  }
  .filter {
    /* The explorer renders the footer. */
    --_no-foot: 0px;
  }
  /* Its height with the four families, in whose room the tabs would stand until its code has loaded. */
  .filter:state(loading) {
    min-block-size: 15em;
  }
  /* Tabs wrap to a second line instead of scrolling out of view. */
  .tabs {
    display: flex;
    flex-wrap: wrap;
  }
  .tab {
    position: relative;
    flex: 1 1 auto;
    max-inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding: 0.5em min(0.75em, 2cqi);
    overflow-wrap: break-word;
    border: 0 solid var(--_line);
    border-block-end-width: 1px;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
    transition: background var(--_motion);
  }
  .tab:hover {
    background-color: var(--_tint);
  }
  .tab[aria-selected='true'] {
    color: inherit;
    font-weight: 600;
  }
  .tab[aria-selected='true']::after {
    content: '';
    position: absolute;
    inset-block: auto -1px;
    inset-inline: 0;
    block-size: 3px;
    background-color: var(--_ink);
  }
  .tab:focus-visible {
    /* Inside the bar that marks the selected tab. */
    outline-offset: -6px;
  }
  /* Tabs of the DSFR. */
  @container style(--spass-focus: #0a76f6) {
    .tab {
      margin-inline-end: 0.25em;
      padding-inline: 0.5em;
      font-weight: 700;
      color: var(--_ink);
      background-color: light-dark(#e3e3fd, #272747);
    }
    .tab[aria-selected='true'] {
      border-width: 0 1px;
      color: var(--_link);
      background: none;
    }
    .tab[aria-selected='true']::after {
      inset-block: 0 auto;
      block-size: 2px;
      background-color: var(--_link);
    }
  }
  .views {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    align-items: start;
  }
  .view {
    min-inline-size: 0;
  }
  /* Placeholders below the first row: a first view without records would move them into the window. */
  .waiting > .view:not(:first-child, .half:first-child + .half),
  .view:first-child:has(> :state(loading)) ~ .view:not(.half:first-child + .half) {
    visibility: hidden;
  }
  .widget {
    --_margin: 0;
  }
  /* Reserves height until the code of a view is loaded. */
  .widget:state(loading) {
    min-block-size: 100vh;
  }
  .skeleton.drawing {
    max-block-size: none;
  }
  .outline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(22em, 40%)), 1fr));
    gap: 1em 2em;
    color: var(--_edge);
  }
  .outline > :first-child {
    display: flex;
    grid-column: 1 / -1;
    block-size: 3.25em;
  }
  .outline > :first-child > * {
    flex: 1;
  }
  .outline > :first-child > * + * {
    border-inline-start: 1px dashed;
  }
  /* Rows of a mark and the lines of two texts. */
  .outline p {
    display: grid;
    grid-template-columns: 2.5em 1fr;
    gap: 0 1em;
    padding-block: 0.75em;
    border-block-end: 1px dashed;
  }
  .outline p > .bone {
    grid-row: 1 / 3;
    block-size: 3em;
  }
  .outline p > :not(.bone) {
    inline-size: 70%;
    block-size: 0.75em;
    border-block-end: 1px dashed;
  }
  .outline p > :last-child {
    inline-size: 40%;
  }
  .outline svg {
    inline-size: 100%;
    block-size: 13.5em;
    fill: none;
    stroke: currentColor;
  }
  .outline path {
    stroke-dasharray: 3 3;
    vector-effect: non-scaling-stroke;
  }
  /* One below the other: the button to try again stays on the first screen. */
  @container (width < 46em) {
    .outline p:nth-child(n + 3) {
      display: none;
    }
    .outline svg {
      block-size: 9em;
    }
  }
  @container (width < 60em) {
    .outline p:nth-child(n + 4) {
      display: none;
    }
  }
  @container (width >= 60em) {
    .outline p > :not(.bone) {
      inline-size: 85%;
    }
    .outline p > :last-child {
      inline-size: 55%;
    }
    .outline svg {
      block-size: 100%;
      min-block-size: 18.25em;
    }
  }
  .name {
    margin-block-end: 1em;
  }
  .name.sr {
    margin: 0;
  }
  .name .title {
    font-size: 1.375em;
  }
  .name:focus-visible {
    outline-offset: 4px;
  }
  @container (width <= 22em) {
    .tabs {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    }
  }
  @container (width >= 30em) {
    .filter:state(loading) {
      min-block-size: 8.5em;
    }
  }
  @container (width >= 44em) {
    .filter:state(loading) {
      min-block-size: 5.5em;
    }
  }
  @container (width >= 64em) {
    .filter:state(loading) {
      min-block-size: 4.125em;
    }
  }
  @container (width >= 52em) {
    .views {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .view:not(.half) {
      grid-column: 1 / -1;
    }
    /* At the head of a sheet, the line between views would divide nothing. */
    @media not print {
      .view:not(:first-child, .half:first-child + .half) > .name {
        padding-block-start: 1.25em;
        border-block-start: 1px solid var(--_line);
      }
    }
  }
  @media print {
    .views {
      display: block;
    }
    .view + .view {
      margin-block-start: 1em;
    }
    /* The heading of the page would be alone above what has no height. */
    .width,
    .tabs {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
