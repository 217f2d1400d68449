import {html, nothing, type TemplateResult} from 'lit';

/** Attributes of all links: no access to the opener, and only the origin is sent as referrer. */
export const LINK = {rel: 'noopener', referrerpolicy: 'strict-origin-when-cross-origin'} as const;

interface LinkOptions {
  readonly part?: string;
  readonly class?: string;
  /** Language of the link text, if not that of the widget. */
  readonly lang?: string | undefined;
  /** Language of the target, if not that of the widget. */
  readonly hreflang?: string | undefined;
  readonly download?: boolean;
  click?(click: MouseEvent): void;
}

/** Renders a link. The URL must have been validated by `data/links.ts`. */
export const link = (
  href: string,
  content: unknown,
  {part, class: kind, lang, hreflang, download = false, click}: LinkOptions = {},
): TemplateResult =>
  html`<a
    part=${part ?? nothing}
    class=${kind ?? nothing}
    href=${href}
    lang=${lang ?? nothing}
    hreflang=${hreflang ?? nothing}
    rel=${LINK.rel}
    referrerpolicy=${LINK.referrerpolicy}
    ?download=${download}
    @click=${click}
    >${content}</a
  >`;
