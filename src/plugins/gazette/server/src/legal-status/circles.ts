/** A node on the way of the search, with the neighbours still to visit. */
interface Visit {
  node: string;
  ahead: Iterator<string>;
}

/**
 * The strongly connected components of a directed graph, by Tarjan's algorithm with a stack of its own (a chain of any
 * length is no deep recursion). A component comes after all that its arrows lead to.
 * @param next where the arrows of a node lead; may name nodes that are not in `nodes`
 */
export const components = (nodes: Iterable<string>, next: (node: string) => Iterable<string>): string[][] => {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const path: Visit[] = [];

  const enter = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    path.push({ node, ahead: next(node)[Symbol.iterator]() });
  };
  const lower = (node: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(node) ?? 0)) lowest.set(node, to);
  };
  const leave = (node: string): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) lower(parent.node, lowest.get(node));
    if (lowest.get(node) !== order.get(node)) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen.delete(member);
    found.push(component);
  };

  for (const start of nodes) {
    if (!order.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const step = visit.ahead.next();
      if (step.done) leave(visit.node);
      else if (!order.has(step.value)) enter(step.value);
      else if (isOpen.has(step.value)) lower(visit.node, order.get(step.value));
    }
  }
  return found;
};

/** The components in which more than one node leads back to itself, each sorted, the list sorted by first member. */
export const circles = (nodes: Iterable<string>, next: (node: string) => Iterable<string>): string[][] =>
  components(nodes, next)
    .filter(({ length }) => length > 1)
    .map((members) => members.sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
