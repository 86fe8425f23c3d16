/**
 * A global of our own world. In a page every element with an id or a name is a global as well, `browser` for one; only
 * what is the global object's own is what it says.
 */
export function ownGlobal<T>(name: string): T | undefined {
  return Object.hasOwn(globalThis, name) ? ((globalThis as Record<string, unknown>)[name] as T) : undefined;
}
