/** The parts of the browser's API that settings use, in memory. Set up before the modules under test are imported. */

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

export interface FakeBrowser {
  /** What is stored, as a browser would keep it. */
  readonly local: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  /** Areas whose next writes fail, as when the browser has no room. */
  readonly full: Set<string>;
  readonly managed: { policy: Record<string, unknown> | undefined };
  /** As after installing. */
  readonly reset: () => void;
}

/** Puts the API where the polyfill and `native` find it, and locks where Node has none. */
export function installFakeBrowser(): FakeBrowser {
  const local: Record<string, unknown> = {};
  const session: Record<string, unknown> = {};
  const full = new Set<string>();
  const managed: FakeBrowser['managed'] = { policy: undefined };
  const listeners = new Set<Listener>();
  const read = (from: Record<string, unknown>, keys: string | string[] | null): Record<string, unknown> => {
    const wanted = keys === null ? Object.keys(from) : [keys].flat();
    return structuredClone(Object.fromEntries(wanted.filter((key) => key in from).map((key) => [key, from[key]])));
  };
  /** Storage answers later, so that changes that overlap are seen to overlap. */
  const later = <T>(value: () => T): Promise<T> => new Promise((done) => setTimeout(done, 1)).then(value);
  const area = (name: string, items: Record<string, unknown>) => ({
    get: (keys: string | string[] | null) => later(() => read(items, keys)),
    set: (given: Record<string, unknown>) =>
      later(() => {
        if (full.has(name)) throw new Error('QUOTA_BYTES quota exceeded');
        const changes = Object.fromEntries(
          Object.entries(given).map(([key, newValue]) => [key, { oldValue: items[key], newValue }]),
        );
        Object.assign(items, structuredClone(given));
        for (const listener of listeners) listener(changes, name);
      }),
    remove: (keys: string | string[]) =>
      later(() => {
        for (const key of [keys].flat()) delete items[key];
      }),
    setAccessLevel: () => Promise.resolve(),
  });
  const api = {
    runtime: {
      id: 'fake',
      getManifest: () => ({ version: '1' }),
      getURL: (path: string) => `chrome-extension://fake/${path}`,
    },
    i18n: { getMessage: (key: string) => (key === 'language' ? 'en' : key) },
    storage: {
      local: area('local', local),
      session: area('session', session),
      managed: {
        get: () =>
          later(() => managed.policy).then((policy) => policy ?? Promise.reject(new Error('no managed storage'))),
      },
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  };
  // The polyfill leaves an API alone that gives promises.
  Object.assign(globalThis, { browser: api, chrome: api });
  const queues = new Map<string, Promise<unknown>>();
  const locks = {
    request: (name: string, task: () => Promise<unknown>) => {
      const queue = (queues.get(name) ?? Promise.resolve()).then(task, task);
      queues.set(name, queue);
      return queue;
    },
  };
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
  const reset = (): void => {
    for (const items of [local, session]) for (const key of Object.keys(items)) delete items[key];
    full.clear();
    managed.policy = undefined;
    listeners.clear();
  };
  return { local, session, full, managed, reset };
}
