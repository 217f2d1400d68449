import {css} from 'lit';

/** Table of contents and progress bar of a story. */
export const navigationStyles = css`
  .contents ol {
    display: grid;
    --_column: calc(100% / var(--_columns, 5) - 1.5em);
    grid-template-columns: repeat(auto-fill, minmax(min(max(15em, var(--_column)), 100%), 1fr));
    gap: 0 1.5em;
    padding-block: 0.5em;
    border-block: 1px solid var(--_line);
    counter-reset: step;
  }
  /* Classes: a policy of the page can refuse a style attribute in what prerender writes. */
  .contents .columns-3 {
    --_columns: 3;
  }
  .contents .columns-4 {
    --_columns: 4;
  }
  .contents a {
    display: grid;
    grid-template-columns: 1.75em minmax(0, 1fr);
    padding-block: 0.375em;
    color: inherit;
    text-decoration: none;
    counter-increment: step;
  }
  .contents a::before {
    content: counter(step);
    font-variant-numeric: tabular-nums;
  }
  /* Years on one line, on a phone on two. */
  .contents .dated {
    grid-template-columns: repeat(auto-fit, minmax(3em, 1fr));
    gap: 0 0.5em;
    font-family: var(--_heading-font);
    font-size: 1.125em;
    font-variant-numeric: tabular-nums;
    align-items: baseline;
  }
  .dated a {
    display: block;
  }
  .contents .dated a::before {
    content: none;
  }
  .contents .dated [aria-current] {
    color: var(--_projet);
  }
  .contents a:hover {
    text-decoration: underline;
  }
  .contents [aria-current] {
    color: var(--_ink);
    font-weight: 600;
  }
  .contents [aria-current]::before {
    color: var(--_projet);
  }
  .progress {
    display: flex;
    gap: 0.5em;
    align-items: center;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  /* The part that has been read: a line beside the text, or at the edge of the stage above it. */
  .steps {
    padding-inline-start: 1em;
    background: linear-gradient(var(--_projet) 0 0) no-repeat;
    background-position: 0 0;
    background-size: 3px var(--_read);
    border-inline-start: 1px solid var(--_line);
  }
  .progress p {
    flex: 1;
    color: inherit;
    font-variant-numeric: tabular-nums;
  }
  .progress .button {
    min-inline-size: 44px;
    padding-inline: 0;
  }
  .progress [aria-disabled] {
    color: var(--_muted);
    border-style: dashed;
    cursor: default;
  }
  @media screen {
    /* The step that is read is told from the others in the window; their contrast is still that of text. */
    .year,
    .words {
      transition: color var(--_motion);
    }
    .has-stage .steps:has(.read) .step:not(.read) .words {
      color: var(--_muted);
      & .year {
        color: inherit;
        font-weight: 400;
      }
      & :is(p, .title) {
        color: inherit;
      }
    }
    @container (width < 52em) {
      /* As long as its buttons are used it is at the edge of the window: each step would scroll them away. */
      .body:has(> .progress) {
        grid-template-rows: auto calc(max(2.75em, 44px) + 1em + 1px);
      }
      .reading {
        grid-area: 1 / 1;
      }
      .progress {
        grid-area: 1 / 1 / span 2;
        align-self: end;
      }
      .progress:focus-within {
        position: sticky;
        z-index: 4;
        inset-block-end: 0;
        background-color: var(--_paper);
      }
    }
  }
  @media print {
    .contents,
    .progress {
      display: none;
    }
    .steps {
      background: none;
    }
  }
`;

