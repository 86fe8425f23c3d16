/** Items in groups. */

/** Items that follow one another and belong together: each goes on with the group of the one before, or begins another. */
export function neighbours<Item>(items: readonly Item[], goesOn: (before: Item, item: Item) => boolean): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && goesOn(group.at(-1)!, item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Those of one key together; groups and what is in them in the order in which they come. */
export function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
