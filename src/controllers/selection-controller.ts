import type {LitElement, ReactiveController} from 'lit';
import {PortalContextConsumer, selectionContext} from '../contexts/portal-contexts.js';
import {Selection} from '../model/selection.js';

interface SelectionGroup {
  readonly selection: Selection;
  members: number;
}

/** Selections by group name, kept while they have members. */
const groups = new Map<string, SelectionGroup>();

type SelectionHost = LitElement & {group: string};

/**
 * Provides the selection of a widget: its group's, else the surrounding `<spass-portal>`'s, else its own. Asks
 * the host to update when it changes.
 */
export class SelectionController implements ReactiveController {
  readonly #host: SelectionHost;
  readonly #own = new Selection();
  readonly #portalConsumer: PortalContextConsumer<typeof selectionContext> | undefined;
  readonly #onChange: (by: unknown) => void;
  #groupName: string | undefined;
  #current: Selection;
  #unsubscribe: (() => void) | undefined;

  /**
   * @param onChange Called on each change with its origin.
   * @param isProvider True for `<spass-portal>`, which ignores the selection of an outer portal.
   */
  constructor(host: SelectionHost, onChange: (by: unknown) => void, isProvider = false) {
    this.#host = host;
    this.#onChange = onChange;
    this.#current = this.#own;
    if (!isProvider) this.#portalConsumer = new PortalContextConsumer(host, selectionContext);
    host.addController(this);
  }

  get selection(): Selection {
    return this.#current;
  }

  /** True if other widgets may share the selection. */
  get isShared(): boolean {
    return this.#current !== this.#own;
  }

  hostConnected(): void {
    this.#updateSelection();
  }

  hostUpdate(): void {
    this.#updateSelection();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #updateSelection(): void {
    if (!this.#host.isConnected) return;
    const {group} = this.#host;
    if (group !== (this.#groupName ?? '')) {
      this.#leave();
      if (group) this.#join(group);
    }
    const next = groups.get(group)?.selection ?? this.#portalConsumer?.value ?? this.#own;
    if (next === this.#current && this.#unsubscribe) return;
    this.#unsubscribe?.();
    this.#current = next;
    this.#unsubscribe = next.subscribe(by => {
      this.#host.requestUpdate();
      this.#onChange(by);
    });
  }

  #join(name: string): void {
    const group = groups.get(name) ?? {selection: new Selection(), members: 0};
    group.members++;
    groups.set(name, group);
    this.#groupName = name;
  }

  #leave(): void {
    if (this.#groupName === undefined) return;
    const group = groups.get(this.#groupName);
    if (group && --group.members === 0) groups.delete(this.#groupName);
    this.#groupName = undefined;
  }
}
