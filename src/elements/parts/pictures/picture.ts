import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {Picture} from '../../../model/records.js';

/** URLs of pictures that the user has requested although data saving is on. */
export const requestedPictures = new Set<string>();

/** True if a picture is loaded only on request, because the user saves data. */
export const isDeferred = (src: string): boolean =>
  !requestedPictures.has(src) &&
  ((navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches);

/** Renders a lazily loaded picture. Only the page's origin is sent as referrer. */
export const renderImage = (
  {src, alt, width, height}: Picture,
  i18n: Pick<LocalizeController, 'text'>,
  onError?: (event: Event) => void,
  className?: string,
): TemplateResult => {
  const altText = i18n.text(alt);
  return html`<img
    class=${className ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="strict-origin-when-cross-origin"
    width=${width ?? nothing}
    height=${height ?? nothing}
    alt=${altText.value}
    lang=${altText.lang ?? nothing}
    src=${src}
    @error=${onError}
  />`;
};
