// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { buildModel, type Subject } from '../../src/card/build-model.ts';
import { firstSentences, glanceOf as saidOf, whatOf } from '../../src/card/glance.ts';
import { glanceTools } from '../../src/card/tools.ts';
import { renderGlance } from '../../src/card/view-glance.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { smallKnowledge } from '../knowledge/fixture.ts';
import { english } from './words.ts';

const knowledge = openKnowledge(bundledKnowledge());

function glanceOf(subject: Subject): HTMLElement {
  return renderGlance(buildModel(knowledge, subject)!, english, []);
}

const text = (element: Element, selector: string): string => element.querySelector(selector)!.textContent.trim();

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
    expect(firstSentences('One thing. Another. A third one.', 20)).toBe('One thing. Another.');
    expect(firstSentences('One thing that is longer than the room. Another.', 20)).toBe(
      'One thing that is longer than the room.',
    );
    expect(firstSentences('Of 45 mg at most. Élan followed.', 20)).toBe('Of 45 mg at most.');
    expect(firstSentences('Nothing was found; yet there is this.', 20)).toBe('Nothing was found; yet there is this.');
  });
});

describe('its source', () => {
  const sourceOf = (drug: string) => saidOf(buildModel(knowledge, { drug })!).source?.source;

  it('is the one that the verdict follows, not one that explains something else', () => {
    const warfarin = knowledge.pair('warfarin', 'memantine')[0]!.interaction;
    const followed = warfarin.positions.filter(({ by }) => by === warfarin.actionBy).flatMap(({ sources }) => sources);
    expect(followed).toContain(sourceOf('warfarin')?.id);
    expect(sourceOf('warfarin')?.document.jurisdiction).toBe('EU');
  });

  it('carries the verdict of every entry, where an authority gives it', () => {
    for (const { id } of knowledge.entries()) {
      const [pair] = knowledge.pair(id, 'memantine');
      const { actionBy, positions } = pair?.interaction ?? {};
      const followed = positions?.filter(({ by }) => by === actionBy).flatMap(({ sources }) => sources) ?? [];
      if (followed.length > 0) expect(followed, id).toContain(sourceOf(id)?.id);
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
      expect(text(glanceOf({ drug }), '.verdict'), drug).toBe('No interaction found, but take note');
    }
    expect(text(glanceOf({ drug: 'glyburide' }), '.verdict')).toBe('No interaction found with memantine');
  });

  it('has the look of memantine itself for what holds it, as its mark has', () => {
    const glance = glanceOf({ drug: 'memantine-donepezil', text: 'Namzaric' });
    expect(glance.querySelector<HTMLElement>('.verdict')!.dataset.tone).toBe('contains-memantine');
    expect(text(glance, '.verdict')).toBe('Contains memantine itself');
  });

  it('has the English of the facts in a line of its own in another language', () => {
    const model = buildModel(openKnowledge(inLanguage(bundledKnowledge(), 'de')), {
      drug: 'ketamine',
      text: 'Ketalar',
      form: 'Ketalar',
    })!;
    const glance = renderGlance(model, { ...english, language: 'de' }, []);
    const [head, own, facts] = glance.querySelectorAll('h2 > span');
    expect(`${head!.textContent}${own!.textContent}`).toBe('Ketalar (brand): Ketamin');
    expect(facts!.getAttribute('lang')).toBe('en');
    expect(facts!.textContent).toMatch(/^An anesthetic .*\.$/);
  });

  it('says of another medicine what it is, whether it goes with memantine, whom to ask, and on whose word', () => {
    const glance = glanceOf({ drug: 'ketamine', text: 'Ketalar', form: 'Ketalar' });
    expect(text(glance, 'h2')).toMatch(/^Ketalar.*ketamine.*anesthetic/);
    expect(text(glance, '.verdict')).toBe('Avoid with memantine');
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
    expect(text(glance, 'h2')).toBe("memantine an NMDA-receptor antagonist for Alzheimer's disease");
    expect(text(glance, '.verdict')).toMatch(/^Off-label.*depression/);
    const unknown = { ...use, condition: 'hiccups', indication: null, status: 'unknown' } as const;
    expect(text(glanceOf({ drug: 'memantine', uses: [unknown] }), '.verdict')).toMatch(/hiccups$/);
    expect(text(glanceOf({ drug: 'memantine' }), '.verdict')).toMatch(/^Approved for.*Alzheimer/);
  });

  it('says so where nothing is known of the pair, and that this is no sign of safety', () => {
    const files = smallKnowledge();
    delete files.entries.find(({ data }) => data.id === 'quinine')!.data.withMemantine;
    const model = buildModel(openKnowledge(compileKnowledge(files)), { drug: 'quinine' })!;
    const glance = renderGlance(model, english, []);
    expect(text(glance, '.verdict')).toBe('Nothing listed with memantine');
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
