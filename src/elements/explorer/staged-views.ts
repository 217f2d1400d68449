import type {LitElement} from 'lit';
import {replacePrerendered} from '../base/prerendered-content.js';

const linksIn = (root: ParentNode): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap(one =>
    one.shadowRoot ? linksIn(one.shadowRoot) : one.localName === 'a' ? [one] : [],
  );

/**
 * Views that load while the page shows prerendered content: they are in the page, since they load nothing elsewhere, with
 * the width that they will have, but without height and invisible.
 */
export class StagedViews {
  readonly #host: LitElement;
  #stage: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Connects the views, once they are rendered. */
  connect(): void {
    const {renderRoot, shadowRoot} = this.#host;
    if (this.#stage || !shadowRoot || renderRoot === shadowRoot) return;
    const stage = document.createElement('div');
    Object.assign(stage.style, {blockSize: '0', overflow: 'hidden', visibility: 'hidden'});
    stage.append(renderRoot);
    (this.#host as {renderRoot: ParentNode}).renderRoot = stage;
    shadowRoot.append(stage);
    this.#stage = stage;
  }

  /**
   * Shows the views in place of the prerendered content. The focused link keeps the focus.
   *
   * @returns True if there was prerendered content to replace.
   */
  show(): boolean {
    const {renderRoot, shadowRoot} = this.#host;
    if (!this.#stage || !shadowRoot || renderRoot === shadowRoot) return false;
    // The stage stays around the views: moved out of it, they would start again.
    this.#stage.removeAttribute('style');
    return replacePrerendered(this.#host, linksIn);
  }
}
