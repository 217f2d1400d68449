/** Parts of a page that are not printed where they stand, and the statements of funding that end the sheet instead. */
interface RepeatedParts {
  readonly omitted: readonly Element[];
  readonly statements: readonly Element[];
}

/** Text of an element, for comparison with others. */
const textOf = (element: Element): string => element.textContent.trim();

/** Text and address of a link. */
const linkKey = (link: HTMLAnchorElement): string => `${link.href} ${textOf(link)}`;

/** Statements that begin a sheet of their own, as that of a project does, stay there. */
const beginsSheet = (statement: Element): boolean =>
  (statement.getRootNode() as Partial<ShadowRoot>).host?.localName === 'spass-project';

/**
 * Finds what a printed page would say twice: statements of funding, credits other than those of the last root, and
 * latest resources that a list of the page has too. On the screen they are far apart.
 *
 * @param roots Rendered content of the widgets, in the order of the page; the page ends with the last one.
 */
export function repeatedParts(roots: readonly Element[]): RepeatedParts {
  const find = <T extends Element>(selector: string, parents: readonly Element[] = roots): T[] =>
    parents
      .flatMap(root => [...root.querySelectorAll<T>(selector)])
      .filter(one => !one.closest('dialog, .poster'));
  const seen = new Set<string>();
  const isFirst = (text: string): boolean => seen.size < seen.add(text).size;
  const supports = find('.support').sort((a, b) => Number(beginsSheet(b)) - Number(beginsSheet(a)));
  const firsts = supports.filter(one => isFirst(textOf(one)));
  const statements = firsts.filter(one => !beginsSheet(one));
  const omitted = supports.filter(one => !firsts.includes(one) || statements.includes(one));
  for (const foot of find('.foot').reverse()) {
    const credits = [...foot.children].filter(child => !child.matches('.support, .funding'));
    const text = credits.map(textOf).join(' ');
    if (!text || !isFirst(text)) omitted.push(foot);
  }
  const listed = new Set(find<HTMLAnchorElement>('.row a').map(linkKey));
  for (const latest of find('.latest'))
    if (find<HTMLAnchorElement>('a', [latest]).every(link => listed.has(linkKey(link))))
      omitted.push(latest);
  return {omitted, statements};
}
