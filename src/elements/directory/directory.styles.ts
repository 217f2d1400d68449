import {css} from 'lit';

/** Actors in as many columns as fit, under the headings of their groups. */
export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    align-items: end;
    justify-content: space-between;
    padding-block-end: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .search {
    flex: 0 1 24em;
  }
  .group {
    padding-block: 1.125em;
    border-block-end: 1px solid var(--_line);
  }
  .group > .title {
    font-size: 1em;
    margin-block-end: 0.75em;
  }
  .group > .title .small {
    font-family: var(--_font);
    font-weight: 400;
    margin-inline-start: 0.25em;
  }
  .actors {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: var(--spass-directory-gap, 1.5em);
  }
  .actor {
    display: flex;
    gap: 0.75em;
    min-inline-size: 0;
  }
  .actor article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125em;
    align-content: start;
    flex: 1;
    min-inline-size: 0;
  }
  .actor .title {
    font-size: 1em;
  }
  .chosen {
    border-radius: var(--_radius);
    background-color: var(--_tint);
    box-shadow: 0 0 0 0.5em var(--_tint);
    outline: 1px solid transparent;
    outline-offset: 0.5em;
  }
  .logo {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    object-fit: contain;
  }
  .logo[hidden] {
    display: none;
  }
  .roles {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375em;
  }
  .roles li {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .roles li:not(:last-child)::after {
    content: '\\00a0·';
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 1em;
    margin-inline: -0.25em;
  }
  .acts .quiet {
    text-align: start;
  }
  .acts .quiet[aria-pressed='true'] {
    font-weight: 600;
  }
  .failure {
    margin-block-end: 1em;
  }
  .skeleton .bar {
    border-color: transparent;
  }
  .skeleton .field {
    max-inline-size: 24em;
    border-color: transparent;
    background-color: var(--_tint);
  }
  .skeleton .actors {
    padding-block: 1.125em;
  }
  .skeleton .title {
    inline-size: 80%;
  }
  .skeleton .text {
    inline-size: 60%;
  }
  @media print {
    .actor {
      break-inside: avoid;
    }
  }
`;
