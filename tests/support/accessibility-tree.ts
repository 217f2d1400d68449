import type {Page} from 'playwright-core';

/** Node of the accessibility tree, as the browser passes it to screen readers. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  /** Number of children that are exposed. */
  readonly childCount: number;
}

interface RawNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
  readonly childIds?: readonly string[];
}

/** Returns all nodes that a screen reader meets, in the order of the page. */
export async function accessibleNodes(page: Page): Promise<readonly AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as {nodes: RawNode[]};
  await session.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  /** Counts exposed children; children of an ignored node count as children of its parent. */
  const countChildren = ({childIds = []}: RawNode): number =>
    childIds.reduce((sum, id) => {
      const child = byId.get(id);
      if (!child) return sum;
      return sum + (child.ignored ? countChildren(child) : 1);
    }, 0);
  return nodes
    .filter(({ignored}) => !ignored)
    .map(node => ({
      role: node.role?.value ?? '',
      name: node.name?.value ?? '',
      childCount: countChildren(node),
    }));
}
