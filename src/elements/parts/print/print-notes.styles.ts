import {css} from 'lit';

/** Styles of numbered links, and of the years of a time axis, which are printed on each page. */
export const printNotesStyles = css`
  @media not print {
    .scale-head {
      display: none;
    }
  }
  @media print {
    .on-paper a[data-note]::after {
      content: '\\2009[' attr(data-note) ']';
      font-size: 0.7em;
      vertical-align: 0.3em;
      font-weight: 400;
      line-height: 0;
      color: var(--_muted);
      white-space: nowrap;
    }
    /* Its number marks a link: on paper, underlined titles would outweigh the headings. */
    .on-paper a[data-note] {
      text-decoration: none;
    }
    .on-paper .within a[data-note]::after {
      color: inherit;
    }
    @container (min-width: 40em) {
      .frame:has(> .scale-head) {
        display: table;
        inline-size: 100%;
      }
      .frame > .scale-head {
        display: table-header-group;
        break-inside: avoid;
      }
      .scale-head > .scale {
        position: relative;
        inset: 0;
        block-size: 2.234375em;
        margin-inline: var(--_label) 1em;
      }
      .frame:has(> .scale-head) > .rows {
        display: table-row-group;
      }
      /* The lines are those of the axis behind the rows, its years those of the head. */
      .frame:has(> .scale-head) > .scale span {
        visibility: hidden;
      }
      .frame:has(> .scale-head) > .scale span::after {
        visibility: visible;
      }
      .scale-head :is(i, span::after) {
        display: none;
      }
    }
  }
`;
