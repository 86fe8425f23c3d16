// @vitest-environment happy-dom
import '../../dom/fake-rendering.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMention } from '../../../src/frame/marks/mention.ts';
import { createPageMarks } from '../../../src/frame/marks/page-marks.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';
import { countByDrug } from '../../../src/shared/mentions/summary.ts';
import type { MarkChoice } from '../../../src/shared/policy/marks.ts';
import type { Trait } from '../../../src/shared/policy/wanted.ts';
import { clearPage, enter, highlights, observers, painted, place } from '../../dom/fake-rendering.ts';
import { line, mentionOf } from '../mention-of.ts';

const TRAITS = new Map<string, Trait>([
  ['memantine', { group: 'memantine' }],
  ['ketamine', { group: 'nmda-antagonists', action: 'avoid' }],
  ['water', { group: 'no-interaction', action: 'none-found' }],
]);
const ALL: MarkChoice = {
  ...DEFAULT_SETTINGS.marks,
  groups: ['memantine', 'nmda-antagonists', 'no-interaction'],
  quiet: 'every',
  floor: 'everything',
  inPrint: true,
};

describe('the marks of a page', () => {
  let end: AbortController;
  let all: PageMention[];
  let marks: ReturnType<typeof createPageMarks>;
  /** What the pointer may be on. */
  let marked: Set<PageMention>;
  /** Names of the highlights for which a style was asked. */
  let styled: string[];
  let isAlive: boolean;
  /** What counts, each time that it was others than before. */
  let told: string[][];

  beforeEach(() => {
    vi.useFakeTimers();
    clearPage();
    [all, styled, isAlive, told] = [[], [], true, []];
    marked = new Set();
    end = new AbortController();
    begin(ALL);
  });
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
  });

  function begin(choice: MarkChoice): void {
    end.abort();
    end = new AbortController();
    marks = createPageMarks(
      {
        mentions: { all: () => all, counts: () => countByDrug(all) },
        traits: TRAITS,
        marked: { added: (mention) => marked.add(mention), removed: (mention) => marked.delete(mention) },
        changed: () => told.push([...marks.counts().keys()]),
        needStyle: (names) => styled.push(...Object.values(names)),
        goesOn: () => isAlive,
      },
      { marks: choice },
      end.signal,
    );
    marks.listen();
  }
  /** The scan has found a mention, on a line at this height. */
  function find(text: string, top = 100, mention = mentionOf(text, text, line(text))): PageMention {
    place(mention.first.node, 0, top);
    all.push(mention);
    marks.added(mention);
    return mention;
  }
  function lose(mention: PageMention): void {
    all.splice(all.indexOf(mention), 1);
    marks.removed(mention);
  }
  function comeIntoView(...mentions: readonly PageMention[]): void {
    for (const { first } of mentions) enter(first.node.parentElement!);
  }
  function print(type: 'beforeprint' | 'afterprint', isTrusted = true): void {
    const event = new Event(type);
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    window.dispatchEvent(event);
  }

  it('are painted once they come into view, in a style that was asked for before', () => {
    const [one, two] = [find('memantine'), find('ketamine')];
    expect([painted(), marked.size]).toEqual([[], 2]);
    comeIntoView(one);
    expect(painted()).toEqual(['memantine']);
    expect(styled).toEqual(expect.arrayContaining([...highlights.keys()]));
    comeIntoView(two);
    expect(painted()).toEqual(['memantine', 'ketamine']);
    expect([highlights.size, styled.length]).toEqual([2, 6]);
  });

  it('need no style, and no care, where there are none', () => {
    marks.follow();
    expect([styled, vi.getTimerCount()]).toEqual([[], 0]);
    lose(find('memantine'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('go with their mentions', () => {
    const [one, two] = [find('memantine'), find('ketamine')];
    comeIntoView(one, two);
    const unseen = find('memantine');
    lose(one);
    lose(unseen);
    comeIntoView(unseen);
    expect([painted(), [...marked].map(({ text }) => text)]).toEqual([['ketamine'], ['ketamine']]);
    expect([marks.follow(), marks.follow()]).toEqual([true, false]);
  });

  it('are those that the reader wants, which are the ones that count', () => {
    const both = [find('memantine'), find('water')];
    comeIntoView(...both);
    marks.change({ marks: { ...ALL, floor: 'caution' } });
    expect([painted(), [...marks.counts()]]).toEqual([['memantine'], [['memantine', 1]]]);
    expect(marks.wanted().map(({ text }) => text)).toEqual(['memantine']);
    comeIntoView(find('water'));
    expect(painted()).toEqual(['memantine']);
    marks.change({ marks: ALL });
    expect(painted()).toEqual(['memantine', 'water']);
  });

  it.each(['the list', 'nobody'])(
    'count once they are no longer hidden, and that is told, where %s is asked for first',
    (who) => {
      find('memantine');
      const hidden = find('ketamine');
      const { parentElement } = hidden.first.node;
      parentElement!.style.color = 'transparent';
      expect(marks.wanted().map(({ text }) => text)).toEqual(['memantine']);
      expect(told.at(-1)).toEqual(['memantine']);
      parentElement!.style.color = '';
      if (who === 'the list') expect(marks.wanted()).toHaveLength(2);
      vi.advanceTimersByTime(10_000);
      expect(told.at(-1)).toEqual(['memantine', 'ketamine']);
    },
  );

  it('are none of a text that the reader said is no medicine', () => {
    comeIntoView(find('memantine'), find('ketamine'));
    marks.change({ marks: ALL, excepted: (text) => text === 'ketamine' });
    expect([painted(), [...marks.counts()]]).toEqual([['memantine'], [['memantine', 1]]]);
  });

  it('are the first of each where the reader wants no more, and the next where that one goes', () => {
    begin({ ...ALL, quiet: 'first-per-page' });
    const [one, two, other] = [find('memantine', 0), find('memantine', 50), find('ketamine', 100)];
    marks.follow();
    expect([...marked].map((mention) => all.indexOf(mention))).toEqual([0, 2]);
    comeIntoView(one, two, other);
    expect(painted()).toEqual(['ketamine', 'memantine'].sort().reverse());
    lose(one);
    marks.follow();
    vi.advanceTimersByTime(500);
    expect([...marked].map((mention) => all.indexOf(mention)).sort()).toEqual([0, 1]);
    expect(marks.wanted()).toHaveLength(2);
  });

  it('take other names with another look, for rules that were put in stay', () => {
    comeIntoView(find('memantine'));
    const [before] = highlights.keys();
    marks.change({ marks: { ...ALL, style: 'dotted' } });
    expect(painted()).toEqual(['memantine']);
    expect(highlights.has(before!)).toBe(false);
    expect(styled.slice(6)).toEqual(expect.arrayContaining([...highlights.keys()]));
    marks.change({ marks: { ...ALL, style: 'dotted', hiddenDrugs: ['ketamine'] } });
    expect(styled).toHaveLength(12);
  });

  it('are put back every moment, as long as there are some and the extension is there', () => {
    comeIntoView(find('memantine'));
    highlights.clear();
    vi.advanceTimersByTime(1_000);
    expect(painted()).toEqual(['memantine']);
    isAlive = false;
    highlights.clear();
    vi.advanceTimersByTime(5_000);
    expect(painted()).toEqual([]);
  });

  it('are those in and around the viewport of thousands, and others after it scrolls', () => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    const nodes = Array.from({ length: 1_200 }, () => document.createTextNode('memantine'));
    paragraph.append(...nodes);
    // With one range for all: many take happy-dom seconds.
    const one = mentionOf('memantine', 'memantine', nodes[0]!);
    nodes.forEach((node, k) => {
      const run = { ...one.run, nodes: [node] };
      find('memantine', (k - 900) * 100, { ...one, run, first: { node, offset: 0 }, last: { node, offset: 9 } });
    });
    marks.follow();
    vi.advanceTimersByTime(500);
    const range = () => {
      const places = [...marked].map((mention) => all.indexOf(mention)).sort((a, b) => a - b);
      return [places[0], places.at(-1), places.length];
    };
    expect(range()).toEqual([200, 1_199, 1_000]);
    all.forEach(({ first }, k) => {
      place(first.node, 0, k * 100);
    });
    window.dispatchEvent(new Event('scroll'));
    expect(range()).toEqual([200, 1_199, 1_000]);
    vi.advanceTimersByTime(500);
    expect(range()).toEqual([0, 999, 1_000]);
    expect(marks.counts().get('memantine')).toBe(1_200);
  });

  it('are all there on paper, those that were never in view as well, and as before afterwards', () => {
    const [one] = [find('memantine'), find('ketamine', 5_000)];
    comeIntoView(one);
    print('beforeprint', false);
    expect(painted()).toEqual(['memantine']);
    print('beforeprint');
    expect(painted()).toEqual(['memantine', 'ketamine']);
    print('afterprint');
    expect(painted()).toEqual(['memantine']);
    marks.change({ marks: { ...ALL, inPrint: false } });
    print('beforeprint');
    expect(painted()).toEqual(['memantine']);
  });

  it('are all gone at the end, and nothing is waited for', () => {
    const [one] = [find('memantine'), find('ketamine')];
    comeIntoView(one);
    marks.flash(one);
    end.abort();
    expect([highlights.size, observers.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
    for (const mention of [...all]) lose(mention);
    print('beforeprint');
    expect([marked.size, highlights.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });
});
