import {ReactiveElement} from 'lit';

/** What a widget of the page's own content is where its part can't be had: that content, as it stands. */
export class PlainContent extends ReactiveElement {
  readonly loadComplete = Promise.resolve();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  reload(): Promise<void> {
    return this.loadComplete;
  }
}
