/** Items in groups of neighbours: each goes on with the group of the one before, or begins another. */
export function grouped<Item>(items: readonly Item[], goesOn: (before: Item, item: Item) => boolean): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && goesOn(group.at(-1)!, item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
