import {css} from 'lit';

/** Styles of stories on paper: years before their texts on A4, steps in columns on A3. */
export const printStoryStyles = css`
  @media print {
    .on-paper .story > header {
      break-inside: avoid;
      break-after: avoid;
    }
    .on-paper .story > header p,
    .on-paper .step .words > p:not(.small) {
      max-inline-size: none;
      font-size: 1.125em;
      line-height: 1.45;
    }
    .on-paper .step .words > .opening:not(.small) {
      max-inline-size: none;
      font-size: 1.25em;
      line-height: 1.35;
    }
    .on-paper .exhibit > .picture {
      > img {
        max-block-size: calc(16em * var(--_scale, 1));
      }
      > .pair {
        inline-size: 100%;
        max-inline-size: none;
      }
    }
    /* Chromium prints as many sheets as these need, and enlarges them (see fitSheets). */
    @supports (app-region: drag) {
      .on-paper .exhibit {
        --_scale: 0.7;
      }
    }
    @container (640px <= width < 1200px) {
      .on-paper .steps {
        padding: 0;
        border: 0;
      }
      .on-paper .step.step {
        padding-block: 1em;
        border-block-start: 1px solid var(--_line);
      }
      .on-paper .step .words {
        position: relative;
        gap: 0.375em;
        max-inline-size: none;
        min-block-size: 3em;
      }
      .on-paper .step :is(.words, .exhibit) {
        padding-inline-start: 8.5em;
      }
      .on-paper .step .words .year {
        position: absolute;
        inset-block-start: -0.125em;
        inset-inline-start: 0;
        margin: 0;
        font-size: 2.25em;
      }
      .on-paper .step .words .title .year {
        font-size: 1.8em;
      }
    }
    @container (width >= 1200px) {
      .on-paper .story > header {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.75em 3em;
        max-inline-size: none;
      }
      .on-paper .steps {
        padding: 0;
        border: 0;
        columns: 4;
        column-gap: 2.5em;
      }
      .on-paper .step {
        padding-block: 1em 0.5em;
        border-block-start: 1px solid var(--_line);
      }
    }
  }
`;
