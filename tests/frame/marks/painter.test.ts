// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseNames, createPainter } from '../../../src/frame/marks/painter.ts';
import { clearPage, FakeHighlight, highlights, painted, textOf } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

const NAMES = { avoid: 'a', caution: 'c', watch: 'w', other: 'o', memantine: 'm', flash: 'f' };
const LATER = { avoid: 'a2', caution: 'c2', watch: 'w2', other: 'o2', memantine: 'm2', flash: 'f2' };

describe('marks in the registry that a page shares with us', () => {
  let forced: { matches: boolean; change: () => void };
  let painter: ReturnType<typeof createPainter>;

  beforeEach(() => {
    vi.useFakeTimers();
    clearPage();
    forced = { matches: false, change: () => undefined };
    vi.stubGlobal('matchMedia', () => ({
      get matches() {
        return forced.matches;
      },
      addEventListener: (_: string, change: () => void) => {
        forced.change = change;
      },
    }));
    painter = createPainter(NAMES);
  });
  afterEach(() => {
    painter.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function range(text: string): Range {
    line(text);
    return mentionOf(text).range;
  }
  const under = (name: string): string[] => [...(highlights.get(name) ?? [])].map(String);
  const names = (): string[] => [...highlights.keys()];

  it('have names that say nothing, others on each page', () => {
    const [one, other] = [chooseNames(), chooseNames()];
    const all = [...Object.values(one), ...Object.values(other)];
    expect(new Set(all).size).toBe(12);
    for (const name of all) expect(name).toMatch(/^[a-z]{8}$/);
  });

  it('are not there before there is something to mark, nor after', () => {
    expect(names()).toEqual([]);
    const [one, two] = [range('memantine'), range('ebixa')];
    painter.add(one, 'memantine');
    painter.add(two, 'memantine');
    expect([names(), under('m')]).toEqual([['m'], ['memantine', 'ebixa']]);
    painter.remove(one);
    expect(under('m')).toEqual(['ebixa']);
    painter.remove(two);
    painter.remove(two);
    expect(names()).toEqual([]);
  });

  it('stand apart by what they say, and below what a page highlights', () => {
    painter.add(range('ketamine'), 'avoid');
    painter.add(range('memantine'), 'memantine');
    expect([under('a'), under('m')]).toEqual([['ketamine'], ['memantine']]);
    expect([...highlights.values()].every(({ priority }) => priority < 0)).toBe(true);
  });

  it('are those that are asked for and no others', () => {
    const [one, two, three] = [range('one'), range('two'), range('three')];
    painter.add(one, 'avoid');
    painter.add(two, 'avoid');
    painter.only([
      [two, 'avoid'],
      [three, 'watch'],
    ]);
    expect([under('a'), under('w')]).toEqual([['two'], ['three']]);
    painter.only([]);
    expect(names()).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['cleared them', () => highlights.clear()],
    ['took them out', () => highlights.delete('a')],
    ['put its own in their place', () => highlights.set('a', new FakeHighlight(range('of the page')))],
    ['emptied them', () => highlights.get('a')!.clear()],
  ])('are put back where the page %s', (_, disturb) => {
    painter.add(range('ketamine'), 'avoid');
    const before = highlights.get('a');
    painter.assert();
    expect(highlights.get('a')).toBe(before);
    disturb();
    painter.assert();
    expect(under('a')).toEqual(['ketamine']);
  });

  it('leave alone what the page has put under their name when they go', () => {
    const one = range('ketamine');
    painter.add(one, 'avoid');
    const own = new FakeHighlight(range('of the page'));
    highlights.set('a', own);
    painter.remove(one);
    expect(highlights.get('a')).toBe(own);
  });

  it('go on under other names', () => {
    painter.add(range('ketamine'), 'avoid');
    painter.rename(LATER);
    expect([names(), under('a2')]).toEqual([['a2'], ['ketamine']]);
    painter.add(range('memantine'), 'memantine');
    expect(names()).toEqual(['a2', 'm2']);
  });

  it('flash for a moment where the reader was taken to, over those that are there', () => {
    const [one, two] = [range('ketamine'), range('memantine')];
    painter.add(one, 'avoid');
    painter.flash(one);
    expect(under('f')).toEqual(['ketamine']);
    expect(highlights.get('f')!.priority).toBeGreaterThan(highlights.get('a')!.priority);
    vi.advanceTimersByTime(1_000);
    painter.flash(two);
    vi.advanceTimersByTime(1_000);
    expect(under('f')).toEqual(['memantine']);
    vi.advanceTimersByTime(1_000);
    expect(names()).toEqual(['a']);
  });

  it('do not flash for ever where the look changes meanwhile', () => {
    painter.flash(range('memantine'));
    painter.rename(LATER);
    vi.advanceTimersByTime(10_000);
    expect(names()).toEqual([]);
  });

  it('are all gone at the end, and nothing is waited for', () => {
    painter.add(range('ketamine'), 'avoid');
    painter.flash(range('memantine'));
    painter.clear();
    expect(names()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    painter.assert();
    expect(names()).toEqual([]);
  });

  it('are filled in part in forced colours, as much as they matter, and whole without', () => {
    painter.add(range('ketamine'), 'avoid');
    painter.add(range('memantine'), 'memantine');
    forced.matches = true;
    forced.change();
    expect(under('a')).toEqual(['ketamine']);
    expect('memantine'.includes(under('m')[0]!) && under('m')[0]!.length < 9).toBe(true);
  });

  it('that markup cuts are filled in their first part in forced colours', () => {
    forced.matches = true;
    document.body.innerHTML = '<p>meman<b>tine</b> ebix<b>a</b></p>';
    const [one, two] = [
      mentionOf('memantine', 'memantine', textOf('meman'), textOf('tine')).range,
      mentionOf('ebixa', 'memantine', textOf('ebix'), document.querySelectorAll('b')[1]!.firstChild as Text).range,
    ];
    painter.only([
      [one, 'avoid'],
      [two, 'avoid'],
    ]);
    expect(under('a')).toEqual(['memantine', 'ebixa']);
    painter.only([
      [one, 'memantine'],
      [two, 'memantine'],
    ]);
    const [first, second] = under('m') as [string, string];
    expect('meman').toContain(first);
    expect('ebix').toContain(second);
    expect(second.length).toBeGreaterThan(1);
    painter.remove(one);
    expect(under('m')).toEqual([second]);
    forced.matches = false;
    forced.change();
    expect(painted()).toEqual(['ebixa']);
  });

  describe('of a start before', () => {
    afterEach(() => void delete (window as { wrappedJSObject?: unknown }).wrappedJSObject);
    const pageHas = (entries: () => unknown): void =>
      void Object.assign(window, { wrappedJSObject: { CSS: { highlights: { entries } } } });

    it('are taken out, and those of the page are not', () => {
      const left = new FakeHighlight(range('left'));
      left.priority = -2;
      highlights.set('abcdefgh', left);
      highlights.set('of-the-page', left);
      highlights.set('ijklmnop', new FakeHighlight(range('of the page')));
      pageHas(() => highlights.entries());
      createPainter(NAMES);
      expect(names()).toEqual(['of-the-page', 'ijklmnop']);
    });

    it.each<[string, () => unknown]>([
      ['fails', () => undefined],
      ['never ends', () => ({ next: () => ({ done: false, value: ['x', {}] }) })],
      ['is nonsense', () => ({ next: () => 1 })],
    ])('are let be where the registry of the page %s', (_, entries) => {
      pageHas(entries);
      const again = createPainter(NAMES);
      again.add(range('ketamine'), 'avoid');
      expect(under('a')).toEqual(['ketamine']);
      again.clear();
    });
  });
});
