/**
 * Reads a global that our own scripts or the browser set. In a page every element with an id or a name is a global as
 * well, even one that is called `browser`: only own properties of the global object are taken.
 */
export function ownGlobal<T>(name: string): T | undefined {
  return Object.hasOwn(globalThis, name) ? ((globalThis as Record<string, unknown>)[name] as T) : undefined;
}
