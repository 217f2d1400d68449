import {css} from 'lit';

/** Styles of the layouts `list` and `une`: rows and a front page without boxes, separated by hairlines. */
export const layoutStyles = css`
  .kind {
    font-size: 0.8125em;
    letter-spacing: 0.04em;
    text-transform: uppercase;
    color: var(--_muted);
  }
  /* No frame, which would cut along letters: the picture and the title tell where the pointer is. */
  :is(.list, .front, .index) .card.card {
    border: 0;
    outline: 0;
    background: none;
    &:has(a):hover > .cover,
    &.lit:not(:hover) > .cover {
      filter: brightness(0.94);
    }
    &.lit:not(:hover) > .title {
      color: var(--_family);
    }
  }
  :is(.list, .front) .card > .cover {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }
  :is(.list, .front, .index) .card > .facts {
    margin-block-end: 0;
  }
  .list {
    gap: 0;
    border-block-start: 1px solid var(--_line);
  }
  .list > * {
    padding-block: 1em;
    border-block-end: 1px solid var(--_line);
  }
  .list .card {
    grid-template:
      'cover . mark' max-content
      'cover . title' max-content
      'cover . text' max-content
      'cover . facts' 1fr / min(28%, 12em) 1.25em 1fr;
  }
  .list .card > .mark,
  .list .card:not(:has(> .mark)) > .title {
    margin-block-start: 0;
  }
  /* A phone has room for two facts. */
  @container (width < 30em) {
    .list .card {
      grid-template-columns: 6.5em 1em 1fr;
    }
    .list .rest {
      display: none;
    }
  }
  /* Covers too small for names. */
  @container (width < 52em) {
    .list .drawn :is(text, .named) {
      display: none;
    }
  }
  @container (width >= 52em) {
    .list .card {
      grid-template-columns: 16em 1.25em 1fr;
    }
  }
  .une {
    display: grid;
    gap: 2em;
  }
  .front {
    gap: 2em;
  }
  .front .card {
    grid-template:
      'cover' max-content
      'mark' max-content
      'title' max-content
      'text' max-content
      'facts' 1fr / 1fr;
  }
  /* Only compounds, which would be cut. */
  .une .title {
    hyphens: auto;
    hyphenate-limit-chars: 14 5 5;
  }
  .front .title {
    font-size: 1.25em;
  }
  .lead > .title {
    font-size: 1.5em;
    line-height: 1.15;
  }
  .card.lead > .text {
    font-size: 1.0625em;
    color: inherit;
  }
  .card.lead > .facts {
    margin-block-start: 1.25em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  /* The figures of the lead side by side, between hairlines. */
  .lead > .facts:has(.figure) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .lead > .facts:has(.figure) > :not(:last-child) {
    padding-inline-end: 1em;
    border-inline-end: 1px solid var(--_line);
  }
  .lead .words {
    flex: 1 1 7em;
    overflow-wrap: anywhere;
  }
  .lead .figure {
    display: block;
    margin-block-end: 0.125em;
    font-family: var(--_heading-font);
    font-size: 1.75em;
    line-height: 1;
    font-variant-numeric: lining-nums tabular-nums;
    color: var(--_family);
  }
  .entry.card::before {
    content: none;
  }
  .index > .kind {
    padding-block-end: 0.5em;
    font-weight: 600;
  }
  .index > ul {
    border-block-start: 1px solid var(--_ink);
  }
  .index :is(li, .skeleton .entry) {
    border-block-end: 1px solid var(--_line);
  }
  .entry.card {
    grid-template:
      'shape title' max-content
      '. facts' 1fr / 1.625em 1fr;
    padding-block: 0.875em;
  }
  .entry > .shape {
    grid-area: shape;
    margin-block-start: 0.3em;
  }
  .entry.card > .title {
    grid-area: title;
    margin: 0;
    font-size: 1em;
  }
  .entry.card > .facts {
    margin-block-start: 0.125em;
  }
  .entry > .bone {
    block-size: 2.5em;
  }
  @container (width >= 34em) {
    .front {
      grid-template-columns: 1fr 1fr;
    }
    .front > :first-child {
      grid-column: 1 / -1;
    }
    .lead > .title {
      font-size: 2em;
    }
    .index > ul {
      columns: 2;
      column-gap: 2em;
    }
    .index li {
      break-inside: avoid;
    }
  }
  @container (width >= 60em) {
    .une:has(> .index) {
      grid-template-columns: 2.6fr minmax(15em, 1fr);
    }
    .front {
      grid-template: auto 1fr / 2fr 1fr;
    }
    .front > :first-child:not(:only-child) {
      grid-area: 1 / 1 / 3 / 2;
    }
    /* A portal alone has its cover at the side, as a card alone. */
    .front > :only-child > .card {
      grid-template:
        'cover . mark' max-content
        'cover . title' max-content
        'cover . text' max-content
        'cover . facts' 1fr / 3fr 2em 2fr;
      > .mark {
        margin-block-start: 0;
      }
    }
    .front > :not(:first-child),
    .index {
      padding-inline-start: 1.25em;
      border-inline-start: 1px solid var(--_line);
    }
    .une {
      column-gap: 1.25em;
    }
    .front {
      gap: 0 1.25em;
    }
    .front > :nth-child(2) {
      padding-block-end: 1.5em;
      &:last-child {
        grid-row: 1 / 3;
      }
    }
    .front > :nth-child(3) {
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr);
    }
    .front > :nth-child(3)::before {
      content: '';
      margin-block-end: 1.5em;
      border-block-start: 1px solid var(--_line);
    }
    .lead > .title {
      font-size: 2.25em;
    }
    .card.lead > .text {
      margin-block-start: 0.5em;
      font-size: 1.25em;
    }
    /* The columns end on one line. */
    .card.lead > .facts {
      align-self: end;
    }
    .index > ul {
      columns: auto;
    }
  }
  /* A title of many lines is smaller, and so is the text below it. */
  .lengthy .card {
    > .title {
      font-size: 1em;
    }
    &.lead > .title {
      font-size: clamp(1.25em, 3cqi, 1.5em);
      line-height: 1.25;
    }
    &.lead > .text.text {
      font-size: 1.0625em;
    }
  }
  /* Rows of a grid that pages divide overlap in Chromium. */
  @media print {
    .une {
      display: block;
    }
    .index {
      margin-block-start: 1em;
      break-inside: avoid;
      > ul {
        columns: 4 18em;
      }
    }
    /* A short index is beside the cards, as on the screen. */
    @container (width >= 1200px) {
      .une:not(:has(.index li:nth-child(9))) {
        display: grid;
        break-inside: avoid;
        > .index {
          margin: 0;
          > ul {
            columns: auto;
          }
        }
      }
    }
  }
`;
