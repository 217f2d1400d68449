import {ContextProvider} from '@lit/context';
import {html, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {sourceContext} from '../../src/controllers/source-controller.js';
import type {PortalSource} from '../../src/data/source.js';

/** Renders content inside a provider of a source, as in a `<spass-portal>`. */
export const withSource = (source: PortalSource, content: TemplateResult): TemplateResult => {
  const provide = (element: Element | undefined): void => {
    if (element instanceof HTMLElement)
      new ContextProvider(element, {context: sourceContext, initialValue: source});
  };
  return html`<div ${ref(provide)}>${content}</div>`;
};
