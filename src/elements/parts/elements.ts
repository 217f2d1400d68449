import {html, type TemplateResult} from 'lit';

/** Renders a heading of level 2 to 6. Other levels are clamped. */
export function renderHeading(level: number, content: unknown): TemplateResult {
  switch (Math.min(6, Math.max(2, level))) {
    case 2:
      return html`<h2 class="title">${content}</h2>`;
    case 3:
      return html`<h3 class="title">${content}</h3>`;
    case 4:
      return html`<h4 class="title">${content}</h4>`;
    case 5:
      return html`<h5 class="title">${content}</h5>`;
    default:
      return html`<h6 class="title">${content}</h6>`;
  }
}

export const renderButton = (label: unknown, onClick: (event: Event) => unknown): TemplateResult =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;

/** Creates an element with attributes, for lists of many entries: copying it is faster than a template of its own. */
export function createElement(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Joins class names, without those that do not apply. */
export const joinClasses = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');
