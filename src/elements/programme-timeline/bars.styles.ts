import {css} from 'lit';

/** Styles of bars and their labels: in a list, a thin bar below each project. From a width of 40em see `axisStyles`. */
export const barStyles = css`
  .bars,
  .parts {
    display: grid;
    grid-template-columns: 100%;
    /* WebKit does not update the height of automatic rows when the width changes. */
    grid-auto-rows: max-content;
    gap: 0.5em;
    position: relative;
  }
  .bars:not(:empty) {
    margin-block-start: 0.75em;
  }
  .parts {
    gap: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 1px solid var(--_line);
    margin-block-start: 0.25em;
    font-size: 0.9375em;
  }
  .bar:is(.acteur, .theme, .projet)::before {
    content: '';
    display: inline-block;
    /* Whole pixels: others are rounded to ovals. */
    inline-size: round(0.625em, 1px);
    block-size: round(0.625em, 1px);
    margin-inline-end: 0.5em;
    background-color: var(--_family);
  }
  .bar.acteur::before {
    border-radius: 50%;
  }
  .bar.theme::before {
    clip-path: polygon(50% 0, 100% 25%, 100% 75%, 50% 100%, 0 75%, 0 25%);
  }
  .bar.acteur,
  .acteur ~ .parts {
    --_fill: var(--_acteur-fill);
  }
  .bar.theme,
  .theme ~ .parts {
    --_fill: var(--_theme-fill);
  }
  .bar.projet,
  .projet ~ .parts {
    --_fill: var(--_projet-fill);
  }
  .name {
    color: var(--_ink);
  }
  /* The lines of the axis end before the letters. */
  .bar:not(.within) :is(.name, .years) {
    text-shadow:
      0 0 2px var(--_surface),
      0 0 0.25em var(--_surface);
  }
  /* Takes no inline space, so that it never wraps alone; the label has padding for it. Nor does it make its line higher. */
  .info {
    margin-block: -4px;
    margin-inline-end: -24px;
    vertical-align: middle;
    color: var(--_ink);
  }
  .bar {
    --_info: 0px;
    --_fill: var(--_other-fill);
    --_soft-start: 0px;
    --_soft-end: 0px;
    position: relative;
    isolation: isolate;
    padding-inline-end: var(--_info);
    transition: opacity var(--_motion);
  }
  /* Not with the text colour of the page: titles could not override a muted colour. */
  :host(:is([skin='caue'], [skin='dsfr'])) .bar {
    color: var(--_muted);
  }
  .full {
    --_info: 24px;
  }
  .info::before {
    content: '';
    display: block;
    inline-size: 0.45em;
    block-size: 0.45em;
    margin: -0.15em auto 0;
    border: solid;
    border-block-width: 0 2px;
    border-inline-width: 0 2px;
    transform: rotate(45deg);
  }
  .info[aria-expanded='true']::before {
    margin-block-start: 0.15em;
    transform: rotate(225deg);
  }
  .info:hover {
    background-color: color-mix(in srgb, currentColor 15%, transparent);
  }
  /* A link is underlined: its details have their sign where it is looked at. */
  @media (hover: hover) and (pointer: fine) and (prefers-contrast: no-preference) {
    .bar:not(:hover, :focus-within) > a ~ .info[aria-expanded='false'] {
      opacity: 0;
    }
  }
  .facts {
    margin-block: 0.25em 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
  }
  .name::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset-inline: calc(var(--s) * 100%) calc((1 - var(--e)) * 100%);
    border-radius: var(--_radius);
    background-color: var(--_fill);
    opacity: 0.9;
    transition: opacity var(--_motion);
  }
  /* One gradient for both ends: of an end that is exact, the soft part has no length. Most bars have two of these, and
     no mask. */
  .circa > .name::before,
  .cut-after > .name::before,
  .cut-before > .name::before,
  .bars::before {
    mask: linear-gradient(
      to var(--_after),
      transparent,
      #000 var(--_soft-start, 0px) calc(100% - var(--_soft-end, 0px)),
      transparent
    );
  }
  .from .name::before,
  .to .name::before {
    content: none;
  }
  .circa {
    --_soft-start: min(1em, 25%);
    --_soft-end: min(1em, 25%);
  }
  .cut-after {
    --_soft-end: min(3em, 50%);
  }
  .cut-before {
    --_soft-start: min(3em, 50%);
  }
  /* Lists, not :is(): browsers try a rule without a class of its own on each element. */
  .bare.early > .label > .small::before,
  .from:not(.undated) .years::before {
    content: '← ' / '';
  }
  .bare.late > .label > .small::after,
  .to:not(.undated) .years::after,
  .open::after {
    content: ' →' / '';
  }
  .bare.early > .label > .small:dir(rtl)::before,
  .from:not(.undated) .years:dir(rtl)::before {
    content: '→ ' / '';
  }
  .bare.late > .label > .small:dir(rtl)::after,
  .to:not(.undated) .years:dir(rtl)::after,
  .open:dir(rtl)::after {
    content: ' ←' / '';
  }
  .faded {
    opacity: 0.35;
  }
  .lit .name::before,
  .name:hover::before {
    opacity: 1;
    outline: 2px solid var(--_fill);
  }
  @container (width < 40em) {
    .bar {
      padding-block-end: 0.75em;
      padding-inline-start: 1.125em;
    }
    /* The axis, from the first to the last year. */
    .bar:not(.undated)::after {
      content: '';
      position: absolute;
      z-index: -2;
      inset: auto 0 0;
      block-size: 0.5em;
      border-radius: 0.25em;
      background-color: var(--_tint);
    }
    /* The years of the programme, on each axis only: a band behind the whole list would run through its texts. */
    .band > .bars {
      --_first: var(--s);
      --_last: var(--e);
      --_band: color-mix(in srgb, currentColor 18%, transparent);
    }
    .band .bar:not(.undated)::after {
      --_from: calc(var(--_first) * (100% + var(--_indent, 0px)) - var(--_indent, 0px));
      --_until: calc(var(--_last) * (100% + var(--_indent, 0px)) - var(--_indent, 0px));
      background-image: linear-gradient(
        to var(--_after),
        #0000 var(--_from),
        var(--_band) 0 var(--_until),
        #0000 0
      );
    }
    .parts {
      --_indent: calc(1em + 1px);
    }
    .bar::before {
      position: absolute;
      inset-block-start: 0.5em;
      inset-inline-start: 0;
    }
    /* Names with and without a link take the same room. */
    .name {
      display: block;
      padding-block: 0.0625em;
      text-wrap: balance;
    }
    .facts {
      margin-inline-start: 1.125em;
    }
    /* On the axis of the list, from which the parts of a portfolio are indented. */
    .name::before {
      inset-inline: calc(var(--s) * (100% + var(--_indent, 0px)) - var(--_indent, 0px))
        calc((1 - var(--e)) * (100% + var(--_indent, 0px)));
      inset-block-end: 0;
      block-size: 0.5em;
      border-radius: 0.25em;
    }
  }
  @container (width >= 40em) {
    .band > .bars::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline: calc(var(--s) * 100%) calc((1 - var(--e)) * 100%);
      border-inline: 1px solid var(--_line);
      background-color: var(--_band, color-mix(in srgb, currentColor 5%, transparent));
    }
    /* The ring reaches beyond the bar, where its colour has no contrast. */
    .within :focus-visible {
      background-color: var(--_fill);
      box-shadow: 0 0 0 6px var(--_fill);
    }
    .parts {
      --_height: 1.75em;
      --b: var(--s);
      gap: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    /* Labels of parts end before the bracket. */
    .parts :is(.before, .to) {
      padding-inline-end: calc((1 - min(var(--s), var(--b))) * 100% + 1em + var(--_info));
    }
    /* Branches, in the middle of each bar and below its start, which may be soft, and their line. Borders are gaps. */
    .parts > li,
    .bar + .parts::before {
      --_colour: var(--_fill, var(--_other-fill));
      --_middle: calc(0.25em + var(--_height) / 2);
      --_from: calc(var(--b) * 100% - 0.5em);
      border-block-start: 0.25em solid transparent;
      background:
        linear-gradient(
            to var(--_after),
            #0000 var(--_from),
            var(--_colour) 0 calc(max(var(--b), var(--s)) * 100% + 0.5em),
            #0000 0
          )
          0 calc(var(--_middle) - 1px) / 100% 2px no-repeat border-box,
        linear-gradient(
            to var(--_after),
            #0000 var(--_from),
            var(--_colour) 0 calc(var(--_from) + 2px),
            #0000 0
          )
          0 0 / 100% var(--_joint, 100%) no-repeat border-box;
    }
    .bar + .parts::before {
      --_middle: 1px;
      content: '';
      position: absolute;
      inset: auto 0 100%;
      block-size: 1.067em;
      border: 0;
      pointer-events: none;
    }
    .parts > li:last-child {
      --_joint: var(--_middle);
    }
    :is(.from, .to, .cut-before) ~ .parts > li,
    :is(.from, .to, .cut-before) + .parts::before {
      background: none;
    }
  }
`;
