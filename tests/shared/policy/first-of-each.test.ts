import { describe, expect, it } from 'vitest';
import { firstOfEach } from '../../../src/shared/policy/first-of-each.ts';

interface Word {
  readonly drug: string;
  readonly form: string;
  readonly at: 'text' | 'heading' | 'menu';
}

/** `memantine`, `# memantine` in a heading, `> memantine` in a menu; a brand name after a colon. */
function wordsOf(lines: string): Word[] {
  return lines.split('\n').map((line) => {
    const [, sign, drug, form] = /^([#>]?) ?(\w+):?(\w*)$/.exec(line)!;
    return { drug: drug!, form: form || drug!, at: sign === '#' ? 'heading' : sign === '>' ? 'menu' : 'text' };
  });
}

function chosen(lines: string, begins: number[] = []): number[] {
  const words = wordsOf(lines);
  const first = firstOfEach(words, {
    begins: new Set(begins),
    isAround: ({ at }) => at === 'menu',
    isInHeading: ({ at }) => at === 'heading',
  });
  return words.flatMap((word, index) => (first.has(word) ? [index] : []));
}

describe('the first of each name', () => {
  it('is marked, each name of a medicine for itself', () => {
    expect(chosen('memantine\nmemantine\nmemantine:Namenda\nketamine')).toEqual([0, 2, 3]);
  });

  it('is marked again in each section', () => {
    expect(chosen('memantine\nmemantine\nketamine\nmemantine', [2])).toEqual([0, 2, 3]);
  });

  it('in a heading gives way to the text below it', () => {
    expect(chosen('# memantine\nmemantine\n# ketamine\n# ketamine')).toEqual([1, 2]);
  });

  it('in a menu is marked only where no text has it', () => {
    expect(chosen('> memantine\n> ketamine\nmemantine')).toEqual([1, 2]);
  });
});
