import {css} from 'lit';

/** Filmstrip, and the sheet of all pictures, which replaces the comparison in print. */
export const seriesStyles = css`
  .series,
  .compared,
  .film {
    display: grid;
    gap: 0.75em;
    min-inline-size: 0;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  @container (width <= 24em) {
    .views {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(7em, 100%), 1fr));
    }
    .views > .button {
      padding-inline: min(0.5em, 3cqi);
      overflow-wrap: anywhere;
    }
  }
  .views .button[aria-pressed='true'] {
    font-weight: 600;
  }
  .strip {
    /* Contains the hidden words of its tiles, which would widen the page. */
    position: relative;
    display: flex;
    gap: 0.5em;
    /* Room for the focus rings, which the scrolling box would cut. */
    padding: 4px;
    margin-inline-start: -4px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-padding-inline: 2em;
  }
  .strip > li {
    flex: none;
  }
  .tile {
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.25em;
    inline-size: 7.5em;
    block-size: 100%;
    padding: 0.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    cursor: pointer;
  }
  .tile:hover {
    background-color: var(--_tint);
  }
  .tile[aria-pressed='true'] {
    border: 2px solid currentColor;
    padding: calc(0.25em - 1px);
    font-weight: 600;
  }
  .thumb {
    display: block;
    aspect-ratio: 3 / 2;
    border-radius: calc(var(--_radius) / 2);
    overflow: clip;
    background-color: var(--_tint);
  }
  /* A horizon and a sun, until the picture is loaded. */
  .thumb:not(:has(img)) {
    background-image:
      radial-gradient(circle at 72% 34%, var(--_line) 0.5em, transparent calc(0.5em + 1px)),
      linear-gradient(to top, var(--_line) 34%, transparent calc(34% + 1px));
  }
  .thumb img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .year {
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .all {
    display: none;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: 1.5em 1em;
    align-items: start;
  }
  .series[data-view='grid'] .all {
    display: grid;
  }
  .all figure {
    display: grid;
    gap: 0.375em;
  }
  .all :is(img, .lost) {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: var(--spass-compare-ratio, 3 / 2);
    /* The whole picture, also one in portrait format. */
    object-fit: contain;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .all .lost {
    display: grid;
    align-content: center;
    padding: 1em;
    text-align: center;
  }
  .all strong {
    color: var(--_ink);
    font-variant-numeric: tabular-nums;
  }
  .place {
    display: grid;
    gap: 0.375em;
    justify-self: start;
    inline-size: min(100%, 24em);
  }
  .place .cover {
    --_family: var(--_theme);
    display: block;
    color: var(--_theme);
    aspect-ratio: 2;
    border-radius: var(--_radius);
    overflow: clip;
    background-color: var(--_tint);
  }
  .place .cover > * {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  p > .credit {
    display: none;
  }
  /* Beside the comparison, which has its controls below it. */
  @media screen {
    @container (width >= 66em) {
      .series:has(> .compared ~ .place):not([data-view='side']) {
        grid-template-columns: minmax(0, 1fr) 17em;
        column-gap: 2em;
        > * {
          grid-column: 1 / -1;
        }
        > .compared {
          grid-area: 3 / 1;
        }
        > .place {
          grid-area: 3 / 2;
          align-self: start;
        }
      }
    }
  }
  /* On paper, and in content written by prerender for a browser without JavaScript. */
  @media print, (scripting: none) {
    .all {
      display: grid;
    }
    :is(.compared, .views) {
      display: none;
    }
  }
  @media print {
    p > .credit {
      display: inline;
    }
    p:has(.credit) ~ .all .credit {
      display: none;
    }
    .all {
      grid-template-columns: repeat(3, 1fr);
      row-gap: 0.75em;
    }
    /* The map is the third picture beside two, as high as they are. */
    .series:has(> .all > :nth-child(2):last-child):has(> .place) {
      grid-template-columns: 3fr 2fr;
      column-gap: 1em;
      > .place {
        inline-size: 100%;
      }
      > .all {
        grid-template-columns: 1fr 1fr;
      }
    }
    .series > p {
      grid-column: 1 / -1;
      break-after: avoid;
    }
    .all li {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .tile[aria-pressed='true'] {
      outline: 2px solid CanvasText;
    }
  }
`;
