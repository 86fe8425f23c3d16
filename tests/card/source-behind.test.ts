/** Which one source stands beside a verdict. */
import { describe, expect, it } from 'vitest';
import { sourceBehind } from '../../src/card/glance.ts';
import type { Citation, Line, Rating, Relation } from '../../src/card/model.ts';
import type { Source } from '../../src/knowledge/types.ts';

const cite = (id: string, document: object = {}, weak?: string): Citation => ({
  number: 1,
  source: {
    id,
    type: 'label',
    document: { title: id, ...document },
    read: { in: 'original' },
    weak,
  } as unknown as Source,
});
const OLD = cite('undated', { undated: true });
const NEW = cite('dated', { revision: '2022' });

const rating = (by: string, citation: Citation, more: Partial<Rating> = {}): Rating => ({
  by,
  rating: '',
  isSaid: false,
  says: 'monitor',
  voice: 'official',
  citations: [citation],
  verified: true,
  ...more,
});
const shown = (ratings: readonly Rating[], summary: Partial<Line> = {}): string | undefined =>
  sourceBehind({
    ...{ action: 'monitor', actionBy: 'first', ratings },
    summary: { text: '', citations: [], verified: true, professional: false, ...summary },
  } as unknown as Relation)?.source.id;

describe('the source of a verdict', () => {
  it('is one that was checked, before the one that the verdict follows', () => {
    expect(shown([rating('first', NEW, { verified: false }), rating('second', OLD)])).toBe('undated');
  });

  it('is one with a date, before one without', () => {
    expect(shown([rating('first', OLD), rating('second', NEW)])).toBe('dated');
  });

  it('is else the one that the verdict follows, or an official one', () => {
    const other = cite('other', { revision: '2020' });
    expect(shown([rating('second', other), rating('first', NEW)])).toBe('dated');
    expect(shown([rating('second', other, { voice: 'local' }), rating('third', NEW)])).toBe('dated');
  });

  it('is none that says less, and a weak one last', () => {
    expect(shown([rating('first', OLD, { verified: false }), rating('second', NEW, { says: 'silent' })])).toBe(
      'undated',
    );
    const weak = cite('weak', { revision: '2024' }, 'a wiki');
    expect(shown([rating('first', weak), rating('second', OLD, { verified: false })])).toBe('undated');
  });

  it('carries the sentence where nobody gives the advice', () => {
    expect(shown([], { citations: [OLD, NEW] })).toBe('dated');
    expect(shown([])).toBeUndefined();
  });
});
