import {css} from 'lit';

export const styles = css`
  :host {
    --_offset: var(--spass-story-offset, 1em);
  }
  .story {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  header {
    display: grid;
    gap: 0.75em;
    max-inline-size: 40em;
  }
  header .title {
    font-size: clamp(1.375em, 4cqi, 1.75em);
    line-height: 1.15;
  }
  header p {
    font-size: 1.1875em;
    line-height: 1.6;
  }
  .body,
  .reading {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  .steps {
    min-inline-size: 0;
  }
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em 2em;
    align-content: start;
    padding-block: 1.75em;
    scroll-margin-block-start: var(--_offset);
    outline-offset: -2px;
  }
  .step:first-child {
    padding-block-start: 0;
  }
  .step + .step {
    border-block-start: 1px solid var(--_line);
  }
  .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    align-content: start;
    max-inline-size: 40em;
  }
  .words > p:not(.small) {
    max-inline-size: 34em;
    font-size: 1.1875em;
    line-height: 1.6;
  }
  .words > .opening:not(.small) {
    max-inline-size: 24em;
    font-family: var(--_heading-font);
    font-size: 1.5em;
    line-height: 1.4;
  }
  /* Sections of the page have their own margins. */
  .words:has(slot) {
    gap: 0;
  }
  .words .title {
    font-size: 1.25em;
  }
  .title:focus-visible {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 4px;
  }
  .year {
    display: block;
    margin-block-end: 0.125em;
    color: var(--_projet);
    font-family: var(--_heading-font);
    font-size: clamp(2.25em, 7cqi, 3.2em);
    font-weight: 600;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
  }
  .place button {
    margin-inline-start: -0.25em;
  }
  /* The note inside a small line: muted once, for its contrast. */
  .small .small {
    font-size: inherit;
    color: inherit;
  }
  .picture {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  figure.picture {
    display: grid;
    gap: 0.5em;
    align-content: start;
  }
  .picture > img {
    inline-size: 100%;
    block-size: auto;
    max-block-size: 36em;
    border-radius: var(--_radius);
    object-fit: cover;
    background-color: var(--_tint);
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    isolation: isolate;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .stage {
    block-size: clamp(10em, 60vh, 16em);
    color: var(--_ink);
    scroll-margin-block-start: var(--_offset);
  }
  .beside.lost {
    gap: 0.75em;
    justify-items: start;
    align-self: start;
    padding: 1em;
  }
  @media screen {
    /* Coordinates are for screen readers and print. */
    .mapped .bare span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    /* All pictures share the stage. They stay in their steps for screen readers, and appear with them. */
    .exhibit {
      transition: opacity var(--_motion);
    }
    @container (width >= 52em) {
      .story > .body {
        --_stage: auto;
        position: relative;
        grid-template-columns: minmax(0, 1fr) var(--_stage);
        gap: 2.5em;
      }
      .has-stage .body {
        --_stage: calc(62% - 2.5em);
      }
      /* Its parts are in the columns of the body. */
      .reading {
        grid-area: 1 / 1 / auto / -1;
        grid-template-columns: subgrid;
        gap: inherit;
      }
      .steps {
        grid-area: 1 / 1;
      }
      .has-stage .steps {
        padding-inline-start: 1.5em;
      }
      .beside,
      .progress {
        grid-area: 1 / 2;
        position: sticky;
        inset-block-start: var(--_offset);
        align-self: start;
      }
      .progress {
        padding: 0;
        border: 0;
        background-color: var(--_paper);
      }
      /* Without a stage always in the window: the focus moves no page. */
      .story:not(.has-stage) .progress .button {
        scroll-margin: 0;
      }
      /* Below the stage, which ends above it also at the end of the story. */
      .has-stage .progress {
        --_below: calc(var(--_stage-height) + 2px + 0.5em);
        inset-block-start: calc(var(--_offset) + var(--_below));
        margin-block-start: var(--_below);
      }
      .beside,
      .exhibit {
        margin-block-end: calc(max(2.75em, 44px) + 0.5em);
      }
      .stage {
        block-size: var(--_stage-height);
      }
      .story {
        /* As high as a picture of 16:9 with its caption, so that both and the progress are together. */
        --_stage-height: clamp(16em, min(80vh, 100vh - 7em - var(--_offset), 35cqi + 3em), 50em);
      }
      /* The same gap between all steps, so long that each is current for some time while scrolling. */
      .has-stage .step {
        padding-block: 0 min(20vh, 8em);
        border: 0;
      }
      .mapped :is(.place button, .place.same) {
        display: none;
      }
      .exhibit {
        position: absolute;
        z-index: 1;
        inset-block: 0;
        inset-inline-end: 0;
        inline-size: var(--_stage);
        opacity: 0;
        pointer-events: none;
      }
      .staged > .exhibit,
      .exhibit:focus-within {
        opacity: 1;
      }
      .exhibit:focus-within {
        z-index: 2;
      }
      .exhibit > .picture {
        position: sticky;
        inset-block-start: var(--_offset);
        min-block-size: calc(var(--_stage-height) + 2px);
        align-content: start;
        background-color: var(--_paper);
      }
      .staged > .exhibit > .picture,
      .exhibit:focus-within > .picture {
        pointer-events: auto;
      }
      .exhibit > .picture > img {
        max-block-size: calc(var(--_stage-height) - 4em);
      }
      .exhibit .pair {
        max-inline-size: calc((var(--_stage-height) - 4em) * var(--_ratio));
      }
    }
  }
  @media print {
    /* Rows of a grid that pages divide overlap in Chromium. */
    .story,
    .body,
    .reading {
      display: block;
    }
    .story > * + * {
      margin-block-start: 1.5em;
    }
    .beside.lost {
      display: none;
    }
    .beside {
      border: 0;
    }
    .step {
      break-inside: avoid;
    }
    .story > header {
      break-after: avoid;
    }
    .picture > img {
      max-block-size: 16em;
      inline-size: auto;
      max-inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .story {
      --_projet: CanvasText;
    }
    /* For the line of the progress, which is a gradient: texts and pictures have the colours of the system. */
    .steps {
      forced-color-adjust: none;
    }
    .step {
      forced-color-adjust: auto;
    }
  }
`;
