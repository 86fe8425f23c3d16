// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildModel, type Subject } from '../../src/card/build-model.ts';
import { renderCard, type ViewOptions } from '../../src/card/view.ts';
import { nameOf } from '../../src/card/view-uses.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { compareStrength } from '../../src/knowledge/source-rank.ts';
import type { UseStatus } from '../../src/knowledge/types.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import type { KnowledgeFiles } from '../../src/tools/knowledge/read.ts';
import { interaction, sentence, smallKnowledge } from '../knowledge/fixture.ts';
import { namedUse } from './named-use.ts';
import { english } from './words.ts';

type Change = (files: KnowledgeFiles) => void;

function cardOf(subject: Subject, change?: Change, options: Partial<ViewOptions> = {}): HTMLElement {
  const files = smallKnowledge();
  change?.(files);
  const model = buildModel(openKnowledge(compileKnowledge(files)), subject)!;
  const card = renderCard(model, { wording: english, professional: false, version: '9.9', ...options });
  document.body.replaceChildren(card);
  return card;
}

const entryOf = (files: KnowledgeFiles, id: string) => files.entries.find(({ data }) => data.id === id)!.data;
const texts = (card: ParentNode, selector: string) =>
  [...card.querySelectorAll(selector)].map((element) => element.textContent.trim());
const partOf = (card: ParentNode, title: string) =>
  [...card.querySelectorAll('.part')].find((section) => section.textContent.startsWith(title))!;
/** A use of memantine. */
const indication = (id: string, status: UseStatus): KnowledgeFiles['indications']['data']['indications'][number] => ({
  id,
  name: id,
  terms: [{ form: id }],
  memantine: {
    status: { US: status, EU: status },
    reviewedOn: '2026-11-24',
    evidence: { studies: 'trials', direction: 'mixed', quality: 'low' },
    summary: sentence(`On ${id} there is this.`),
  },
});
const click = (card: ParentNode, selector: string) => (card.querySelector(selector) as HTMLElement).click();

beforeEach(() => document.body.replaceChildren());

