import {css} from 'lit';

/** Styles of the placeholder shown until a map has loaded. */
export const mapFacadeStyles = css`
  .facade {
    position: absolute;
    inset: 0;
  }
  /* Meridians and parallels. */
  .facade,
  .stage.bone {
    background:
      linear-gradient(90deg, var(--_line) 1px, #0000 0) 50% 0 / 4em 100%,
      linear-gradient(var(--_line) 1px, #0000 0) 0 50% / 100% 6em var(--_tint);
  }
  .facade > .ground {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  /* Above the scale and the credit. */
  .facade .ask {
    position: absolute;
    inset-block-end: 2em;
    inset-inline: 1em;
    display: grid;
    gap: 0.75em;
    justify-items: center;
  }
  .facade p {
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .facade :is(.button, p) {
    background-color: var(--_paper);
  }
`;

/** Search and list of a map, and both of a wide widget: a column that scrolls, or for few records rows below the map. */
export const mapListStyles = css`
  label {
    font-weight: 600;
  }
  .finder .field {
    margin-block-start: 0.375em;
  }
  .entry .title {
    hyphens: auto;
    hyphenate-limit-chars: 14 5 5;
  }
  /* A title of a whole sentence is smaller, and has the whole row. */
  .sentence .title {
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  @media screen {
    .sentence .title {
      grid-column: 2 / -1;
    }
    .entry.sentence > .see {
      grid-area: 2 / 3;
      margin-block: -0.75em;
    }
  }
  @container (width > 30em) {
    .credit .note::before {
      content: '\\a0· ' / '';
    }
  }
  /* Narrower than on a telephone: in a column of a page. */
  @container (width < 240px) {
    .controls .button:nth-child(n + 3) {
      display: none;
    }
  }
  /* The credit of a narrow map has one line, and a note its own above it, opposite the scale. */
  @container (width <= 30em) {
    .credit .note {
      position: absolute;
      inset-block-end: 100%;
      inset-inline-end: 0;
      padding: inherit;
      background: inherit;
    }
  }
  @container (12em <= width <= 30em) {
    /* In a row with the button, unless large text leaves no room: the map starts higher. */
    .finder {
      flex-basis: 7em;
      min-inline-size: 0;
    }
    label {
      white-space: nowrap;
    }
  }
  @container (width >= 52em) {
    .layout:has(.list:not(.few)) {
      grid-template-columns: minmax(0, 1fr) 20em;
    }
    .stage {
      block-size: var(--_height, 32em);
    }
    @media screen {
      /* As high as with the list beside the map. */
      .layout:has(.few) {
        min-block-size: var(--_height, 32em);
        grid-template-rows: minmax(15em, 1fr) auto;
      }
      .layout:has(.few) .stage {
        block-size: auto;
      }
      .few ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(20em, 1fr));
      }
      .few .entry {
        border-block-end: 0;
      }
      .list:not(.few) {
        /* Contains the hidden words of its entries, which would stretch the page. */
        position: relative;
        border-block-start: 0;
        border-inline-start: 1px solid var(--_line);
        overflow: auto;
        contain: size;
      }
      /* In the middle of a column that has nothing else. */
      .zoom {
        justify-content: center;
        min-block-size: 80%;
      }
    }
  }
`;

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
  .popup > :is(:first-child:not(.picture), .title, [hidden] ~ *) {
    padding-inline-end: 2.25em;
  }
  .popup .introduction {
    font-size: 0.875em;
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
    min-block-size: 5em;
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
  /* On a low map, the picture shrinks before the text is cut. */
  .popup:has(.picture:not([hidden])) {
    display: flex;
    flex-direction: column;
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
