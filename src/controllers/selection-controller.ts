import {ContextConsumer} from '@lit/context';
import type {LitElement, ReactiveController} from 'lit';
import {selectionContext} from '../contexts/selection-context.js';
import type {Filter} from '../model/query.js';
import {Selection} from '../model/selection.js';

interface Group {
  readonly selection: Selection;
  members: number;
}

/** Selections by the name of their group; each lives as long as it has members. */
const groups = new Map<string, Group>();

type Host = LitElement & {group: string};

/**
 * The selection that a widget takes part in: its group's, else that of the `<spass-portal>` around it, else one
 * of its own. The host is asked to update when it changes.
 */
export class SelectionController implements ReactiveController {
  readonly #host: Host;
  readonly #own = new Selection();
  readonly #portal: ContextConsumer<typeof selectionContext, Host> | undefined;
  readonly #changed: (by: unknown) => void;
  #joined: string | undefined;
  #current: Selection;
  #end: (() => void) | undefined;

  /** `changed` hears of each change, and of who made it; a provider does not look for another one above it. */
  constructor(host: Host, changed: (by: unknown) => void, isProvider = false) {
    this.#host = host;
    this.#changed = changed;
    this.#current = this.#own;
    if (!isProvider)
      this.#portal = new ContextConsumer(host, {context: selectionContext, subscribe: true});
    host.addController(this);
  }

  get selection(): Selection {
    return this.#current;
  }

  /** Whether other widgets may have the same selection. */
  get isShared(): boolean {
    return this.#current !== this.#own;
  }

  get filter(): Filter {
    return this.#current.filter;
  }

  /** Asks the `<spass-portal>` around the host again, which may not have been there to answer. */
  askPortal(): void {
    this.#portal?.hostConnected();
  }

  hostConnected(): void {
    this.#settle();
  }

  hostUpdate(): void {
    this.#settle();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#end?.();
    this.#end = undefined;
    // The consumer keeps the last value: outside that portal it would be a stranger's.
    if (this.#portal) this.#portal.value = undefined;
  }

  #settle(): void {
    if (!this.#host.isConnected) return;
    const {group} = this.#host;
    if (group !== (this.#joined ?? '')) {
      this.#leave();
      if (group) this.#join(group);
    }
    const next = groups.get(group)?.selection ?? this.#portal?.value ?? this.#own;
    if (next === this.#current && this.#end) return;
    this.#end?.();
    this.#current = next;
    this.#end = next.listen(by => {
      this.#host.requestUpdate();
      this.#changed(by);
    });
  }

  #join(name: string): void {
    const group = groups.get(name) ?? {selection: new Selection(), members: 0};
    group.members++;
    groups.set(name, group);
    this.#joined = name;
  }

  #leave(): void {
    if (this.#joined === undefined) return;
    const group = groups.get(this.#joined);
    if (group && --group.members === 0) groups.delete(this.#joined);
    this.#joined = undefined;
  }
}
