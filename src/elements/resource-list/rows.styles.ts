import {css} from 'lit';

/** One resource per line; from a container width of 40em its facts are beside it. */
export const rowStyles = css`
  .row {
    border-block-end: 1px solid var(--_line);
    transition: background var(--_motion);
  }
  .row > * {
    display: flex;
    flex-direction: column;
    padding-block: var(--spass-list-gap, 1.125em);
  }
  .row .kind {
    order: -1;
  }
  .title a {
    padding-block: 0.125em;
  }
  .text,
  .who {
    max-inline-size: 66ch;
  }
  .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    margin-block-start: 0.375em;
    color: var(--_muted);
  }
  .who {
    margin-block-start: 0.25em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    margin-block-start: 0.375em;
    /* A word as long as its column must not widen the page. */
    overflow-wrap: anywhere;
  }
  .facts img {
    display: block;
    inline-size: 6em;
    block-size: 4em;
    object-fit: cover;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .opener {
    place-self: start;
    margin-inline: -0.25em;
  }
  .file svg {
    margin-inline-end: 0.25em;
  }
  .file {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.125em;
  }
  /* The tint reaches into the margins; where colours are forced, the outline is what shows. */
  .lit {
    background-color: var(--_tint);
    box-shadow:
      -0.75em 0 var(--_tint),
      0.75em 0 var(--_tint);
    outline: 1px solid transparent;
    outline-offset: 0.25em;
  }
  .list:focus-visible {
    outline-offset: 4px;
  }
  .empty,
  .more {
    display: grid;
    gap: 1em;
    justify-items: center;
    padding-block: 1.25em;
    text-align: center;
  }
  .pages ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    align-items: center;
    justify-content: center;
    padding-block: 1.25em;
  }
  .pages .button {
    min-inline-size: 44px;
    padding-inline: 0.75em;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  .pages [aria-current='page'] {
    border-width: 2px;
    font-weight: 600;
  }
  .skeleton .bar,
  .skeleton .fold {
    min-inline-size: 6em;
    border-color: transparent;
  }
  .skeleton .field {
    border-color: transparent;
    background-color: var(--_tint);
  }
  .skeleton .facets .bone {
    block-size: 24em;
  }
  .skeleton .title {
    inline-size: min(24em, 80%);
    margin-block-start: 0.25em;
  }
  .skeleton .kind {
    inline-size: 12em;
  }
  .skeleton .text {
    block-size: 3em;
  }
  @container (min-width: 40em) {
    .row > * {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 2em;
    }
    .row > * > * {
      grid-column: 1;
    }
    .row .facts {
      grid-area: 1 / 2 / span 6;
      flex-direction: column;
      align-items: end;
      align-self: start;
      gap: 0.125em;
      max-inline-size: 14em;
      margin-block-start: 1.5em;
      text-align: end;
    }
  }
  @media print {
    .layout {
      display: block;
    }
    .search,
    .facets,
    .chips,
    .sort,
    .more {
      display: none;
    }
    .row {
      break-inside: avoid;
    }
  }
`;
