import type {ReactiveController} from 'lit';
import {LazyModuleController} from '../../../controllers/lazy-module-controller.js';
import type {LoadState} from '../../../controllers/load-controller.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {PortalRecord} from '../../../model/records.js';
import type {TemplateKind} from '../../../model/schemas/template-elements.js';
import type {WidgetHost} from '../../base/widget-view.js';

/** Returns the widget in the page: an explorer contains other widgets, which use its templates. */
const pageElement = (host: Element): Element => {
  const root = host.getRootNode();
  return root instanceof ShadowRoot ? root.host : host;
};

/** Finds the page's own template for records, and renders them by it. The code is loaded with the first template. */
export class RecordTemplateController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #kind: TemplateKind;
  readonly #code: LazyModuleController<typeof import('./templates.js')>;
  readonly #observer = new MutationObserver(() => this.#update());
  #template: HTMLTemplateElement | undefined;
  /** Sanitized copies of the template, by heading level. */
  readonly #fragments = new Map<number, DocumentFragment>();

  constructor(host: WidgetHost, kind: TemplateKind) {
    this.#host = host;
    this.#kind = kind;
    this.#code = new LazyModuleController(
      host,
      () => this.#template !== undefined,
      () => import('./templates.js'),
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#update();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Load of the code, if in progress. */
  get pending(): Promise<void>[] {
    return this.#code.pending;
  }

  /** Returns the state of a load: loading as long as the code of the template is. */
  stateOf<T>(state: LoadState<T>): LoadState<T> {
    return this.pending.length ? {status: 'loading'} : state;
  }

  /**
   * Renders a record by the template of the page; undefined without one.
   *
   * @param texts Texts of fields that the widget formats itself.
   */
  render(
    record: PortalRecord,
    i18n: LocalizeController,
    headingLevel: number,
    texts: Readonly<Record<string, string>> = {},
  ): unknown {
    const code = this.#code.value;
    if (!this.#template || !code) return undefined;
    const warn = (message: string): void =>
      this.#host.warn(`<template data-for="${this.#kind}">: ${message}`);
    const level = Math.min(6, Math.max(2, headingLevel));
    const fragment =
      this.#fragments.get(level) ?? code.sanitizeTemplate(this.#template, level, warn);
    this.#fragments.set(level, fragment);
    return code.fillTemplate({host: this.#host, i18n, record, fragment, texts});
  }

  #update(): void {
    const page = pageElement(this.#host);
    const template = [...page.children].find((child): child is HTMLTemplateElement =>
      child.matches(`template[data-for="${this.#kind}"]`),
    );
    this.#observer.disconnect();
    this.#observer.observe(page, {childList: true, attributeFilter: ['data-for'], subtree: true});
    // Most pages have no template: changes of their other content need no update.
    if (!template && !this.#template) return;
    this.#template = template;
    this.#fragments.clear();
    if (template)
      this.#observer.observe(template.content, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    this.#host.requestUpdate();
  }
}
