import {css} from 'lit';
import {dsfrFieldStyles, dsfrStyles} from './dsfr-controls.styles.js';

/** Field of a place with its map, and the published contributions, from a container width of 64em in two columns. */
export const formMapStyles = css`
  /* All ways to state a place in one row. */
  #geo {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: start;
  }
  #geo > * {
    flex: 0 0 100%;
    margin: 0;
  }
  #geo > legend {
    margin-block-end: 0.75em;
  }
  #geo > :is(.aiming, .tools) {
    display: contents;
  }
  .published .none {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  @container (width >= 64em) {
    .published .list {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 3em;
    }
  }
`;

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
    .must {
      font-weight: 600;
      color: inherit;
    }
    legend > .need {
      font-family: var(--_font);
      font-size: 0.74em;
    }
    .done::before {
      content: counter(step) ' / 4\\00a0✓' / '';
      color: var(--_theme);
    }
    /* In the colours of the fields: browsers fill these boxes with grey in the dark. */
    :is(.choice, .box) input:not(:checked) {
      appearance: none;
      border: 1px solid var(--_edge);
      border-radius: 3px;
      background-color: var(--_surface);
    }
    .choice input:not(:checked) {
      border-radius: 50%;
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
      form > :is(.box, .afterwards, .privacy, .unsent) {
        padding-inline-start: var(--_answers);
      }
      form > .send {
        inline-size: auto;
        margin-inline-start: var(--_answers);
      }
      form {
        --_answers: 4em;
      }
    }
    /* The questions beside the answers. */
    @container (width >= 64em) {
      form {
        --_answers: 24em;
      }
      form > *,
      .fields > * {
        max-inline-size: 74em;
      }
      .step {
        position: relative;
        grid-template-columns: 3em 19em minmax(0, 50em);
      }
      .step > * {
        grid-column: 3;
      }
      .step > .item:not(.box) {
        display: grid;
        grid-column: 2 / 4;
        grid-template-columns: 19.75em minmax(0, 1fr);
        grid-auto-flow: dense;
      }
      .step > .item:not(.box) > :not(label, .need) {
        grid-column: 2;
      }
      .step > .item:not(.box) > label {
        max-inline-size: calc(18.5em / 1.1875);
      }
      /* Near its field, also beside a title of two lines. */
      .step > .item > p {
        align-self: end;
      }
      .step > .item > .need {
        grid-row: 2 / span 3;
        align-self: start;
      }
      .step > fieldset > legend {
        position: absolute;
        inset-inline-start: calc(4em / 1.1875);
        inline-size: calc(18.5em / 1.1875);
      }
      /* As far below its label as in the other steps. */
      legend > .need {
        display: block;
        margin-block-start: 0.3em;
        line-height: 1.5;
      }
    }
    /* Below the button for the eye, before it for those who hear the form. */
    form > .privacy {
      order: 1;
    }
    .privacy > p {
      margin-block-start: 0.375em;
      max-inline-size: 80ch;
    }
    /* Large text on a narrow screen. */
    .file > .button {
      max-inline-size: 100%;
      padding-inline: min(1em, 4cqi);
      overflow-wrap: anywhere;
    }
  `,
] as const;