/** Stage of a story in a narrow column, with the progress at its edge. */
export const phoneStageStyles = css`
  /* A tall picture is whole on every stage. */
  .exhibit .tall {
    object-fit: contain;
    background: none;
  }
  /* On a phone the stage is at the top, and the text passes under it. Not in low windows, nor in a frame that is as high
     as its content, which does not scroll. */
  @media screen and (height >= 30em) and (height <= 90em) {
    @container (width < 52em) {
      .has-stage {
        --_top: var(--spass-story-offset, 0px);
        --_stage-height: clamp(10em, min(45vh, 50vh - var(--_top) - 1em), 30em);
      }
      .has-stage .reading {
        position: relative;
        gap: 1.5em;
      }
      .has-stage:not(.mapped) .reading {
        padding-block-start: calc(var(--_stage-height) + 1.5em);
      }
      .beside {
        position: sticky;
        z-index: 1;
        inset-block-start: var(--_top);
        border-radius: 0;
        background-color: var(--_paper);
      }
      /* Clear of a header of the page that stays at the top. */
      :is(.beside, .exhibit > .picture):has(:focus-visible) {
        inset-block-start: max(var(--_top), 100px);
      }
      .stage {
        block-size: var(--_stage-height);
      }
      .exhibit {
        position: absolute;
        z-index: 2;
        inset: 0;
        opacity: 0;
        pointer-events: none;
      }
      .staged > .exhibit,
      .exhibit:focus-within {
        opacity: 1;
      }
      .exhibit > .picture {
        position: sticky;
        inset-block-start: var(--_top);
        block-size: calc(var(--_stage-height) + 3px);
        /* The credit whole, and the picture in what it leaves. */
        grid-template-rows: minmax(0, auto) auto;
        align-content: center;
        /* Not at its sides, where the focus ring is. */
        overflow-y: clip;
        background-color: var(--_paper);
      }
      .exhibit:focus-within {
        z-index: 3;
      }
      .staged > .exhibit > .picture,
      .exhibit:focus-within > .picture {
        pointer-events: auto;
      }
      .exhibit > .picture > img {
        max-block-size: min(100%, var(--_stage-height) - 2.5em);
      }
      /* Clear of the line of the progress. */
      .exhibit > .picture > figcaption {
        padding-block-end: 0.5em;
      }
      /* Whole, where the stage would cut off more than a quarter of a picture of 3:2. */
      @container (width > calc(90vh - 5em)) {
        .exhibit > .picture > img {
          object-fit: contain;
        }
      }
      .exhibit .pair {
        max-inline-size: none;
      }
      .exhibit .frame {
        max-inline-size: calc((var(--_stage-height) - 8em) * var(--_ratio));
      }
      /* In half a narrow frame. */
      .exhibit .when {
        margin-inline: -0.375em;
        padding-inline: 0.375em;
        max-inline-size: 45%;
      }
      /* Below the buttons in a tall window; else beside them, where it has four lines. A longer one scrolls. */
      .exhibit figcaption {
        flex-basis: calc(900vh - 400em);
        max-block-size: 6em;
        overflow: auto;
      }
      @container (width >= 36em) {
        .exhibit .pair {
          display: grid;
          grid-template: 1fr auto / minmax(0, max-content) minmax(10.5em, 1fr);
        }
        .exhibit .frame {
          grid-row: 1 / span 4;
          inline-size: calc(var(--_stage-height) * var(--_ratio));
          max-inline-size: 100%;
        }
        .exhibit .pair > :not(.frame) {
          grid-column: 2;
          align-self: end;
        }
      }
      .has-stage .step {
        padding-block: 0 4em;
        border: 0;
      }
      /* The pager follows the last step. */
      .has-stage .step:last-child {
        padding-block-end: 1em;
      }
      .has-stage :is(.step, .steps :is(a, button, .title)) {
        scroll-margin-block-start: calc(var(--_top) + var(--_stage-height) + 1em);
      }
      .mapped :is(.place button, .place.same) {
        display: none;
      }
      .has-stage .steps {
        padding-inline-start: 0;
        background: none;
        border: 0;
      }
      .has-stage :is(.beside, .exhibit > .picture) {
        border: solid transparent;
        border-width: 0 0 3px;
        border-image: linear-gradient(to right, var(--_projet) var(--_read), var(--_line) 0) 1;
      }
    }
  }
`;
