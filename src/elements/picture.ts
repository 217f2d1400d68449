import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';

/** Addresses of pictures that a reader who saves data has asked for. */
export const wanted = new Set<string>();

/** Whether a picture waits until it is asked for: its reader asks for few bytes. */
export const isSpared = (src: string): boolean =>
  !wanted.has(src) &&
  ((navigator as {connection?: {saveData?: boolean}}).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches);

/** A record's picture: when it comes near the screen, and without telling its server of more than the site. */
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
