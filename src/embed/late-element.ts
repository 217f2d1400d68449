import {ReactiveElement} from 'lit';

/** The class of an element, whatever its constructor is open to. */
export type ElementClass = Pick<typeof ReactiveElement, 'observedAttributes'> & {
  readonly prototype: ReactiveElement;
};

/** What a page may already use before the class is there. */
interface Late extends HTMLElement {
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, old: string | null, value: string | null): void;
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

/**
 * Makes an element that is on the page already an instance of a class: its own fields, its prototype.
 *
 * A constructor puts its class's fields on what the one above it gives back. For the length of this call that is the
 * element, and not a new one: as in the polyfill for scoped registries, which upgrades its elements this way.
 */
function become(element: Late, Class: ElementClass): void {
  const parent: unknown = Object.getPrototypeOf(ReactiveElement);
  const stand = new Proxy(HTMLElement, {construct: () => element});
  Object.setPrototypeOf(ReactiveElement, stand);
  try {
    Object.setPrototypeOf(element, Class.prototype);
    Reflect.construct(Class as unknown as new () => unknown, []);
  } finally {
    Object.setPrototypeOf(ReactiveElement, parent as object);
  }
}

/**
 * Registers a tag whose class comes when the first of its kind is on the page; where it can't be had, `substitute`
 * takes its place. Until then the element shows what the page put in it; attributes and properties that are set
 * meanwhile count.
 */
export function defineLate(
  tag: string,
  attributes: readonly string[],
  load: () => Promise<ElementClass>,
  substitute: () => ElementClass,
): void {
  if (customElements.get(tag)) return;
  let known: Promise<ElementClass> | undefined;
  const fetchClass = (): Promise<ElementClass> => (known ??= load().catch(substitute));

  class LateElement extends HTMLElement {
    static readonly observedAttributes = attributes;
    #coming: Promise<Late> | undefined;
    readonly #states = this.attachInternals().states as CustomStateSet | undefined;

    constructor() {
      super();
      // For style sheets that keep the room of what is still to come.
      this.#states?.add('late');
    }

    connectedCallback(): void {
      const real = realOf(this);
      if (real) real.connectedCallback.call(this);
      else void this.#come();
    }

    disconnectedCallback(): void {
      realOf(this)?.disconnectedCallback.call(this);
    }

    attributeChangedCallback(name: string, old: string | null, value: string | null): void {
      realOf(this)?.attributeChangedCallback.call(this, name, old, value);
    }

    get loadComplete(): Promise<void> {
      return this.#come().then(late => late.loadComplete);
    }

    get updateComplete(): Promise<unknown> {
      return this.#come();
    }

    async reload(): Promise<void> {
      await (await this.#come()).reload();
    }

    #come(): Promise<Late> {
      this.#coming ??= fetchClass().then(Class => {
        const late = this as unknown as Late;
        // Asking for them makes Lit read the properties of the class.
        const names = Class.observedAttributes;
        become(late, Class);
        this.#states?.delete('late');
        for (const name of names) {
          const value = late.getAttribute(name);
          if (value !== null) late.attributeChangedCallback(name, null, value);
        }
        if (late.isConnected) late.connectedCallback();
        return late;
      });
      return this.#coming;
    }
  }

  // The browser keeps the callbacks that a tag was registered with: they pass on to the class that came.
  const realOf = (element: HTMLElement): Late | undefined => {
    const prototype: unknown = Object.getPrototypeOf(element);
    return prototype === LateElement.prototype ? undefined : (prototype as Late);
  };
  customElements.define(tag, LateElement);
}
