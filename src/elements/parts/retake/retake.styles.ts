import {css} from 'lit';

/** Last picture of a series, alone or over the view of the camera. */
export const retakeStyles = css`
  .retake {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    margin-block: 0.5em 1em;
  }
  .retake > * {
    max-inline-size: 100%;
  }
  .retake .reference {
    display: grid;
    gap: 0.25em;
    inline-size: min(100%, 46em);
  }
  .retake :is(.reference img, video) {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
    background-color: var(--_tint);
  }
  .viewfinder {
    position: relative;
    inline-size: min(100%, 46em);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .viewfinder video {
    min-block-size: 12em;
  }
  .ghost {
    position: absolute;
    inset: 0;
    opacity: var(--_ghost);
    pointer-events: none;
  }
  .ghost img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .ghost-opacity {
    display: grid;
    inline-size: min(100%, 24em);
  }
  .ghost-opacity input {
    inline-size: 100%;
    block-size: max(2.75em, 44px);
    accent-color: currentColor;
  }
  .retake select {
    inline-size: min(100%, 24em);
  }
`;
