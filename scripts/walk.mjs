/** Calls `visit` for the nodes of a syntax tree, in the order of the code; not inside a node for which it is false. */
export const walk = (node, visit) => {
  if (visit(node) === false) return;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit);
};
