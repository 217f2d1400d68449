/** Calls `visit` for every node of a syntax tree, in the order of the code. */
export const walk = (node, visit) => {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit);
};
