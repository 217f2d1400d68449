import {css} from 'lit';
import {dsfrFieldStyles, dsfrStyles} from './dsfr-controls.styles.js';

/** Numbered steps of a form, one below the other, and its main button. */
export const formStepStyles = [
  dsfrStyles,
  dsfrFieldStyles,
  css`
    :has(> .step) {
      gap: 0;
      counter-reset: step;
    }
    /* One step after the other, with its number above it or beside it. */
    .step {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      column-gap: 1em;
      padding-block: 1em 1.75em;
      border-block-start: 1px solid var(--_line);
    }
    .step:last-child {
      padding-block-end: 0;
    }
    .step::before {
      counter-increment: step;
      content: counter(step) ' / 4' / '';
      margin-block-end: 0.25em;
      font-family: var(--_heading-font);
      font-size: 1.125em;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      color: var(--_muted);
    }
    .step > * + * {
      margin-block-start: 1.25em;
    }
    /* The question of a step is its heading. */
    .step > .item:not(.box) > label,
    .step > fieldset > legend {
      font-family: var(--_heading-font);
      font-size: 1.1875em;
      font-weight: 650;
      line-height: 1.25;
    }
    legend > .need {
      font-family: var(--_font);
      font-size: 0.74em;
    }
    .done::before {
      content: counter(step) ' / 4\\00a0✓' / '';
      color: var(--_theme);
    }
    .send {
      min-block-size: 3em;
      font-weight: 600;
      border-width: 2px;
      padding-inline: 2em;
    }
    @container style(--spass-focus: #0a76f6) {
      .send {
        min-block-size: 44px;
        font-weight: 500;
        border-width: 1px;
        padding-inline: 1em;
      }
    }
    /* Filled, if the skin or the page sets both colours: only then is their contrast known. */
    @media (forced-colors: none) {
      @container style(--spass-link) and style(--spass-surface) {
        .send,
        .send:hover {
          border-color: var(--_link);
          background-color: var(--_link);
          color: var(--_surface);
        }
      }
    }
    @container (width <= 40em) {
      :is(.tools, .aiming) .button {
        flex: 1 1 auto;
      }
      .choice label {
        flex: 1 0 7em;
        min-block-size: 44px;
      }
    }
    @container (width >= 40em) {
      .step {
        grid-template-columns: 3em minmax(0, 1fr);
      }
      .step::before {
        grid-row: 1 / 9;
      }
      .step > * {
        grid-column: 2;
      }
      /* At the texts of the steps. Padding, as a margin would move the end of a full-width part out of the column. */
      form > :is(.box, .unsent) {
        padding-inline-start: 4em;
      }
      form > .send {
        inline-size: auto;
        margin-inline-start: 4em;
      }
    }
    /* Large text on a narrow screen. */
    .file > .button {
      max-inline-size: 100%;
      padding-inline: min(1em, 4cqi);
      overflow-wrap: anywhere;
    }
  `,
] as const;
