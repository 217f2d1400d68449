import {css} from 'lit';

/** The arrow of a card of the DSFR. */
export const dsfrCardStyles = css`
  @container style(--spass-focus: #0a76f6) {
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
