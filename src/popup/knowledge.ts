import type { Knowledge } from '../knowledge/access.ts';

let opened: Promise<Knowledge> | undefined;

/** The knowledge, read after the popup's first paint, once. */
export function openedKnowledge(): Promise<Knowledge> {
  opened ??= (async () => {
    const [{ openKnowledge }, { bundledKnowledge }] = await Promise.all([
      import('../knowledge/access.ts'),
      import('../knowledge/bundled.ts'),
    ]);
    return openKnowledge(bundledKnowledge());
  })();
  return opened;
}
