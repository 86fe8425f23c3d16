// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { buildModel, type Subject } from '../../src/card/build-model.ts';
import { firstSentences, glanceOf as saidOf } from '../../src/card/glance.ts';
import { glanceTools } from '../../src/card/tools.ts';
import { renderGlance } from '../../src/card/view-glance.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import type { Source } from '../../src/knowledge/types.ts';
import { whatOf } from '../../src/knowledge/what-it-is.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { smallKnowledge } from '../knowledge/fixture.ts';
import { english } from './words.ts';

const knowledge = openKnowledge(bundledKnowledge());

function glanceOf(subject: Subject): HTMLElement {
  return renderGlance(buildModel(knowledge, subject)!, english, []);
}

const text = (element: Element, selector: string): string => element.querySelector(selector)!.textContent.trim();

/** The verdict as it stands where there is room: the name has its own line, and nothing is shortened. */
function verdictOf(glance: Element): string {
  const verdict = glance.querySelector('.verdict')!.cloneNode(true) as Element;
  for (const part of verdict.querySelectorAll('.named, .short')) part.remove();
  return verdict.textContent.trim();
}

describe('what a medicine is', () => {
  it.each([
    ['A water tablet (diuretic).', 'x', 'a water tablet (diuretic)'],
    ['Riluzole is a medicine for ALS; it acts on glutamate.', 'riluzole', 'a medicine for ALS'],
    ['MAO-B inhibitors of the brain.', 'x', 'MAO-B inhibitors of the brain'],
    ['Medicines that block a receptor: a docking site.', 'x', 'medicines that block a receptor'],
    [
      "A tablet of dextromethorphan and bupropion, approved in the US for agitation in Alzheimer's dementia (2026).",
      'x',
      'a tablet of dextromethorphan and bupropion',
    ],
  ])('follows its name: %s', (sentence, name, what) => {
    expect(whatOf(sentence, name)).toBe(what);
  });
});

describe('its sentence', () => {
  it('is made of whole sentences, the first in any case, as many as there is room for', () => {
    expect(firstSentences('One thing. Another. A third one.', 20)).toEqual(['One thing.', 'Another.']);
    expect(firstSentences('One thing that is longer than the room. Another.', 20)).toEqual([
      'One thing that is longer than the room.',
    ]);
    expect(firstSentences('Of 45 mg at most. Élan followed.', 20)).toEqual(['Of 45 mg at most.']);
    expect(firstSentences('Nothing was found; yet there is this.', 20)).toEqual([
      'Nothing was found; yet there is this.',
    ]);
  });
});

describe('its source', () => {
  const sourceOf = (drug: string) => saidOf(buildModel(knowledge, { drug })!).source?.source;

  it('is of no entry unchecked or undated where a checked one with a date says as much', () => {
    const isDated = ({ document }: Source): boolean => (document.revision ?? document.asOf) !== undefined;
    const isWorse = (id: string): boolean => {
      const [relation] = buildModel(knowledge, { drug: id })!.relations;
      const shown = sourceOf(id);
      if (!relation || !shown) return false;
      const { actionBy, ratings } = relation;
      const followed = ratings.filter(({ by }) => by === actionBy);
      const isGood = ({ verified, citations }: (typeof ratings)[number]) =>
        verified && citations.some(({ source }) => isDated(source) && source.weak === undefined);
      const says = new Set(followed.map((one) => one.says));
      const good = ratings.filter((one) => says.has(one.says) && isGood(one));
      const isShown = ratings.some(
        ({ verified, citations }) => verified && citations.some(({ source }) => source.id === shown.id),
      );
      return good.length > 0 && !(isShown && isDated(shown));
    };
    expect(knowledge.entries().flatMap(({ id }) => (isWorse(id) ? id : []))).toEqual([]);
  });

  it('says as much as the verdict of every entry, where an authority gives it', () => {
    for (const { id } of knowledge.entries()) {
      const [pair] = knowledge.pair(id, 'memantine');
      const { actionBy, positions = [] } = pair?.interaction ?? {};
      if (!positions.some(({ by }) => by === actionBy)) continue;
      const shown = positions.filter(({ sources }) => sources.includes(sourceOf(id)!.id)).map(({ says }) => says);
      expect(
        shown.some((says) => says !== 'silent' && says !== 'no-signal'),
        id,
      ).toBe(true);
    }
  });

  it('is said to be a copy where it was read in one', () => {
    for (const { id } of knowledge.entries()) {
      const source = sourceOf(id);
      if (!source) continue;
      const copy = source.read.in === 'copy';
      expect(text(glanceOf({ drug: id }), '.source').endsWith('read in a copy'), id).toBe(copy);
    }
  });
});

