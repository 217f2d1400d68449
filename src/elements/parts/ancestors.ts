/** Returns the elements around another one, the nearest first, across shadow roots. */
export function ancestorsOf(element: Element): readonly Element[] {
  const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}
