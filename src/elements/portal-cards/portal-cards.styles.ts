import {css} from 'lit';

/** One card per line with its cover at the side, then two, then as many as fit with the cover on top. */
export const styles = css`
  .cards {
    display: grid;
    gap: var(--spass-card-gap, 1.25em);
  }
  .card {
    position: relative;
    display: grid;
    grid-template:
      '. cover .' 4em
      '. mark  .' max-content
      '. title .' max-content
      '. text  .' max-content
      '. facts .' 1fr / 1em 1fr 1em;
    align-items: start;
    block-size: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    transition:
      border-color var(--_motion),
      background var(--_motion);
  }
  /* Minimum height of the text: about two lines of title, two of description, and facts. */
  .card::before {
    grid-area: mark / mark / facts;
    block-size: 11em;
  }
  .skeleton .card::before {
    content: '';
  }
  .card > .cover {
    grid-row: cover;
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-block-end: 3px solid;
    border-start-start-radius: calc(var(--_radius) - 1px);
    border-start-end-radius: calc(var(--_radius) - 1px);
    color: var(--_family, var(--_muted));
    background-color: color-mix(in srgb, currentColor 8%, transparent);
  }
  .card > .cover:empty {
    border-color: var(--_line);
  }
  /* Accent colour of the portal. */
  .tinted > .cover {
    color: light-dark(var(--_accent), color-mix(in srgb, var(--_accent) 55%, white));
  }
  .cover path {
    fill: currentColor;
    opacity: 0.14;
  }
  .cover path:nth-child(2) {
    opacity: 0.28;
  }
  .cover path:nth-child(3) {
    opacity: 0.42;
  }
  .acteur > .cover path:nth-child(3) {
    fill: none;
    stroke: currentColor;
  }
  .projet > .cover path {
    transform: rotate(-7deg);
    transform-origin: center;
  }
  .cover img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .card > .mark {
    grid-area: mark;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    justify-content: space-between;
    align-items: center;
    min-block-size: 1.5em;
    margin-block-start: 0.875em;
  }
  .card > .title {
    grid-area: title;
    margin-block-start: 0.25em;
  }
  .card:not(:has(> .mark)) > .title {
    margin-block-start: 0.75em;
  }
  .card > .text {
    grid-area: text;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    margin-block-start: 0.375em;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .card > .facts {
    grid-area: facts;
    margin-block: 0.75em 1em;
    font-size: 0.8125em;
  }
  /* Reserves three lines, so that the name of the programme, loaded later, shifts nothing. */
  .facts.long {
    min-block-size: 4.35em;
  }
  .card a {
    text-decoration-line: none;
  }
  .card:hover a {
    text-decoration-line: underline;
  }
  .card:has(a):hover,
  .card.lit {
    border-color: var(--_family, var(--_edge));
    background-color: var(--_tint);
  }
  .card.lit:not(:has(:focus-visible)) {
    outline: 1px solid var(--_family, var(--_edge));
  }
  .card a:focus-visible {
    outline: none;
  }
  .card a:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media screen {
    .card a::after {
      content: '';
      position: absolute;
      inset: -1px;
      border-radius: var(--_radius);
    }
  }
  .group + .group {
    margin-block-start: 2.5em;
  }
  .group > .title .family {
    font-size: 1em;
  }
  .group > .title + .cards {
    margin-block-start: 0.75em;
  }
  .group > p {
    max-inline-size: 66ch;
    margin-block: 0.25em 1em;
    color: var(--_muted);
  }
  /* Reserves the height of an emblem until the programme is loaded. */
  .funding {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    min-block-size: 2.5em;
  }
  .more,
  .empty {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  .more {
    justify-items: center;
    margin-block-start: 1.5em;
  }
  .card > .bone {
    inline-size: 100%;
    block-size: 2.5em;
  }
  .card > .bone.mark {
    inline-size: 5em;
    block-size: 1em;
  }
  @container (min-width: 20em) and (max-width: 29.99em) {
    .card {
      grid-template:
        'cover . mark  .' max-content
        'cover . title .' max-content
        'cover . text  .' max-content
        'cover . facts .' 1fr / 5.5em 1em 1fr 1em;
    }
    .card > .cover {
      grid-area: cover;
      border-block-end: 0;
      border-inline-end: 3px solid;
      border-start-end-radius: 0;
      border-end-start-radius: calc(var(--_radius) - 1px);
    }
  }
  @container (min-width: 30em) {
    .cards {
      grid-template-columns: 1fr 1fr;
    }
    /* Includes three lines of facts, in skeletons too, so that facts loaded later shift nothing. */
    .card::before {
      content: '';
      block-size: 13.75em;
    }
    .card {
      grid-template-rows: auto max-content max-content max-content 1fr;
    }
    .card > .cover {
      aspect-ratio: 3 / 2;
      block-size: auto;
    }
  }
  @container (min-width: 52em) {
    .cards {
      grid-template-columns: repeat(
        auto-fill,
        minmax(min(var(--spass-card-size, 16em), 100%), 1fr)
      );
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
