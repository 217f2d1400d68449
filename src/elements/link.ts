import {html, nothing, type TemplateResult} from 'lit';

/** What every link of a widget has: the page keeps its window, and tells other sites no more than who it is. */
export const LINK = {rel: 'noopener', referrerpolicy: 'strict-origin-when-cross-origin'} as const;

interface LinkOptions {
  readonly part?: string;
  readonly class?: string;
  /** The language of the words, where it is not the widget's. */
  readonly lang?: string | undefined;
  /** The language of what the link leads to, where it is not the widget's. */
  readonly hreflang?: string | undefined;
  readonly download?: boolean;
  click?(click: MouseEvent): void;
}

/** A link to an address that has passed the gate of `data/links.ts`. */
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
