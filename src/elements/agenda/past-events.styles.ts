import {css} from 'lit';

/** Past events, and the button that shows them. */
export const pastEventsStyles = css`
  .before {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em;
    justify-items: start;
    margin-block-start: 1.25em;
  }
  /* The heading of the past, with its arrow: a boxed button would weigh more than the events. */
  .before > .button {
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    color: inherit;
  }
  .before > .button::before {
    content: '';
    inline-size: 0.4375em;
    block-size: 0.4375em;
    margin-inline: 0.125em 0.25em;
    border-block-end: 1.5px solid;
    border-inline-end: 1.5px solid;
    rotate: -45deg;
  }
  .before > .button:dir(rtl)::before {
    rotate: 45deg;
  }
  .before > .button[aria-expanded='true']::before {
    rotate: 45deg;
    translate: 0 -0.125em;
  }
  .before > .button[aria-expanded='true']:dir(rtl)::before {
    rotate: -45deg;
  }
  .before > .button:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  @media (prefers-contrast: more) {
    .before > .button {
      padding: 0.5em 1em;
      border: 2px solid var(--_edge);
    }
  }
  .before:first-child {
    margin-block-start: 0;
  }
  .over + .before {
    margin-block-start: 0.25em;
  }
  .past {
    inline-size: 100%;
  }
  .past[hidden] {
    display: none;
  }
  /* A strong line between the heading of the past and its days. */
  .past > .days {
    border-block-start: 1px solid var(--_ink);
  }
`;
