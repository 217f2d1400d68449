import {css} from 'lit';

/** A poster is 54em wide, on the screen as on paper, so that both have the same lines. */
export const posterStyles = css`
  .poster {
    --_page-width: min(100cqi, 800px);
    display: grid;
    /* The emblem and the code, at both ends of the page, keep their room however long the texts are. */
    grid-template: auto minmax(0, max-content) minmax(10em, 1fr) auto auto / minmax(0, 1fr);
    gap: 1.25em;
    inline-size: 54em;
    block-size: 76.3em;
    margin-inline: auto;
    padding: 3em;
    overflow: clip;
    /* One piece on paper as well: Chromium lets the parts of a grid that may break grow beyond their rows. */
    contain: size;
    border: 1px solid #767676;
    --spass-background: #fff;
    background-color: #fff;
    color: #000;
    color-scheme: only light;
    --_ink: #000;
    --_muted: #444;
    --_line: #bbb;
    --_land: #f3f3f0;
    font-size: calc(var(--_page-width) / 54);
    line-height: 1.5;
    overflow-wrap: anywhere;
    print-color-adjust: exact;
  }
  /* The map has the room that the texts leave: high enough for all of its places, never higher than its drawing. */
  .poster:has(> .places) {
    grid-template-rows:
      auto minmax(0, max-content) minmax(19em, 1fr) minmax(10em, max-content)
      auto auto;
  }
  .poster.cut:has(> .places) {
    grid-template-rows: auto minmax(0, max-content) 8em minmax(16em, 1fr) auto auto;
  }
  .poster-head,
  .poster .texts,
  .poster .words {
    display: grid;
    /* Rows are not made smaller than their texts, whose lines would be cut. */
    grid: auto-flow max-content / minmax(0, 1fr);
    gap: 1em;
    align-content: start;
  }
  .poster-head,
  .poster-body > .texts,
  .poster .facts {
    min-block-size: 0;
    overflow: hidden;
  }
  .poster-head > .title,
  .poster .facts dd,
  .poster.cut .words {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
    /* No break within the years of a programme. */
    text-wrap: balance;
  }
  .poster-head > .title {
    font-size: 3em;
    color: #1f5fa6;
  }
  .poster-head.short > .title {
    font-size: 4.5em;
  }
  .poster.cut .poster-head > .title {
    font-size: 2em;
  }
  .poster .poster-head.long > .title {
    font-size: 1.5em;
  }
  .poster .texts {
    max-inline-size: none;
    font-size: var(--_text-size, 1em);
  }
  .poster .texts :is(p, ul) {
    font-size: 1.125em;
  }
  .poster .texts.lead > p {
    font-size: 1.75em;
  }
  .poster .texts > .title {
    font-size: 1.5em;
  }
  .poster.cut .words {
    -webkit-line-clamp: var(--_max-lines);
  }
  .poster.cut .words > p + p {
    margin-block-start: 0.5em;
  }
  .poster .support {
    flex-wrap: nowrap;
    font-size: 1.5em;
  }
  /* Many are lines of text, all alike. */
  .poster .partners:has(> :nth-child(13)) > .partner > span {
    display: inline;
  }
  /* Lines are a little higher on paper than on the screen, where they are measured. */
  .poster-body > .texts {
    padding-block-end: 1em;
  }
  .poster-body {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .poster .partners {
    columns: 3;
    column-gap: 1.5em;
    border: 0;
  }
  /* Role and country below each name: beside some names there would be no room. */
  .poster .partners > :not([hidden]) {
    display: block;
    padding-block: 0.25em;
    break-inside: avoid;
  }
  .poster .partner > span {
    display: block;
    line-height: 1.3;
    text-wrap: balance;
  }
  /* No flatter than the part of the map that has the places. */
  .poster.cut > .places {
    inline-size: 20em;
  }
  .places {
    min-block-size: 0;
    max-block-size: 24em;
    border: 1px solid var(--_edge);
  }
  .poster .cover {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    aspect-ratio: auto;
    color: #1f5fa6;
  }
  /* Cartouche: the facts above the address, beside the code. */
  .poster-end {
    position: relative;
    min-block-size: 13em;
    padding: 1em;
    padding-inline-start: 13em;
    border: 1px solid var(--_edge);
  }
  .poster .facts {
    display: grid;
    grid-template-columns: 3fr 2fr;
    gap: 0.25em 1.5em;
    align-content: start;
    max-block-size: 14em;
    font-size: var(--_text-size, 1em);
    > div {
      padding: 0 0 0.25em;
      border: 0;
    }
  }
  .poster.cut .facts {
    max-block-size: 8em;
  }
  .poster > .foot {
    margin: 0;
    font-size: 0.8125em;
  }
  /* Its light border is in the padding. */
  .poster-end > .qr-code {
    position: absolute;
    inset: 0.5em;
    inline-size: 12em;
    block-size: 12em;
  }
  .poster [hidden] {
    display: none;
  }
  .poster .print-only:not(:empty) {
    display: revert;
  }
  @media print {
    .poster a {
      text-decoration: none;
    }
    .notice:has(~ .poster) {
      display: none;
    }
    .poster {
      --_page-width: 210mm;
      /* From edge to edge, also inside a centred column of the page. */
      margin-inline: calc((100% - var(--_page-width)) / 2);
      border: 0;
      break-inside: avoid;
    }
    .poster[data-size='a3'] {
      --_page-width: 297mm;
    }
  }
`;
