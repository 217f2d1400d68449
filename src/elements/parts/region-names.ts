import type {LitElement, ReactiveController} from 'lit';

/** Elements that have a region, by its name: the first has the plain name, the others a number after it. */
type NamedRegions = Map<string, (LitElement | undefined)[]>;

const registries = new WeakMap<Document, NamedRegions>();

/** Distinguishes the landmarks of a page: two widgets of a kind would have regions of the same name. */
export class RegionNames implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Frees the names for other elements. */
  hostDisconnected(): void {
    for (const hosts of this.#registry.values()) {
      const index = hosts.indexOf(this.#host);
      if (index >= 0) hosts[index] = undefined;
    }
  }

  /** Returns a name that no region of another element in the page has: `Carte des projets (2)`. */
  distinct(name: string): string {
    const registry = this.#registry;
    const hosts = registry.get(name) ?? [];
    registry.set(name, hosts);
    let index = hosts.indexOf(this.#host);
    if (index < 0) {
      const freeIndex = hosts.indexOf(undefined);
      index = freeIndex < 0 ? hosts.length : freeIndex;
      hosts[index] = this.#host;
    }
    return index === 0 ? name : `${name} (${String(index + 1)})`;
  }

  get #registry(): NamedRegions {
    const {ownerDocument} = this.#host;
    const registry = registries.get(ownerDocument) ?? (new Map() as NamedRegions);
    registries.set(ownerDocument, registry);
    return registry;
  }
}
