import {css} from 'lit';

/** Print styles of views: dark ink on white, smaller type, no heading alone at the end of a page, addresses of links. */
export const printStyles = css`
  @media print {
    /* Also from a page in dark colours: browsers leave out its background. */
    :host {
      color-scheme: only light;
      /* Nor the margin of a skin, which would be stripes. */
      box-shadow: none;
    }
    .root {
      color: var(--spass-ink, #000);
      background-color: transparent;
      font-size: 10pt;
    }
    .title,
    ::slotted([slot='heading']) {
      break-inside: avoid;
      break-after: avoid;
    }
    p {
      orphans: 3;
      widows: 3;
    }
    .foot {
      break-inside: avoid;
      break-before: avoid;
    }
    a[href^='http']:not([data-note])::after {
      content: ' (' attr(href) ')';
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
  }
`;
