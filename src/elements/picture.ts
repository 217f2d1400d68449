import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';

/** URLs of pictures that the user has requested although data saving is on. */
export const wanted = new Set<string>();

/** True if a picture is loaded only on request, because the user saves data. */
export const isSpared = (src: string): boolean =>
  !wanted.has(src) &&
  ((navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches);

/** Renders a lazily loaded picture. Only the page's origin is sent as referrer. */
export const image = (
  {src, alt, width, height}: Picture,
  i18n: Pick<LocalizeController, 'text'>,
  fail?: (event: Event) => void,
  kind?: string,
): TemplateResult => {
  const spoken = i18n.text(alt);
  return html`<img
    class=${kind ?? nothing}
    loading="lazy"
    decoding="async"
    referrerpolicy="strict-origin-when-cross-origin"
    width=${width ?? nothing}
    height=${height ?? nothing}
    alt=${spoken.value}
    lang=${spoken.lang ?? nothing}
    src=${src}
    @error=${fail}
  />`;
};
