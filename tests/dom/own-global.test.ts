import { afterEach, describe, expect, it } from 'vitest';
import { ownGlobal } from '../../src/dom/own-global.ts';

const world = globalThis as unknown as Record<string, unknown>;
/** Where browsers put the elements of a page that have a name. */
const named = Object.getPrototypeOf(globalThis) as Record<string, unknown>;

describe('a global of ours', () => {
  afterEach(() => {
    delete named.lensTest;
    delete world.lensTest;
  });

  it('is none that an element of the page has for its name', () => {
    named.lensTest = 'an element';
    expect(world.lensTest).toBe('an element');
    expect(ownGlobal('lensTest')).toBeUndefined();
    world.lensTest = 'ours';
    expect(ownGlobal('lensTest')).toBe('ours');
  });

  it('is nothing where it is not there', () => {
    expect(ownGlobal('lensTest')).toBeUndefined();
    expect(ownGlobal('constructor')).toBeUndefined();
  });
});
