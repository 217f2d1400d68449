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
    gap: 0.5em;
    max-inline-size: 66ch;
  }
  header .title {
    font-size: 1.5em;
    line-height: 1.2;
  }
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
    max-inline-size: 66ch;
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
    font-family: var(--_font);
    font-size: 0.875em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
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
  .picture {
    min-inline-size: 0;
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
    block-size: 16em;
    color: var(--_ink);
    scroll-margin-block-start: var(--_offset);
  }
  .beside.lost {
    gap: 0.75em;
    justify-items: start;
    align-self: start;
    padding: 1em;
  }
  .bone.title {
    inline-size: 60%;
    block-size: 1.8em;
  }
  .bone.text {
    block-size: 12em;
    margin-block-start: 1em;
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
    @container (min-width: 52em) {
      .mapped .reading {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 2.5em;
      }
      .mapped .steps {
        grid-area: 1 / 1;
      }
      .mapped .beside {
        grid-area: 1 / 2;
        position: sticky;
        inset-block-start: var(--_offset);
        align-self: start;
      }
      .mapped .stage {
        block-size: min(34em, 100vh - 7em - var(--_offset));
        min-block-size: 16em;
      }
      /* Minimum height, so that each step is current for some time while scrolling. */
      .mapped .step {
        min-block-size: 20em;
        padding-inline-start: 1.25em;
        border-inline-start: 3px solid transparent;
      }
      .mapped .step + .step {
        border-block-start: 0;
      }
      /* The map is always visible here. */
      .mapped .place button {
        display: none;
      }
      .mapped .read {
        border-inline-start-color: var(--_projet);
      }
      .story:not(.mapped) .pictured {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
      }
      .story:not(.mapped) .picture {
        position: sticky;
        inset-block-start: var(--_offset);
        align-self: start;
      }
    }
  }
  @media print {
    .beside.lost {
      display: none;
    }
    .beside {
      border: 0;
    }
    .step {
      break-inside: avoid;
    }
    .picture > img {
      max-block-size: 16em;
      inline-size: auto;
      max-inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .mapped .step {
      border-inline-start-color: Canvas;
    }
    .mapped .read {
      border-inline-start-color: Highlight;
    }
  }
`;
