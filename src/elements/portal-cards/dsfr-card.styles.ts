import {css} from 'lit';

/** Small badge, details and arrow of a card of the DSFR. */
export const dsfrCardStyles = css`
  @container style(--spass-focus: #0a76f6) {
    .cover:not(:root) {
      --_accent-line: var(--_link);
    }
    .mark .family {
      padding-inline: 0.5em;
      border-radius: 0.333em;
      background-color: color-mix(in srgb, currentColor 10%, transparent);
      font-size: 0.857em;
      line-height: 1.667;
    }
    .card > .facts {
      font-size: 0.75em;
      line-height: 1.667;
    }
    .card:has(a):not(.entry) {
      &:not(:hover) .title a {
        text-decoration-line: none;
      }
      > .facts {
        padding-inline-end: 2em;
      }
      &::after {
        content: '';
        grid-area: facts;
        place-self: end;
        margin-block-end: 0.75em;
        inline-size: 1.25em;
        block-size: 1.25em;
        background-color: var(--_link);
        clip-path: polygon(
          16% 46%,
          67% 46%,
          45% 24%,
          51% 18%,
          83% 50%,
          51% 82%,
          45% 76%,
          67% 54%,
          16% 54%
        );
      }
    }
  }
`;
