/** Marks of each verdict are told apart, and from the page. */
import { describe, expect, it } from 'vitest';
import { markStyle } from '../../../src/frame/marks/mark-style.ts';
import { contrast } from '../../../src/pages/options/contrast.ts';
import { declarations, markLook, VERDICT_COLORS } from '../../../src/shared/policy/mark-look.ts';
import { VERDICTS, verdictOf } from '../../../src/shared/policy/verdict.ts';

const STYLES = ['underline', 'dotted', 'background'] as const;

describe('the look of marks', () => {
  it.each(VERDICTS)('of %s has 3 to 1 against white and dark pages', (verdict) => {
    for (const paper of ['#ffffff', '#f5f5f5', '#2b2b2b', '#191a1c', '#000000']) {
      expect(contrast(VERDICT_COLORS[verdict], paper)).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(STYLES)('differs by verdict in shape, whatever the colour, in the style %s', (style) => {
    const shapes = VERDICTS.map((verdict) => markLook(verdict, { style, color: '#123456' }).line);
    expect(new Set(shapes).size).toBe(VERDICTS.length);
    expect(shapes.join()).not.toContain('solid');
  });

  it('has the colour of the reader, or one a verdict', () => {
    expect(
      new Set(VERDICTS.map((verdict) => markLook(verdict, { style: 'underline', color: 'auto' }).color)).size,
    ).toBe(VERDICTS.length);
    expect(declarations(markLook('avoid', { style: 'underline', color: '#123456' }))['text-decoration']).toContain(
      '#123456',
    );
  });

  it('goes into rules under the names of the page, on paper only if asked', () => {
    const names = {
      avoid: 'aaaaaaaa',
      caution: 'bbbbbbbb',
      watch: 'ffffffff',
      other: 'cccccccc',
      memantine: 'dddddddd',
      flash: 'eeeeeeee',
    };
    const css = markStyle({ style: 'underline', color: 'auto', inPrint: false }, names);
    expect(css).toMatch(/^@media not print\{/);
    for (const name of Object.values(names)) expect(css).toContain(`::highlight(${name})`);
    expect(markStyle({ style: 'underline', color: 'auto', inPrint: true }, names)).not.toContain('print');
  });
});

describe('the verdict of a mark', () => {
  it.each([
    [{ group: 'memantine' }, 'memantine'],
    [{ group: 'memantine', action: 'contains-memantine' }, 'memantine'],
    [{ group: 'nmda-antagonists', action: 'avoid' }, 'avoid'],
    [{ group: 'others', action: 'caution' }, 'caution'],
    [{ group: 'others', action: 'monitor' }, 'watch'],
    [{ group: 'others', action: 'theoretical' }, 'watch'],
    [{ group: 'no-interaction', action: 'none-found' }, 'other'],
    [{ group: 'others' }, 'other'],
    [undefined, 'other'],
  ] as const)('of %o is %s', (trait, verdict) => expect(verdictOf(trait)).toBe(verdict));
});