describe('the glance', () => {
  it('does not promise that nothing is to be heeded where its sentence says otherwise', () => {
    for (const drug of ['donepezil', 'galantamine', 'rivastigmine', 'metformin', 'triamterene']) {
      expect(verdictOf(glanceOf({ drug })), drug).toBe('No interaction found, but take note');
    }
    expect(verdictOf(glanceOf({ drug: 'glyburide' }))).toBe('No interaction found with memantine');
  });

  it('says that nothing is listed where those who were asked name no such pair, and claims no concern', () => {
    expect(verdictOf(glanceOf({ drug: 'lithium' }))).toBe('Nothing listed with memantine');
  });

  // Not that of memantine's marks: beside memantine it is a second dose, and no all-clear.
  it('warns of what holds memantine', () => {
    const glance = glanceOf({ drug: 'memantine-donepezil', text: 'Namzaric' });
    expect(glance.querySelector<HTMLElement>('.verdict')!.dataset.tone).toBe('contains-memantine');
    expect(verdictOf(glance)).toBe('Contains memantine: not both');
  });

  it('has what there is no phrase for in the language in a line of its own, said to be English', () => {
    const subject = { drug: 'ketamine', text: 'Ketalar', form: 'Ketalar' };
    const { entry, ...model } = buildModel(openKnowledge(inLanguage(bundledKnowledge(), 'de')), subject)!;
    const { what, ...rest } = entry;
    const titleOf = (own: typeof entry): string =>
      text(renderGlance({ ...model, entry: own }, { ...english, language: 'de' }, []), 'h2');
    expect(titleOf(rest)).toMatch(/^Ketalar \(brand\): KetaminIn English: An anesthetic .*\.$/);
    expect(titleOf(entry)).toBe(`Ketalar (brand): Ketamin, ${what}`);
  });

  it('says of another medicine what it is, whether it goes with memantine, whom to ask, and on whose word', () => {
    const glance = glanceOf({ drug: 'ketamine', text: 'Ketalar', form: 'Ketalar' });
    expect(text(glance, 'h2')).toMatch(/^Ketalar \(brand\): ketamine, an anesthetic/);
    expect(verdictOf(glance)).toBe('Avoid with memantine');
    expect(glance.querySelector('.verdict svg')).not.toBeNull();
    expect(text(glance, '.ask')).toBe('Ask a doctor or pharmacist before combining or stopping.');
    expect(text(glance, '.source')).toMatch(/^Source: \S/);
  });

  it('says of memantine the status of the use that the passage names', () => {
    const use = {
      condition: 'depression',
      indication: 'depression',
      status: 'off-label',
      regions: [],
      limits: [],
    } as const;
    const glance = glanceOf({ drug: 'memantine', uses: [use] });
    expect(text(glance, 'h2')).toBe("memantine, an NMDA-receptor antagonist for Alzheimer's disease");
    expect(verdictOf(glance)).toMatch(/^Off-label for depression/);
    const unknown = { ...use, condition: 'hiccups', indication: null, status: 'unknown' } as const;
    expect(verdictOf(glanceOf({ drug: 'memantine', uses: [unknown] }))).toMatch(/hiccups$/);
    expect(verdictOf(glanceOf({ drug: 'memantine' }))).toMatch(/^Approved for Alzheimer/);
  });

  it('says so where nothing is known of the pair, and that this is no sign of safety', () => {
    const files = smallKnowledge();
    delete files.entries.find(({ data }) => data.id === 'quinine')!.data.withMemantine;
    const model = buildModel(openKnowledge(compileKnowledge(files)), { drug: 'quinine' })!;
    const glance = renderGlance(model, english, []);
    expect(verdictOf(glance)).toBe('Nothing listed with memantine');
    expect(text(glance, '.line')).toMatch(/does not mean that they are safe together/);
  });

  it('is short for every entry: a few lines that no reader scrolls', () => {
    for (const { id } of knowledge.entries()) {
      const said = glanceOf({ drug: id }).querySelector('.line')!.textContent;
      expect(said.length, id).toBeLessThan(300);
    }
  });

  it('has buttons for all of the card and for closing it', () => {
    const does = { more: vi.fn(), close: vi.fn() };
    for (const button of glanceTools(english, does)) button.click();
    expect([does.more.mock.calls.length, does.close.mock.calls.length]).toEqual([1, 1]);
  });
});
