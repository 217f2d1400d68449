import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../controllers/localize-controller.js';
import type {Picture} from '../model/records.js';

/** A record's picture, small, with its credit; nothing stays of one that can't be had. */
export function renderPicture(
  {src, alt, credit}: Picture,
  i18n: Pick<LocalizeController, 'text'>,
): TemplateResult {
  const spoken = i18n.text(alt);
  const fail = ({target}: Event): void => {
    (target as HTMLElement).parentElement?.toggleAttribute('hidden', true);
  };
  return html`<span class="picture"
    ><img
      loading="lazy"
      decoding="async"
      width="144"
      height="96"
      alt=${spoken.value}
      lang=${spoken.lang ?? nothing}
      src=${src}
      @error=${fail}
    />${credit ? `© ${credit}` : nothing}</span
  >`;
}
