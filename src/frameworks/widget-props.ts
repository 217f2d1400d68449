/** Props of a tag in React. */
type Props = Readonly<Record<string, unknown>>;
/** Ref as React takes it: a callback, which may return its cleanup, or an object. */
type Ref = ((element: Element | null) => unknown) | {current: Element | null} | null | undefined;
type Handler = (event: Event) => void;

const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Props that React handles itself, also on custom elements. */
const REACT_PROPS = new Set([
  'children',
  'className',
  'dangerouslySetInnerHTML',
  'key',
  'style',
  'suppressContentEditableWarning',
  'suppressHydrationWarning',
  'accessKey',
  'autoCapitalize',
  'autoFocus',
  'contentEditable',
  'enterKeyHint',
  'inputMode',
  'spellCheck',
  'tabIndex',
]);
const isPrimitive = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** Sets a ref, and returns its cleanup. */
function setRef(ref: Ref, element: Element): () => void {
  const set = (value: Element | null): unknown => {
    if (typeof ref === 'function') return ref(value);
    if (ref) ref.current = value;
    return undefined;
  };
  const cleanup = set(element);
  return typeof cleanup === 'function' ? (cleanup as () => void) : () => void set(null);
}

/**
 * Returns props that React also applies when it hydrates the HTML of a server. By itself it then sets no property of a
 * custom element and adds no listener (react/react#35446). Here a ref does, which React calls in both cases; texts,
 * numbers and booleans become attributes, which are part of that HTML.
 */
export function widgetProps(_tag: string, props: Props): Props {
  const {ref, ...others} = props as Props & {ref?: Ref};
  const passed: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const handlers: [type: string, handler: Handler][] = [];
  for (const [name, value] of Object.entries(others))
    if (REACT_PROPS.has(name)) passed[name] = value;
    else if (typeof value === 'function') {
      if (name.startsWith('onspass-')) handlers.push([name.slice(2), value as Handler]);
      else passed[name] = value;
    } else if (isPrimitive(value)) passed[kebabCase(name)] = value;
    else properties[name] = value;
  const connect = (element: Element): (() => void) => {
    Object.assign(element, properties);
    for (const [type, handler] of handlers) element.addEventListener(type, handler);
    const clearRef = setRef(ref, element);
    return () => {
      for (const [type, handler] of handlers) element.removeEventListener(type, handler);
      clearRef();
    };
  };
  return {...passed, ref: connect};
}
