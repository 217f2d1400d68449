import {ReactiveElement} from 'lit';

/** Fallback element that shows the page's own content, used if the part of a widget cannot be loaded. */
export class FallbackContent extends ReactiveElement {
  readonly loadComplete = Promise.resolve();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  reload(): Promise<void> {
    return this.loadComplete;
  }
}