describe('the card', () => {
  it('is a named dialog that says what the mention is', () => {
    const card = cardOf({ drug: 'tonic', text: 'Tonix', form: 'Tonix' });
    expect(card.getAttribute('role')).toBe('dialog');
    expect(card.querySelector(`#${card.getAttribute('aria-labelledby')}`)!.textContent).toBe('Tonix');
    expect(texts(card, '.what')).toEqual(['tonic ·\u00a0tablets ·\u00a0brand (US) ·\u00a0quinine + soda']);
  });

  it('says on its first screen what it is, with its sources, and whom to ask', () => {
    const card = cardOf({ drug: 'quinine' });
    expect(card.querySelector('.body > .line:first-child')!.textContent).toMatch(/\S\d/);
    expect(card.querySelector('.banner .ask')!.textContent).toMatch(/^Ask a doctor or pharmacist before/);
    expect(card.querySelectorAll('.ask')).toHaveLength(1);
    // That it is a medicine, and that this is its usual name, tells nobody anything.
    expect(texts(card, 'header .what')).toEqual([]);
  });

  it('says in words and with an icon what to do, who says so and where it is known from', () => {
    const card = cardOf({ drug: 'quinine' });
    const [chip] = card.querySelectorAll('.banner .chip');
    expect(chip!.textContent).toBe('Avoid with memantine');
    expect(chip!.querySelector('svg[aria-hidden=true]')).not.toBeNull();
    expect(texts(card, '.banner .by')).toEqual(['according to US label']);
    expect(texts(card, '.facts dt')).toEqual(['Who says so', 'Known from']);
    expect(texts(card, '.facts dd')[1]).toBe('Product information');
  });

  it.each([
    ['none-found', /no interaction found with memantine/i, /does not mean that the combination is safe/i],
    ['theoretical', /possible concern/i, undefined],
  ] as const)('never reads %s as safe', (action, words, note) => {
    const card = cardOf({ drug: 'quinine' }, (files) => {
      entryOf(files, 'quinine').withMemantine = interaction({ action });
    });
    expect(card.querySelector('.banner')!.textContent).toMatch(words);
    if (note) expect(card.querySelector('.banner')!.textContent).toMatch(note);
  });

  it('says that a missing entry is no sign of safety where nothing is listed', () => {
    const card = cardOf({ drug: 'quinine' }, (files) => {
      delete entryOf(files, 'quinine').withMemantine;
    });
    expect(card.textContent).toMatch(/missing entry does not mean that a combination is safe/i);
  });

  it('leads with the status of the use that the passage names', () => {
    const card = cardOf({ drug: 'tonic', uses: [namedUse('thirst')] });
    const banner = card.querySelector('.banner[data-tone=approved]')!;
    expect(banner.textContent).toContain('In this passage');
    expect(banner.textContent).toContain('US: Approved');
  });

  it('lists the other uses that the passage names, each with its status', () => {
    const card = cardOf({ drug: 'tonic', uses: [namedUse('thirst'), namedUse('hiccups', 'off-label')] });
    expect(texts(card, '.banner .also')).toEqual(['Off-label for hiccups']);
  });

  it('says a name once that the page writes in another order, with another apostrophe', () => {
    const use = { name: "Alzheimer's disease (moderate to severe)" };
    const named = { ...namedUse('thirst'), condition: 'moderate to severe Alzheimer’s disease', use };
    expect(nameOf(named as never).textContent).toBe('moderate to severe Alzheimer’s disease');
    expect(nameOf({ ...named, condition: 'Alzheimer’s disease' } as never).textContent).toContain(
      '(moderate to severe)',
    );
  });

  it('says of a use without a summary what follows from the approved uses', () => {
    const said = (use: ReturnType<typeof namedUse>) =>
      cardOf({ drug: 'memantine', uses: [use] }).querySelector('.banner')!.textContent;
    expect(said(namedUse('hiccups', 'off-label'))).toContain(
      'Not among the approved uses in: US. We hold no summary of studies.',
    );
    expect(said(namedUse('hiccups', 'unknown'))).toContain('We do not know whether this use is approved.');
    const staged = said({ ...namedUse('hiccups', 'unknown'), limits: ['severe hiccups'] });
    expect(staged).toContain('Approved in some cases of hiccups');
    expect(staged).toContain('Approved only for: severe hiccups');
    expect(said({ ...namedUse('severe hiccups', 'unknown'), regions: [], limits: ['severe hiccups'] })).toContain(
      'Perhaps approved for severe hiccups',
    );
    const doubted = { ...namedUse('severe hiccups', 'unknown'), regions: [], limits: ['severe hiccups'] };
    const uses = [namedUse('hiccups', 'off-label'), doubted, namedUse('thirst', 'off-label')];
    const named = cardOf({ drug: 'memantine', uses }).querySelector('.banner')!.textContent;
    expect(named).toContain('thirst');
    expect(named).not.toContain('Perhaps');
  });

  it('stands above everything else where no interaction with memantine comes first, with the approved uses named', () => {
    const card = cardOf({ drug: 'memantine', uses: [namedUse('pain', 'off-label')] }, (files) => {
      files.indications.data.indications = [indication('thirst', 'approved'), indication('pain', 'off-label')];
    });
    // But for what it is, which begins every card.
    const [what, first, second] = card.querySelectorAll('.body > *');
    expect(what!.className).toBe('line');
    expect(first!.textContent).toMatch(/^In this passage.*Off-label/);
    expect(first!.textContent).toMatch(/Approved for: thirst/);
    expect(second!.textContent).toMatch(/^Combined with memantine/);
  });

  it.each([
    [1, ['use-0'], 0],
    [2, ['use-0', 'use-1'], 0],
    [3, ['use-0'], 2],
  ])('shows approved uses openly: of %d these', (count, shown, behind) => {
    const card = cardOf({ drug: 'memantine' }, (files) => {
      files.indications.data.indications = Array.from({ length: count }, (_, n) => indication(`use-${n}`, 'approved'));
    });
    const part = partOf(card, 'Approved for');
    expect(texts(part, ':scope > .use .name > span:first-child')).toEqual(shown);
    expect(part.querySelectorAll(':scope > details .use')).toHaveLength(behind);
  });

  it('names other uses by their status, and shows a single one at once', () => {
    const otherUses = (ids: readonly string[]) => {
      const card = cardOf({ drug: 'memantine' }, (files) => {
        files.indications.data.indications = ids.map((id) => indication(id, 'off-label'));
      });
      return partOf(card, 'Other uses');
    };
    expect(texts(otherUses(['pain', 'itch']), ':scope > .names')).toEqual(['Off-labelitch, pain']);
    const single = otherUses(['pain']);
    expect(single.querySelector(':scope > .use')!.textContent).toContain('pain');
    expect(single.querySelector(':scope > details')).toBeNull();
  });

  it('keeps an expander for more than one thing', () => {
    const card = cardOf({ drug: 'quinine' }, (files) => {
      entryOf(files, 'quinine').cautions = ['One is this.', 'Two is this.', 'Three is this.'].map((text) =>
        sentence(text),
      );
    });
    expect(partOf(card, 'Look out for').querySelector('details')).toBeNull();
  });

  it('says where a rating is from once', () => {
    const by = (name: string, region: string) => {
      const card = cardOf({ drug: 'quinine' }, (files) => {
        const position = { by: name, region, rating: 'caution', sources: ['label'], status: 'verified' as const };
        entryOf(files, 'quinine').withMemantine = interaction({ positions: [position] });
      });
      return texts(card, '.facts li > span:first-child')[0];
    };
    expect(by('UK product information', 'GB')).toBe('UK product information:');
    expect(by('Swiss product information', 'CH')).toBe('Swiss product information:');
    expect(by('Turkish product information', 'TR')).toBe('Turkish product information:');
    expect(by('Lexicomp', 'US')).toBe('Lexicomp (US):');
    expect(by('a leaflet', 'JP')).toBe('a leaflet (Japan):');
  });

  it('opens a source below its line, one at a time, and closes it', () => {
    const card = cardOf({ drug: 'quinine' });
    const ref = card.querySelector<HTMLButtonElement>('.banner .ref')!;
    expect(ref.getAttribute('aria-expanded')).toBe('false');
    ref.click();
    expect(ref.getAttribute('aria-expanded')).toBe('true');
    const note = card.querySelector('.banner .note')!;
    for (const part of [
      'Label of memantine',
      'National Library of Medicine',
      '12.1',
      '2018',
      'Verified',
      'Nov 24, 2026',
    ]) {
      expect(note.textContent).toContain(part);
    }
    const link = note.querySelector('a')!;
    expect([link.href, link.target, link.rel]).toEqual(['https://example.org/label', '_blank', 'noopener noreferrer']);
    ref.click();
    expect(card.querySelector('.banner .note')).toBeNull();
    expect(ref.getAttribute('aria-expanded')).toBe('false');
  });

  it('keeps the list of sources when the note of one is opened and closed', () => {
    const card = cardOf({ drug: 'quinine' });
    const listed = () => partOf(card, 'Sources').querySelectorAll('.note').length;
    const before = listed();
    click(card, '.body > .line .ref');
    click(card, '.body > .line .ref');
    expect([before > 0, listed()]).toEqual([true, before]);
  });

  it('marks the number of a sentence that nobody verified', () => {
    const card = cardOf({ drug: 'quinine' }, (files) => {
      entryOf(files, 'quinine').drugClass = sentence('It is bitter.', { status: 'unverified' });
    });
    const ref = card.querySelector<HTMLButtonElement>('.body > .line .ref')!;
    expect(ref.classList.contains('unverified')).toBe(true);
    ref.click();
    expect(card.querySelector('.note')!.textContent).toContain('Not verified');
  });

  it('shows two lines of a section and the rest behind an expander', () => {
    const card = cardOf({ drug: 'quinine' }, (files) => {
      entryOf(files, 'quinine').cautions = ['One is this.', 'Two is this.', 'Three is this.', 'Four is this.'].map(
        (text) => sentence(text),
      );
    });
    const part = partOf(card, 'Look out for');
    expect(texts(part, ':scope > .line .cited')).toHaveLength(2);
    expect(part.querySelector('details')!.open).toBe(false);
    expect(part.querySelector('details')!.textContent).toContain('Three is this.');
  });

  it('keeps professional detail behind a switch and tells who remembers it', () => {
    const setProfessional = vi.fn();
    const card = cardOf(
      { drug: 'quinine' },
      (files) => {
        entryOf(files, 'quinine').mechanism = [sentence('It inhibits an enzyme.', { level: 'professional' })];
      },
      { setProfessional },
    );
    const line = [...card.querySelectorAll('.line')].find(({ textContent }) => textContent.includes('enzyme'))!;
    expect(line.classList.contains('pro')).toBe(true);
    expect(card.hasAttribute('data-professional')).toBe(false);
    click(card, '[role=switch]');
    expect(card.hasAttribute('data-professional')).toBe(true);
    expect(setProfessional).toHaveBeenCalledWith(true);
  });

  it('goes to another drug of the page, and shows plain names where there is no page', () => {
    const goTo = vi.fn();
    const onPage = [{ drug: 'soda', count: 2 }];
    const card = cardOf({ drug: 'quinine', onPage }, undefined, { goTo });
    click(card, '.go');
    expect(goTo).toHaveBeenCalledWith('soda');
    expect(cardOf({ drug: 'quinine', onPage }).querySelector('.go')).toBeNull();
  });

  it('says once what holds of several pairs of the page', () => {
    const onPage = ['soda', 'quinine'].map((drug) => ({ drug, count: 1 }));
    const card = cardOf({ drug: 'memantine', onPage }, (files) => {
      const advice = interaction({ action: 'avoid', summary: sentence('They add up.') });
      entryOf(files, 'quinine').withMemantine = advice;
      entryOf(files, 'soda').withMemantine = advice;
    });
    const part = partOf(card, 'Also in this text');
    expect(texts(part, ':scope > .group > .names b')[0]).toBe('quinine\u00a0+ memantine, soda\u00a0+ memantine');
    expect(part.textContent.match(/They add up/g)).toHaveLength(1);
  });

  it('ends with review day, what it is not, and scope', () => {
    const foot = cardOf({ drug: 'quinine' }).querySelector('footer')!.textContent;
    expect(foot).toContain('Reviewed Nov 24, 2026');
    expect(foot).toContain('Information, not medical advice.');
    const old = cardOf({ drug: 'quinine', today: new Date('2030-01-01') }).querySelector('footer')!.textContent;
    expect(old).toMatch(/more than 24 months ago/);
  });

  it('composes a report that names entry and version and nothing of the page', () => {
    document.title = 'My private page';
    const card = cardOf({ drug: 'tonic', text: 'TONIX of my doctor', form: 'Tonix' });
    const button = [...card.querySelectorAll<HTMLElement>('.act')].find((act) => act.textContent.includes('mistake'))!;
    button.click();
    const { value } = card.querySelector('textarea')!;
    for (const part of ['id: tonic', 'version: 9.9', 'reviewed: 2026-11-24']) expect(value).toContain(part);
    expect(value).not.toMatch(/private|my doctor|localhost|about:/);
  });

  it('asks for no data of a person', () => {
    const inputs = [...cardOf({ drug: 'memantine' }).querySelectorAll('input,select,textarea')];
    expect(inputs.map((input) => input.getAttribute('role'))).toEqual(['switch']);
  });
});

