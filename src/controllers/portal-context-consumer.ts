import {type Context, ContextConsumer} from '@lit/context';
import type {LitElement} from 'lit';

/** Consumes a context of the surrounding `<spass-portal>`. */
export class PortalContextConsumer<C extends Context<unknown, unknown>> extends ContextConsumer<
  C,
  LitElement
> {
  constructor(host: LitElement, context: C) {
    super(host, {context, subscribe: true});
  }

  override hostConnected(): void {
    super.hostConnected();
    // A portal that is defined after its widgets has missed their first request.
    if (this.host.closest('spass-portal:not(:defined)'))
      void customElements.whenDefined('spass-portal').then(() => super.hostConnected());
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    // The last value is wrong outside that portal.
    delete this.value;
  }
}
