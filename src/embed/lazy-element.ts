import {ReactiveElement} from 'lit';

/** Class of an element, with a public or a protected constructor. */
export type ElementClass = Pick<typeof ReactiveElement, 'observedAttributes'> & {
  readonly prototype: ReactiveElement;
};

/** Members of an element that are available before its class is loaded. */
interface LoadedElement extends HTMLElement {
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
function upgradeInPlace(element: LoadedElement, Class: ElementClass): void {
  const parent: unknown = Object.getPrototypeOf(ReactiveElement);
  const baseClass = new Proxy(HTMLElement, {construct: () => element});
  Object.setPrototypeOf(ReactiveElement, baseClass);
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
export function defineLazyElement(
  tag: string,
  attributes: readonly string[],
  load: () => Promise<ElementClass>,
  substitute: () => ElementClass,
): void {
  if (customElements.get(tag)) return;
  let classPromise: Promise<ElementClass> | undefined;
  const loadClass = (): Promise<ElementClass> => (classPromise ??= load().catch(substitute));

  class LazyElement extends HTMLElement {
    static readonly observedAttributes = attributes;
    #upgrading: Promise<LoadedElement> | undefined;
    readonly #states = this.attachInternals().states as CustomStateSet | undefined;

    constructor() {
      super();
      // Style sheets select this state to reserve space.
      this.#states?.add('late');
    }

    connectedCallback(): void {
      const loaded = asLoaded(this);
      if (loaded) loaded.connectedCallback.call(this);
      else void this.#upgrade();
    }

    disconnectedCallback(): void {
      asLoaded(this)?.disconnectedCallback.call(this);
    }

    attributeChangedCallback(name: string, old: string | null, value: string | null): void {
      asLoaded(this)?.attributeChangedCallback.call(this, name, old, value);
    }

    get loadComplete(): Promise<void> {
      return this.#upgrade().then(late => late.loadComplete);
    }

    get updateComplete(): Promise<unknown> {
      return this.#upgrade();
    }

    async reload(): Promise<void> {
      await (await this.#upgrade()).reload();
    }

    #upgrade(): Promise<LoadedElement> {
      this.#upgrading ??= loadClass().then(Class => {
        const element = this as unknown as LoadedElement;
        // Reading `observedAttributes` finalizes the class, so that Lit creates its properties.
        const names = Class.observedAttributes;
        upgradeInPlace(element, Class);
        this.#states?.delete('late');
        for (const name of names) {
          const value = element.getAttribute(name);
          if (value !== null) element.attributeChangedCallback(name, null, value);
        }
        if (element.isConnected) element.connectedCallback();
        return element;
      });
      return this.#upgrading;
    }
  }

  // The browser keeps the lifecycle callbacks that a tag was registered with; they call those of the loaded class.
  const asLoaded = (element: HTMLElement): LoadedElement | undefined => {
    const prototype: unknown = Object.getPrototypeOf(element);
    return prototype === LazyElement.prototype ? undefined : (prototype as LoadedElement);
  };
  customElements.define(tag, LazyElement);
}
