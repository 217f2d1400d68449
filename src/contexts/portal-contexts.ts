import {type Context, ContextConsumer, createContext} from '@lit/context';
import type {LitElement} from 'lit';
import type {PortalSource} from '../data/source.js';
import type {Selection} from '../model/selection.js';

/**
 * Source of the widgets inside a `<spass-portal>`: null if its `api` is empty or invalid, undefined before it is set.
 */
export const sourceContext = createContext<PortalSource | null | undefined>(
  Symbol.for('spass/source/1'),
);

/** Selection shared by the widgets inside a `<spass-portal>`. */
export const selectionContext = createContext<Selection | undefined>(
  Symbol.for('spass/selection/1'),
);

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
