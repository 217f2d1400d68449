import {css, html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture, Resource} from '../../../model/records.js';
import {isDeferred, renderImage} from '../pictures/picture.js';
import {isKnownFamily} from './family-label.js';

/** Outlines by type, in a 36 × 36 view box, from its left edge. */
const OUTLINES = new Map([
  ['document', 'M1 2h14l7 7v24H1zm14 0v7h7M6 16h11M6 21h11M6 26h7'],
  // Window with a picture.
  ['site', 'M1 6h31v24H1zm0 6h31M7 25l6-7 5 5 3-3 6 5'],
  // Pin.
  ['marqueur', 'M11 33C5 25 1 20 1 15a10 10 0 0 1 20 0c0 5-4 10-10 18zM8 15.5a3 3 0 1 0 0-1z'],
  // Newspaper.
  ['actualite', 'M1 5h24v25H1zm24 8h5v17h-5M6 10h14M6 16h11M6 21h11M6 26h7'],
  // Way between two stops.
  ['demarche', 'M1 25h6v6H1zm6 3h13a5 5 0 0 0 0-10H9A5 5 0 0 1 9 8h13M22 5h6v6h-6z'],
  // Floor plan.
  ['projet', 'M1 4h27v27H1zm0 14h11m4 0h12M15 4v7m0 4v16'],
]);

const hide = ({target}: Event): void => {
  (target as HTMLElement).hidden = true;
};

/** Returns the picture shown with a resource, its own or the latest of its place. None with data saving. */
export function pictureOf({image, pictures}: Resource): Picture | undefined {
  const picture = image ?? pictures?.at(-1);
  return picture && !isDeferred(picture.src) ? picture : undefined;
}

/**
 * Renders the picture of a resource, or a drawing of its type; an empty one if that is unknown.
 * The drawing also replaces a picture that fails to load.
 */
export function renderResourceMark(
  resource: Resource,
  i18n: Pick<LocalizeController, 'text'>,
): TemplateResult {
  const {family, type = ''} = resource;
  const picture = pictureOf(resource);
  return html`<svg
      class="mark ${isKnownFamily(family) ? family : ''}"
      viewBox="-.5 -.5 36 36"
      aria-hidden="true"
    >
      <path d=${OUTLINES.get(type) ?? nothing}></path></svg
    >${
      picture &&
      renderImage(picture, i18n, {
        className: 'mark',
        box: {width: 144, height: 108},
        onError: hide,
      })
    }`;
}

export const resourceMarkStyles = css`
  .mark {
    inline-size: 100%;
  }
  svg.mark {
    max-inline-size: 2.25em;
    fill: none;
    stroke: currentColor;
    color: var(--_family, inherit);
  }
  img.mark {
    block-size: auto;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--_radius);
  }
  svg.mark:has(+ img:not([hidden])),
  .row:has(img[hidden]) .credit {
    display: none;
  }
`;
