import {css} from 'lit';

/**
 * Statement of financial support. The emblem and the sentence stand on white, in Reflex Blue, in each colour scheme:
 * the emblem is neither recoloured nor cropped, and is at least as high as any other logo of the widgets.
 */
export const fundingStyles = css`
  .support {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    background-color: #fff;
    color: #039;
    font-size: max(1em, 16px);
    font-weight: 600;
    line-height: 1.3;
    print-color-adjust: exact;
    forced-color-adjust: none;
  }
  .support + .support {
    margin-block-start: 0.5em;
  }
  .support > span {
    flex: 1 1 12em;
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
`;
