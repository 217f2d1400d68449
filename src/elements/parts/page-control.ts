import {html, nothing, type TemplateResult} from 'lit';

export interface PageControlOptions {
  readonly part?: string;
  readonly label?: string;
  readonly rel?: string;
  readonly isCurrent?: boolean;
}

/**
 * Renders a control that goes to a page: a link if the page has a URL, for crawlers and bookmarks, otherwise a button.
 */
export function renderPageControl(
  content: unknown,
  onClick: () => void,
  url: string | undefined,
  {part, label, rel, isCurrent}: PageControlOptions,
): TemplateResult {
  const current = isCurrent === undefined ? nothing : isCurrent ? 'page' : 'false';
  if (url === undefined)
    return html`<button
      class="button"
      part=${part ?? nothing}
      type="button"
      aria-label=${label ?? nothing}
      aria-current=${current}
      @click=${onClick}
    >
      ${content}
    </button>`;
  const handleClick = (event: MouseEvent): void => {
    // Modified clicks open the URL, for example in a new tab.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    onClick();
  };
  return html`<a
    class="button"
    part=${part ?? nothing}
    href=${url}
    rel=${rel ?? nothing}
    aria-label=${label ?? nothing}
    aria-current=${current}
    @click=${handleClick}
    >${content}</a
  >`;
}
