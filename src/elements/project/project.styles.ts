import {css} from 'lit';

/** One column; from a width of 44em the facts and the acts are beside the text. */
export const styles = css`
  .body,
  .head,
  .main,
  .side,
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    align-content: start;
  }
  .head {
    gap: 0.5em;
  }
  .name {
    inline-size: fit-content;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .name > .title {
    font-size: 1.5em;
  }
  .acronym {
    font-weight: 600;
  }
  /* Also after the styles of the switch, which load later. */
  .head > .languages {
    margin-block-end: 0;
  }
  :is(.lead, .text-part) {
    display: grid;
    gap: 0.75em;
    max-inline-size: 66ch;
  }
  :is(.lead, .text-part) > p {
    white-space: pre-line;
  }
  .languages + .lead {
    margin-block-start: 0.5em;
  }
  .lead:not(:has(*)),
  .columns:not(:has(*)) {
    display: none;
  }
  .lead > p {
    font-size: 1.0625em;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    align-content: start;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .facts > div {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .facts dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .facts dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .partners,
  .children,
  .documents {
    border-block-start: 1px solid var(--_line);
  }
  .partners > li,
  .children > li,
  .documents > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .children > li > :first-child {
    flex: 1 1 14em;
    padding-block: 0.35em;
  }
  .partner strong {
    color: var(--_ink);
  }
  .main figure img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 20em;
    border-radius: var(--_radius);
    /* Its width is that of the file, until the height limits it. */
    object-fit: contain;
    object-position: 0 0;
  }
  figure[hidden] {
    display: none;
  }
  .where .cover {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 2;
    color: var(--_family);
    border-radius: var(--_radius);
  }
  .where figcaption {
    margin-block-start: 0.375em;
  }
  .print-only {
    display: none;
  }
  .support > span,
  .way .quiet {
    overflow-wrap: anywhere;
  }
  .bone.support {
    inline-size: min(100%, 20em);
    block-size: 3.5em;
  }
  .bone.title {
    inline-size: min(60%, 18em);
  }
  .head > .bone.title {
    font-size: 1.5em;
  }
  .bone.text {
    block-size: 6em;
  }
  .facts > div > .bone:first-child {
    inline-size: 40%;
    margin-block-end: 0.25em;
    font-size: 0.875em;
  }
  /* The drawing of a sheet that has failed begins with its columns. */
  .drawing :is(.support, .head, .part + .part) {
    display: none;
  }
  @container (width >= 44em) {
    .head:has(> .languages) {
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 1.5em;
    }
    .head > :not(.name, .languages) {
      grid-column: 1 / -1;
    }
    .head > .languages {
      grid-area: 1 / 2;
      align-self: start;
    }
    .columns:has(> .main):has(> :not(.main)) {
      grid-template: auto 1fr / minmax(15em, 20em) minmax(0, 1fr);
      column-gap: 2.5em;
    }
    .columns > .main:not(:only-child) {
      grid-area: 1 / 2 / span 2;
    }
    .columns:has(> .brief + .side:last-child) {
      grid-template-columns: minmax(15em, 20em) minmax(0, 30em);
      column-gap: 2.5em;
    }
    .columns > .side:only-child {
      max-inline-size: 30em;
    }
    .side > .acts:has(.card + .card) {
      grid-template-columns: minmax(0, 1fr);
    }
    .partners {
      columns: 2 16em;
      column-gap: 2em;
    }
    .partners > li {
      break-inside: avoid;
    }
  }
  /* Beside the title, where the room would be blank. On paper the statement keeps its own line. */
  @media screen {
    @container (width >= 56em) {
      .body:has(> .support:first-child) {
        grid-template-columns: minmax(0, 1fr) minmax(0, 24em);
        column-gap: 2.5em;
      }
      .body > .support:first-child {
        grid-area: 1 / 2;
        place-self: start end;
      }
      /* Beside the way back, or a notice, and the title. */
      .body > .support:first-child:not(:has(+ .head)) {
        grid-row: 1 / span 2;
      }
      .body > .support ~ * {
        grid-column: 1;
      }
      .body > .columns {
        grid-column: 1 / -1;
      }
    }
  }
  @media print {
    .root {
      font-size: 8.5pt;
      line-height: 1.35;
    }
    /* Long texts are smaller, so that the sheet stays on one page. */
    .root:has(.columns.long) {
      font-size: 7.75pt;
    }
    .root:has(.columns.longest) {
      font-size: 7pt;
    }
    .body,
    .columns,
    .main,
    .side {
      gap: 0.625em;
    }
    /* Rows of a grid do not keep the title with what follows it. */
    .head {
      display: flex;
      flex-direction: column;
    }
    .head > .name {
      break-after: avoid;
    }
    .part {
      gap: 0.25em;
      break-inside: avoid;
    }
    :is(.lead, .text-part) {
      max-inline-size: none;
      gap: 0.25em;
    }
    .print-only {
      display: revert;
    }
    .languages,
    .where figcaption,
    .children button {
      display: none;
    }
    .support {
      font-size: 10pt;
    }
    .main figure img {
      max-block-size: 9em;
    }
    .documents .file {
      min-block-size: 0;
    }
    .columns :is(.facts > div, .partners > li, .children > li, .documents > li) {
      padding-block: 0.125em;
    }
    .columns :is(.facts > div, .partners > li) {
      border-block: 0;
    }
  }
`;
