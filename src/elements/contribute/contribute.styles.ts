import {css} from 'lit';

export const styles = css`
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2em 3em;
    align-items: start;
  }
  form,
  .fields,
  .thanks {
    display: grid;
    gap: 1.25em;
    align-content: start;
    justify-items: start;
    min-inline-size: 0;
  }
  form > *,
  .fields > * {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .item {
    display: grid;
    gap: 0.25em;
    align-content: start;
    justify-items: start;
  }
  .item > .button {
    margin-block-start: 0.5em;
  }
  .item:has(> .need) {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.25em;
  }
  .item:has(> .need) > :not(label, .need) {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  :where(label:not(.button), legend) {
    font-weight: 600;
  }
  legend {
    padding: 0;
    margin-block-end: 0.5em;
  }
  .need {
    font-weight: 400;
  }
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    margin: 0;
    resize: vertical;
  }
  /* The button of the input itself is in the language of the browser. */
  .file {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    inline-size: 100%;
    padding: 0.75em;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .file.over {
    outline: 2px solid var(--_focus);
    background-color: var(--_tint);
  }
  @media (any-hover: hover) {
    .file {
      justify-content: center;
      min-block-size: 8em;
    }
  }
  @media (any-hover: none) {
    .drop {
      display: none;
    }
  }
  textarea:focus-visible,
  .button:has(:focus-visible) {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .button:has([aria-invalid='true']),
  .field[aria-invalid='true'] {
    border-width: 2px;
  }
  fieldset .layout {
    margin-block: 0.5em;
    isolation: isolate;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
    background-color: var(--_surface);
  }
  .stage {
    block-size: 22em;
    background-color: var(--_tint);
  }
  /* While drawing, a click on a line or area places a vertex there. */
  .map[data-drawing] .shapes path {
    pointer-events: none !important;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    margin: 0 0 0.5em;
    padding: 0;
    border: 0;
  }
  .choice label {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 24px;
    font-weight: 400;
  }
  :is(.choice, .box) input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: currentColor;
  }
  .stage .map {
    /* On both sides: the crosshair in the middle is on the commune that the map opens on. */
    scroll-padding-inline: calc(max(2.75em, 44px) + 2.75em);
  }
  .unavailable {
    position: absolute;
    inset: auto 1em 1em;
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  .tools,
  .pair,
  .photos,
  .pictures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block: 0.5em;
  }
  .pair > *,
  .photo {
    flex: 1 1 16em;
  }
  .photos {
    gap: 1.5em;
  }
  .photo {
    align-content: start;
    gap: 0.5em;
  }
  canvas {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 24em;
    border-radius: var(--_radius);
  }
  .trap {
    position: absolute;
    inline-size: 1px !important;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 0.5em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  details .field {
    max-inline-size: 20em;
  }
  .box {
    grid-template-columns: auto 1fr;
    column-gap: 0.75em;
    align-items: start;
  }
  .box label {
    font-weight: 400;
    padding-block: 0.1em;
  }
  .box p {
    grid-column: 2;
  }
  .error,
  .summary {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_projet);
  }
  .error {
    font-weight: 600;
  }
  .summary {
    display: grid;
    gap: 0.5em;
    padding: 0.75em 1em;
    border: 1px solid var(--_projet);
    border-inline-start-width: 3px;
    border-radius: var(--_radius);
  }
  .summary button {
    margin-inline-start: -0.25em;
    text-align: start;
  }
  .unsent {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
  }
  .unsent p {
    flex-basis: 100%;
  }
  .thanks {
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_theme);
    border-radius: var(--_radius);
    gap: 0.75em;
  }
  .thanks a {
    display: inline-block;
    padding-block: 0.3em;
  }
  .list {
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .list li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding-block: 1em;
    border-block-end: 1px solid var(--_line);
  }
  .words {
    max-inline-size: 66ch;
    white-space: pre-line;
  }
  .reply {
    margin-block-start: 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_edge);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: baseline;
  }
  .pictures {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .pictures img {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: 9em;
    object-fit: cover;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .facts bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @container style(--spass-focus: #0a76f6) {
    .error {
      border-color: currentColor;
      font-weight: 400;
      color: light-dark(#ce0500, #ff5655);
    }
  }
  /* In print only the published contributions are shown. */
  @media print {
    form,
    .none {
      display: none !important;
    }
  }
`;
