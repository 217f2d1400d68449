import {css} from 'lit';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';
import {ordinalStyles} from './ordinal.js';
import {pastEventsStyles} from './past-events.styles.js';

/** Days one below the other; from a container width of 40em each date is beside its events. */
const agenda = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    justify-content: space-between;
    min-block-size: 2.75em;
    padding-block-end: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .day {
    padding-block: 1.25em;
    border-block-end: 1px solid var(--_line);
  }
  /* A caption, and below it the figure: the weekday, and the day with its month and year; or a month, and its year. */
  .day > .title:has(.figure),
  .title .end {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr);
    column-gap: 0.375em;
    align-items: baseline;
    align-self: start;
  }
  .title .figure {
    grid-area: 2 / 1;
    font-size: 2.25em;
    line-height: 1.1;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .figure sup {
    font-family: var(--_font);
    font-size: 0.4em;
    font-weight: 400;
    color: var(--_muted);
  }
  .title :is(.weekday, .month) {
    grid-area: 2 / 2;
    font-family: var(--_font);
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.25;
    color: var(--_muted);
  }
  .title .weekday {
    grid-area: 1 / 1 / auto / -1;
  }
  .title .month ~ .month {
    grid-column: 3;
  }
  .title .end {
    grid-area: 3 / 1 / auto / -1;
    grid-template-columns: subgrid;
    margin-block-start: 0.25em;
  }
  .day > .title::first-letter,
  .title > .weekday::first-letter {
    text-transform: uppercase;
  }
  .weekday {
    color: var(--_ink);
  }
  .day > ul,
  .day > .event {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125em;
    margin-block-start: 1em;
  }
  .event + .event {
    padding-block-start: 1.125em;
    border-block-start: 1px solid var(--_line);
  }
  .event article {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    max-inline-size: 66ch;
  }
  .event .when {
    order: -1;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .title a {
    padding-block: 0.125em;
    text-decoration-color: var(--_edge);
  }
  .status {
    display: inline-block;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    padding: 0.0625em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .off time {
    text-decoration: line-through;
  }
  .text {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .place {
    overflow-wrap: anywhere;
    color: inherit;
  }
  .place .quiet,
  .event .acts {
    color: var(--_muted);
  }
  /* A pin after the place. Its words are its name. */
  .place .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 24px;
    margin-block: -0.25em;
    padding: 0;
    vertical-align: middle;
    translate: 0 -0.125em;
  }
  .place .quiet:hover {
    color: var(--_ink);
  }
  .place svg {
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
  }
  .event .acts {
    font-size: max(0.8125em, 12px);
  }
  .bar .quiet {
    max-inline-size: 100%;
    text-align: start;
  }
  .aside img {
    display: block;
    inline-size: 9em;
    block-size: 6em;
    margin-block-start: 0.25em;
    object-fit: cover;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  /* Extends the tint into the margins. The outline replaces it in forced-colors mode. */
  .lit {
    background-color: var(--_tint);
    box-shadow:
      -0.5em 0 var(--_tint),
      0.5em 0 var(--_tint);
    outline: 1px solid transparent;
    outline-offset: 0.25em;
  }
  /* A period that is over: its events follow. */
  .over {
    padding-block: 0.5em;
    border-block-start: 0;
    color: var(--_muted);
  }
  .empty.empty::before {
    content: none;
  }
  .skeleton .title {
    inline-size: min(16em, 70%);
  }
  .skeleton .day > .title {
    margin-block-end: 0.7em;
  }
  .skeleton .text {
    block-size: 3em;
  }
  .skeleton.drawing {
    mask: linear-gradient(#000 12em, #0000 14em);
  }
  :is(.beneath, .drawing) :is(.bar, .day:nth-child(n + 3)) {
    display: none;
  }
  @container (width >= 40em) {
    .day {
      display: grid;
      grid-template-columns: var(--spass-agenda-day, 12em) minmax(0, 1fr);
      column-gap: 2em;
    }
    .day > ul,
    .day > .event {
      margin-block-start: 0;
    }
    /* In the row of the events, these would move the whole day to the next page. */
    .day > .title {
      break-inside: auto;
      break-after: auto;
    }
    .event article {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 2em;
      max-inline-size: none;
    }
    .event article > * {
      grid-column: 1;
      max-inline-size: 66ch;
    }
    .event article > .acts {
      grid-area: 1 / 2 / span 2;
      white-space: nowrap;
    }
    .event article > .aside {
      grid-area: 3 / 2 / span 3;
      /* As wide as the action above it: a long credit does not move the columns. */
      max-inline-size: 10.5em;
    }
    .skeleton .day > .title {
      inline-size: 8em;
      align-self: start;
    }
  }
  @media print {
    .bar .quiet {
      display: none;
    }
    .event,
    .day:not(:has(.event:nth-child(4))) {
      break-inside: avoid;
    }
  }
`;
export const styles = [skeletonTextStyles, ordinalStyles, agenda, pastEventsStyles];
