import {css} from 'lit';
import {cardsPrintStyles} from './cards-print.styles.js';
import {dsfrCardStyles} from './dsfr-card.styles.js';

/**
 * One card per line, then two, then as many as fit, with the cover on top. A card alone on a wide line has its cover at
 * the side.
 */
const cards = css`
  .cards {
    display: grid;
    gap: var(--spass-card-gap, 1.25em);
    /* A wide card has its cover at the side, as high as the card. */
    --_side: 'cover . mark .' max-content 'cover . title .' max-content 'cover . text .' max-content
      'cover . facts .' 1fr / min(40%, 26em) 1.25em 1fr 1.25em;
  }
  .card {
    position: relative;
    display: grid;
    grid-template: var(
      --_areas,
      'cover cover cover' auto '. mark .' max-content '. title .' max-content '. text .' max-content
        '. facts .' 1fr / 1em 1fr 1em
    );
    align-items: start;
    block-size: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    transition:
      border-color var(--_motion),
      background var(--_motion);
  }
  /* Minimum height of the text, so that short cards fill the place of their skeletons. */
  .card::before {
    grid-area: mark / mark / facts;
    block-size: 11em;
  }
  .skeleton .card::before {
    content: '';
  }
  /* One hue, the family's; the accent of the portal only in the line below. */
  .cover {
    --_accent-line: var(--_accent, var(--_family, var(--_muted)));
    overflow: hidden;
    border: 0 solid
      light-dark(var(--_accent-line), color-mix(in srgb, var(--_accent-line) 65%, white));
    border-block-end-width: 3px;
    color: var(--_family, var(--_muted));
    background-color: color-mix(in srgb, currentColor 8%, transparent);
  }
  .skeleton .cover {
    border-color: var(--_line);
  }
  .drawing :is(.card, .cover) {
    border-color: var(--_edge);
    border-style: dashed;
    background: none;
  }
  /* One row of cards, in a whole frame. */
  :is(.beneath, .drawing) .cards {
    grid-template-rows: 14em;
    grid-auto-rows: 0;
    row-gap: 0;
    overflow: hidden;
  }
  :is(.beneath, .drawing) .card > .cover {
    aspect-ratio: auto;
    block-size: 4.5em;
    border-block-end-width: 1px;
  }
  .cover img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* In the ratio of the drawing, which is added later. */
  .card > .cover {
    grid-area: cover;
    inline-size: 100%;
    aspect-ratio: 2;
    min-block-size: var(--_beside);
    border-start-start-radius: calc(var(--_radius) - 1px);
    border-start-end-radius: calc(var(--_radius) - 1px - var(--_beside, 0%));
  }
  .card > .mark {
    grid-area: mark;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    min-block-size: 1.5em;
    margin-block-start: 0.875em;
  }
  .mark .family {
    font-size: 0.93em;
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
    margin-block-start: 0.375em;
    max-inline-size: 66ch;
    font-size: 0.9375em;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .title .small {
    font-family: var(--_font);
    font-weight: 400;
  }
  .continuation {
    text-decoration: underline;
    text-underline-offset: 0.15em;
    white-space: nowrap;
  }
  /* Above the link that covers the card. */
  .card .text button {
    position: relative;
    z-index: 1;
  }
  .card > .facts {
    grid-area: facts;
    margin-block: 0.75em 1em;
    font-size: 0.8125em;
    white-space: pre-line;
  }
  /* Reserves lines while the name of the programme is loading, so that it shifts little. */
  .facts.awaiting {
    min-block-size: 2.9em;
  }
  .card .title a {
    text-decoration-color: var(--_edge);
  }
  .card:hover .title a {
    text-decoration-thickness: 2px;
  }
  /* Of a card without a link, its record is shown elsewhere too: a pointer on it changes nothing here. */
  .card:has(a):hover,
  .card.lit:not(:hover) {
    border-color: var(--_family, var(--_edge));
    background-color: var(--_tint);
  }
  .card.lit:not(:hover, :has(:focus-visible)) {
    outline: 1px solid var(--_family, var(--_edge));
  }
  .card a:focus-visible {
    outline: none;
  }
  .card a:focus-visible::after {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  @media screen {
    /* Cards of a long list are laid out near the window. What is beside the box of one in use would be cut. */
    .grid > :nth-child(n + 25):not(:hover, :focus-within, :has(.lit)) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 26em;
    }
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
    text-wrap: pretty;
  }
  /* Reserves the height of an emblem until the programme is loaded. */
  .funding {
    flex: 1 0 100%;
    margin-block-start: 1.5em;
    min-block-size: 56px;
  }
  .more {
    display: grid;
    gap: 0.75em;
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
  /* Three lines, also when the programme is loaded: a card that grows or shrinks moves those below it, and the facts of
     neighbours begin on one line. */
  .cards:not(.list) .facts.long {
    min-block-size: 4.35em;
  }
  @container (width >= 30em) {
    .cards.grid {
      grid-template-columns: 1fr 1fr;
    }
    .grid .card::before {
      content: '';
    }
    .grid > :only-child {
      grid-column: 1 / -1;
    }
  }
  @container (width >= 52em) {
    /* Few cards fill the line. */
    .cards.grid {
      grid-template-columns: repeat(
        var(--_repeat, auto-fit),
        minmax(min(var(--spass-card-size, var(--_size, 16em)), 100%), 1fr)
      );
    }
    /* Two would be much larger than those of the groups above or below. */
    .group .grid:has(> :nth-child(2):last-child) {
      --_repeat: auto-fill;
    }
    .grid > :only-child {
      --_beside: 100%;
      --_areas: var(--_side);
    }
  }
  /* Three on a line where four would leave one or two alone. */
  @container (67em <= width < 85em) {
    .grid:has(> :is(:nth-child(5), :nth-child(6), :nth-child(9)):last-child) {
      --_size: 21em;
    }
  }
`;

export const styles = [cards, cardsPrintStyles, dsfrCardStyles] as const;
