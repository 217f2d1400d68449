import {css} from 'lit';

/**
 * Statement of financial support, as annex IX of Regulation (EU) 2021/1060 asks: the sentence in Reflex Blue on white,
 * or in white on a dark page, where the emblem has a white border of a twenty-fifth of its height. It is neither
 * recoloured nor cropped, and is at least as high as any other logo of the widgets.
 */
export const fundingStyles = css`
  .support {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding-inline-end: 0.75em;
    background-color: #fff;
    color: #039;
    font-size: max(1em, 16px);
    font-weight: 600;
    line-height: 1.3;
    forced-color-adjust: none;
  }
  .support + .support {
    margin-block-start: 0.5em;
  }
  .foot > .support {
    margin-block-end: 0.5em;
  }
  .support > span {
    flex: 1 1 10em;
    text-wrap: balance;
  }
  .support > .emblem {
    flex: none;
    inline-size: auto;
    block-size: max(3.5em, 56px);
    max-inline-size: 100%;
    border-radius: 0;
    filter: none;
    object-fit: contain;
    opacity: 1;
  }
  @media screen and (forced-colors: none) {
    .support {
      /* Room for the border of the emblem, which would begin before the texts, and a margin of white around it. */
      border: 0.14em solid transparent;
      /* The paper of the page, if it is nearly white: pure white would be a box on it. */
      background-color: light-dark(
        oklch(from var(--spass-background, #fff) max(l, 0.97) min(c, 0.02) h),
        transparent
      );
      color: light-dark(#039, #fff);
    }
    /* The facts of the footer begin a line of their own. */
    .foot > .support {
      flex: 0 0 max-content;
      margin-inline-end: 100%;
    }
    /* A logo of the programme may be transparent. */
    .support > .emblem {
      outline: 0.14em solid light-dark(transparent, #fff);
      background-color: light-dark(transparent, #fff);
    }
    /* On a page of unknown colour, black or white, as the text of the page asks, and a white border. */
    @container not style(--spass-background) {
      .support {
        background: none;
        color: oklch(from currentColor round(l, 1) 0 0);
      }
      .support > .emblem {
        outline-color: #fff;
        background-color: #fff;
      }
    }
  }
`;