describe('hostile knowledge', () => {
  const ATTACK = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';

  it('stays text wherever it stands', () => {
    const onPage = [{ drug: 'soda', count: 1 }];
    const spoil = (value: unknown, key = ''): unknown => {
      const free = [
        'text',
        'name',
        'title',
        'publisher',
        'section',
        'identifier',
        'by',
        'rating',
        'scale',
        'actionBy',
        'note',
        'studies',
      ];
      if (typeof value === 'string') return free.includes(key) ? `${value}${ATTACK}` : value;
      if (Array.isArray(value)) return value.map((part) => spoil(part));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoil(part, name)]));
    };
    const compiled = spoil(compileKnowledge(smallKnowledge()));
    for (const drug of ['memantine', 'quinine', 'tonic', 'soda', 'alkalinizers']) {
      const model = buildModel(openKnowledge(compiled as never), {
        drug,
        text: ATTACK,
        form: 'Tonix',
        uses: [namedUse('thirst')],
        onPage,
      })!;
      const card = renderCard(model, { wording: english, professional: true, version: '1', goTo: () => undefined });
      document.body.replaceChildren(card);
      for (const ref of card.querySelectorAll<HTMLElement>('.ref')) ref.click();
      expect(card.textContent).toContain('<img src=x');
      expect(card.querySelectorAll('img,script,iframe,object,style')).toHaveLength(0);
      const handlers = [...card.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name }) => name.startsWith('on')),
      );
      expect(handlers).toEqual([]);
    }
    expect((globalThis as { hacked?: number }).hacked).toBeUndefined();
  });

  it.each(['http://example.org/', 'javascript:alert(1)', 'data:text/html,x', 'HTTPS:', ' https ://x', 'ftp://x.org'])(
    'makes no link of %s',
    (url) => {
      const card = cardOf({ drug: 'quinine' }, (files) => {
        files.sources.data.sources[0]!.read.url = url;
      });
      click(card, '.ref');
      expect(card.querySelector('.note')!.textContent).toContain('Label of memantine');
      expect(card.querySelectorAll('a')).toHaveLength(0);
    },
  );

  it('names the strongest sources first, five of them before the others', () => {
    const knowledge = openKnowledge(bundledKnowledge());
    for (const drug of ['memantine', 'amantadine', 'ketamine']) {
      const model = buildModel(knowledge, { drug })!;
      const card = renderCard(model, { wording: english, professional: false, version: '9.9' });
      const section = [...card.querySelectorAll('.body > section')].at(-1)!;
      const numbers = texts(section, '.note > p:first-child').map((text) => Number.parseInt(text, 10));
      expect(numbers).toHaveLength(model.citations.length);
      const sources = numbers.map((number) => model.citations.find((citation) => citation.number === number)!.source);
      for (const [index, source] of sources.slice(1).entries()) {
        expect(compareStrength(sources[index]!, source)).toBeLessThanOrEqual(0);
      }
      expect(section.querySelectorAll(':scope > .note')).toHaveLength(5);
    }
  });
});
