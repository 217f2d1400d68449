import {css} from 'lit';

/** A poster is 54em wide, on the screen as on paper, so that both have the same lines. */
export const posterStyles = css`
  .poster {
    --_page-width: min(100cqi, 800px);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 1.5em;
    inline-size: 54em;
    block-size: 76.3em;
    margin-inline: auto;
    padding: 3em;
    overflow: clip;
    border: 1px solid #767676;
    background-color: #fff;
    color: #000;
    color-scheme: only light;
    --_ink: #000;
    --_muted: #444;
    --_line: #bbb;
    --_land: #f3f3f0;
    font-size: calc(var(--_page-width) / 54);
    line-height: 1.5;
    print-color-adjust: exact;
  }
  .poster-head,
  .poster-side,
  .poster .texts,
  .poster .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    align-content: start;
  }
  .poster-head > .title {
    font-size: 3em;
  }
  .poster .texts {
    max-inline-size: none;
    font-size: var(--_text-size, 1em);
  }
  .poster .texts :is(p, ul) {
    font-size: 1.5em;
  }
  .poster .texts.lead > p {
    font-size: 1.75em;
  }
  .poster .texts > .title {
    font-size: 1.875em;
  }
  .poster.cut .words {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_max-lines);
    overflow: hidden;
  }
  .poster.cut .words > p + p {
    margin-block-start: 0.5em;
  }
  .poster .support {
    font-size: 2em;
  }
  .poster-body {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 3em;
    min-block-size: 0;
  }
  .poster .partners {
    columns: auto;
  }
  .poster .partners > li {
    padding-block: 0.25em;
  }
  .poster .cover {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 2;
    color: #1f5fa6;
  }
  .poster .facts {
    font-size: 1.25em;
  }
  .poster-code {
    display: flex;
    gap: 1em;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .poster-code > .qr-code {
    flex: none;
    inline-size: 9em;
    block-size: 9em;
  }
  .poster .print-only {
    display: revert;
  }
  @media print {
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
