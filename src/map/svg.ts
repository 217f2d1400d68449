/** Creates an SVG element with attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, String(attributes[key]));
  return element;
}

/** Draws paths in a group, in place of those that it has. */
export function setPaths(group: SVGGElement, data: readonly string[]): void {
  data.forEach((d, i) => {
    const path = group.children[i] ?? group.appendChild(svg('path'));
    if (path.getAttribute('d') !== d) path.setAttribute('d', d);
  });
  while (group.children.length > data.length) group.lastChild?.remove();
}
