import { compileDictionary, openDictionary } from '../../src/shared/recognise/dictionary.ts';
import { packPrefilter } from '../../src/shared/recognise/pack-prefilter.ts';
import { openPrefilter } from '../../src/shared/recognise/prefilter.ts';
import type { SurfaceForm } from '../../src/shared/recognise/types.ts';

/** A way to look for a dictionary's names in text: built once, then asked for the number of places to look at. */
export interface Contestant {
  readonly name: string;
  /** Larger dictionaries are left out: they take minutes, or more memory than there is. */
  readonly most: number;
  build(names: readonly string[]): { readonly size: number; count(text: string): number };
}

/** The recogniser and three textbook ways, all case-insensitive. Each counts candidates; none misses a name. */
export function contestants(): Contestant[] {
  return [beginnings, firstWords, trieExpression, ahoCorasick];
}

const beginnings: Contestant = {
  name: 'beginnings (prefilter)',
  most: Number.POSITIVE_INFINITY,
  build(names) {
    const packed = compileDictionary(names.map(plainForm));
    const prefilter = openPrefilter(packPrefilter(openDictionary(packed)));
    return {
      size: JSON.stringify(packed).length,
      count(text) {
        let count = 0;
        for (let at = prefilter(text, 0); at >= 0; at = prefilter(text, at + 1)) count++;
        return count;
      },
    };
  },
};

export function plainForm(form: string): SurfaceForm {
  return { form, drug: 'd', role: 'name', case: 'any', gate: 'none', endings: [], cues: [], anticues: [] };
}

/** Every word of the text is looked up among the first words of the names. */
const firstWords: Contestant = {
  name: 'map of first words',
  most: Number.POSITIVE_INFINITY,
  build(names) {
    const first = new Map<string, string[]>();
    for (const name of names) {
      const word = /^[\p{L}\p{N}]+/u.exec(name.toLowerCase())?.[0] ?? name;
      first.set(word, [...(first.get(word) ?? []), name]);
    }
    return {
      size: JSON.stringify(names).length,
      count(text) {
        let count = 0;
        for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) if (first.has(word)) count++;
        return count;
      },
    };
  },
};

interface Trie {
  readonly next: Map<string, Trie>;
  end: boolean;
}

/** One regular expression with shared prefixes factored out. */
const trieExpression: Contestant = {
  name: 'trie as one regular expression',
  most: 10_000,
  build(names) {
    const root: Trie = { next: new Map(), end: false };
    for (const name of names) {
      let node = root;
      for (const char of name.toLowerCase()) {
        let next = node.next.get(char);
        if (!next) {
          next = { next: new Map(), end: false };
          node.next.set(char, next);
        }
        node = next;
      }
      node.end = true;
    }
    const source = (node: Trie): string => {
      const parts = [...node.next].map(([char, next]) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + source(next));
      if (parts.length === 0) return '';
      return `(?:${parts.join('|')})${node.end ? '?' : ''}`;
    };
    const pattern = new RegExp(source(root), 'gi');
    return {
      size: pattern.source.length,
      count(text) {
        let count = 0;
        pattern.lastIndex = 0;
        while (pattern.exec(text)) count++;
        return count;
      },
    };
  },
};

/** Aho and Corasick's automaton with all its transitions in one typed array. */
const ahoCorasick: Contestant = {
  name: 'Aho-Corasick, typed arrays',
  most: 100_000,
  build(names) {
    const WIDTH = 40;
    const classes = new Uint8Array(128);
    for (let code = 97; code <= 122; code++) {
      classes[code] = code - 96;
      classes[code - 32] = code - 96;
    }
    classes[0x20] = 27;
    classes[0x2d] = 28;
    for (let digit = 0; digit < 10; digit++) classes[0x30 + digit] = 29 + digit;
    const most = names.reduce((sum, name) => sum + name.length, 1);
    const go = new Int32Array(most * WIDTH);
    const ends = new Uint8Array(most);
    let states = 1;
    for (const name of names) {
      let state = 0;
      for (let k = 0; k < name.length; k++) {
        const at = state * WIDTH + classes[name.charCodeAt(k) & 127]!;
        if (go[at] === 0) go[at] = states++;
        state = go[at]!;
      }
      ends[state] = 1;
    }
    const fail = new Int32Array(states);
    const queue: number[] = [];
    for (let c = 0; c < WIDTH; c++) if (go[c] !== 0) queue.push(go[c]!);
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!;
      ends[state]! |= ends[fail[state]!]!;
      for (let c = 0; c < WIDTH; c++) {
        const at = state * WIDTH + c;
        const fallback = go[fail[state]! * WIDTH + c]!;
        if (go[at] === 0) go[at] = fallback;
        else {
          fail[go[at]!] = fallback;
          queue.push(go[at]!);
        }
      }
    }
    return {
      size: states * WIDTH * 4,
      count(text) {
        let count = 0;
        let state = 0;
        for (let i = 0; i < text.length; i++) {
          const code = text.charCodeAt(i);
          state = go[state * WIDTH + (code < 128 ? classes[code]! : 0)]!;
          if (ends[state] !== 0) count++;
        }
        return count;
      },
    };
  },
};
