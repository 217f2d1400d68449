import {css} from 'lit';

/** Styles of the popup of a marker: a card, on a phone with its picture at the side. */
export const popupStyles = css`
  .stage .popup-holder {
    z-index: 1;
  }
  .popup {
    position: relative;
    background-color: var(--_paper);
    inline-size: max-content;
    max-inline-size: min(20em, 100cqi - 2em);
    padding: 0.75em 1em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 2px 12px rgb(0 0 0 / 15%);
    display: grid;
    gap: 0.25em;
    max-block-size: 16em;
    overflow-y: auto;
  }
  /* Beside the button that closes it; rows of a template of the page are unknown. */
  .popup > :is(:first-child, .title, [hidden] ~ *) {
    padding-inline-end: 2.25em;
  }
  .popup .introduction {
    font-size: 0.875em;
    line-height: 1.45;
    text-wrap: pretty;
  }
  /* The only link of a card: without a line it would look like a heading. */
  .popup .title a {
    text-decoration: underline 1px var(--_edge);
    text-underline-offset: 0.2em;
  }
  .popup .title a:hover {
    text-decoration-color: currentColor;
  }
  .popup .picture {
    aspect-ratio: 3 / 2;
    max-block-size: 11em;
    inline-size: calc(100% + 2em);
    margin-block: -0.75em 0.5em;
    margin-inline: -1em;
    overflow: clip;
  }
  .popup .picture img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .popup:has(.picture:not([hidden])) {
    max-block-size: 100%;
    inline-size: 18em;
  }
  .popup:has(.picture:not([hidden])) .close {
    margin: 0.375em;
    border-radius: 50%;
    background-color: var(--_paper);
  }
  /* A row of controls leaves less height. */
  @container (width <= 30em) {
    .popup:has(.picture:not([hidden])) {
      inline-size: 18em;
      padding-inline: 6.5em 1em;
      min-block-size: 7em;
    }
    .popup:has(.picture:not([hidden])) .picture {
      position: absolute;
      inset-block: 0;
      inset-inline: 0 auto;
      margin: 0;
      inline-size: 5.5em;
      max-block-size: none;
      aspect-ratio: auto;
    }
    .popup:has(.picture:not([hidden])) :is(.family, .title) {
      padding-inline-end: 2.25em;
    }
    /* Leaves room for its mark; its title scrolls. */
    .popup.sentence {
      max-block-size: 12em;
    }
    /* Half of it would be below the popup. */
    .stage:has(.popup) .scale {
      visibility: hidden;
    }
    .stage .popup-holder {
      max-block-size: calc(100% - max(2.75em, 44px) - 0.75em - 24px);
    }
  }
  .popup .title {
    font-size: 1em;
  }
  .popup ul {
    max-block-size: 12em;
    overflow: auto;
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.25em;
  }
  .close {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
  }
`;
