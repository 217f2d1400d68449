import {html, nothing, type TemplateResult} from 'lit';

/** Attributes of all links: no access to the opener, and only the origin is sent as referrer. */
export const LINK_ATTRIBUTES = {
  rel: 'noopener',
  referrerpolicy: 'strict-origin-when-cross-origin',
} as const;

/** True for a click that opens a link in the same tab: with the main button and without a modifier key. */
export const isPlainClick = ({metaKey, ctrlKey, shiftKey, button}: MouseEvent): boolean =>
  !(metaKey || ctrlKey || shiftKey || button > 0);

interface LinkOptions {
  readonly part?: string;
  readonly class?: string;
  /** Language of the link text, if it differs from the widget's. */
  readonly lang?: string | undefined;
  /** Language of the target, if it differs from the widget's. */
  readonly hreflang?: string | undefined;
  readonly download?: boolean;
  onClick?(event: MouseEvent): void;
}

/** Renders a link. The URL must have been validated by `model/schemas/safe-urls.ts`. */
export const renderLink = (
  href: string,
  content: unknown,
  {part, class: className, lang, hreflang, download = false, onClick}: LinkOptions = {},
): TemplateResult =>
  html`<a
    part=${part ?? nothing}
    class=${className ?? nothing}
    href=${href}
    lang=${lang ?? nothing}
    hreflang=${hreflang ?? nothing}
    rel=${LINK_ATTRIBUTES.rel}
    referrerpolicy=${LINK_ATTRIBUTES.referrerpolicy}
    ?download=${download}
    @click=${onClick}
    >${content}</a
  >`;
