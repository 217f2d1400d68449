import {css} from 'lit';

export const styles = css`
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  .body > .text {
    max-inline-size: 66ch;
    margin-block-start: -1em;
  }

  /* Vertical line of phases; horizontal if there is enough space. */
  .phases {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .acteur {
    --_family: var(--_acteur);
  }
  .theme {
    --_family: var(--_theme);
  }
  .projet {
    --_family: var(--_projet);
  }
  .phase {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    padding-inline-start: 2.25em;
    padding-block-end: 1.25em;
    min-inline-size: 0;
  }
  .phase:last-child {
    padding-block-end: 0;
  }
  .phase::before {
    content: '';
    position: absolute;
    inset-block-start: 0.125em;
    inset-inline-start: 0.125em;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background-color: var(--_surface);
  }
  .phase:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.625em 0.125em;
    inset-inline-start: calc(0.75em - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .done::before,
  .now::before,
  .done:not(:last-child)::after {
    border-color: var(--_family, var(--_ink));
  }
  .done::before {
    background-color: var(--_family, var(--_ink));
  }
  .now::before {
    border-width: 0.375em;
  }
  .next::before {
    border-style: dashed;
  }
  .state {
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.7;
  }
  .done .state,
  .now .state {
    color: var(--_family, var(--_ink));
  }
  .next .state,
  .next .what {
    color: var(--_muted);
  }
  .now .what {
    font-weight: 600;
  }
  .what ::slotted(*) {
    display: block !important;
    margin: 0 !important;
  }

  .latest {
    display: grid;
    gap: 0.5em;
  }
  .latest li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .phase > .bone {
    max-inline-size: 12em;
  }
  .bone.title {
    max-inline-size: 24em;
  }
  .phase > .bone.state {
    max-inline-size: 5em;
  }
  .phase > .bone + .bone {
    margin-block-start: 0.25em;
  }
  .skeleton .card {
    block-size: 8em;
  }
  .skeleton .phase::before {
    border-color: var(--_line);
  }
  .drawing .phase::before {
    border-style: dashed;
  }
  .drawing .acts {
    display: none;
  }

  @container (width >= 48em) {
    .phases:not(.many) {
      grid-auto-flow: column;
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
    }
    .phases:not(.many) .phase {
      padding-block: 2.125em 0;
      padding-inline: 0 1.25em;
    }
    .phases:not(.many) .phase::before {
      inset-inline-start: 0;
    }
    .phases:not(.many) .phase:not(:last-child)::after {
      inset-block: calc(0.75em - 1px) auto;
      inset-inline: 1.625em 0.375em;
      border-inline-start: 0;
      border-block-start: 2px solid var(--_line);
    }
    .phases:not(.many) .done:not(:last-child)::after {
      border-color: var(--_family, var(--_ink));
    }
  }
  @media print {
    .phases:not(.many) {
      break-inside: avoid;
    }
    .phase {
      break-inside: avoid;
      /* Without its filling, what is done would look like what is to come. */
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .done::before {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: CanvasText;
    }
  }
`;
