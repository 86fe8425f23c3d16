/** Marks of each verdict are told apart, and from the page. */
import { describe, expect, it } from 'vitest';
import { markStyle } from '../../../src/frame/marks/mark-style.ts';
import { contrast } from '../../../src/pages/options/contrast.ts';
import { declarations, filledPart, markLook, VERDICT_COLORS } from '../../../src/shared/policy/mark-look.ts';
import { VERDICTS, verdictOf } from '../../../src/shared/policy/verdict.ts';
import { asSeen, EYES } from './eyes.ts';

const STYLES = ['underline', 'dotted', 'background'] as const;

describe('the look of marks', () => {
  it.each(EYES)('has 3 to 1 against white and dark pages, to eyes with %s', (eyes) => {
    for (const paper of ['#ffffff', '#f5f5f5', '#2b2b2b', '#191a1c', '#000000']) {
      for (const color of Object.values(VERDICT_COLORS)) {
        expect(contrast(asSeen(color, eyes), asSeen(paper, eyes))).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(STYLES)('differs by verdict in shape, whatever the colour, in the style %s', (style) => {
    const shapes = VERDICTS.map((verdict) => {
      const { line, width } = markLook(verdict, { style, color: '#123456' });
      return `${line} ${width}`;
    });
    expect(new Set(shapes).size).toBe(VERDICTS.length);
    expect(shapes.join()).not.toContain('solid');
  });

  it.each(STYLES)('has the thicker lines for what matters more, where they share a shape, in the style %s', (style) => {
    const looks = (['avoid', 'caution', 'watch', 'other'] as const).map((one) =>
      markLook(one, { style, color: 'auto' }),
    );
    for (const [index, { line, width }] of looks.entries()) {
      for (const less of looks.slice(index + 1)) if (less.line === line) expect(less.width).toBeLessThan(width);
    }
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

describe('what is filled of a name in forced colours', () => {
  const filled = (name: string) =>
    VERDICTS.map((verdict) => {
      const [start, end] = filledPart(verdict, name.length);
      return `${name.slice(0, start)}[${name.slice(start, end)}]${name.slice(end)}`;
    });

  it('is more of it the more it matters, and of memantine its end', () => {
    expect(filled('warfarin')).toEqual(['[warfarin]', '[warf]arin', '[wa]rfarin', '[w]arfarin', 'warfa[rin]']);
  });

  it('is the whole only of what is to be avoided, however short a name is', () => {
    expect(filled('soda')).toEqual(['[soda]', '[sod]a', '[so]da', '[s]oda', 's[oda]']);
    expect(filled('PK')).toEqual(['[PK]', '[P]K', '[P]K', '[P]K', 'P[K]']);
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
