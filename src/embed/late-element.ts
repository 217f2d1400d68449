import {ReactiveElement} from 'lit';

/** Class of an element, with a public or a protected constructor. */
export type ElementClass = Pick<typeof ReactiveElement, 'observedAttributes'> & {
  readonly prototype: ReactiveElement;
};

/** Members of an element that are available before its class is loaded. */
interface Late extends HTMLElement {
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, old: string | null, value: string | null): void;
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

/**
 * Turns an existing element into an instance of a class: sets its prototype and initializes its fields.
 *
 * A constructor initializes the fields on the object that its super constructor returns. During this call, the super
 * constructor returns the existing element instead of a new one, as in the polyfill for scoped custom element
 * registries.
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
 * Registers a tag whose class is loaded when the first element of that tag is connected. Until then the element shows
 * its own content; attributes and properties set in the meantime are applied after the load.
 *
 * @param attributes Observed attributes. The browser reads the list once, before the class is known.
 * @param load Loads the class.
 * @param substitute Creates the class used if `load` fails.
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
      // Style sheets select this state to reserve space.
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
        // Reading `observedAttributes` finalizes the class, so that Lit creates its properties.
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

  // The browser keeps the lifecycle callbacks that a tag was registered with; they call those of the loaded class.
  const realOf = (element: HTMLElement): Late | undefined => {
    const prototype: unknown = Object.getPrototypeOf(element);
    return prototype === LateElement.prototype ? undefined : (prototype as Late);
  };
  customElements.define(tag, LateElement);
}
