import {css} from 'lit';

/** Field of a place with its map; from a container width of 64em the map is beside the form. */
export const formMapStyles = css`
  /* All ways to state a place in one row. */
  #geo {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: start;
  }
  #geo > * {
    flex: 0 0 100%;
    margin: 0;
  }
  #geo > legend {
    margin-block-end: 0.75em;
  }
  #geo > :is(.aiming, .tools) {
    display: contents;
  }
  @container (width >= 64em) {
    /* The map beside the form, in view as long as the form is. */
    form:has(.layout) {
      position: relative;
    }
    form:has(.layout) > * {
      max-inline-size: 38em;
    }
    form .layout {
      position: absolute;
      inset-block: 0;
      inset-inline: 41em 0;
      border: 0;
      overflow: visible;
      background: none;
    }
    form .stage {
      position: sticky;
      /* Below a sticky page header, as all controls. */
      inset-block-start: 100px;
      block-size: min(34em, 100vh - 124px);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      overflow: clip;
    }
    /* Without a map of its own: the published contributions beside the form. */
    .parts:not(:has(.layout)):has(> .published :is(li, .bone)) {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    }
    .parts:has(.layout) .list {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 3em;
    }
  }
`;
