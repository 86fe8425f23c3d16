// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { buildModel, type Subject } from '../../src/card/build-model.ts';
import { whatOf } from '../../src/card/glance.ts';
import { glanceTools } from '../../src/card/tools.ts';
import { renderGlance } from '../../src/card/view-glance.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
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
  ])('follows its name: %s', (sentence, name, what) => {
    expect(whatOf(sentence, name)).toBe(what);
  });
});

describe('the glance', () => {
  it('says of another medicine what it is, whether it goes with memantine, whom to ask, and on whose word', () => {
    const glance = glanceOf({ drug: 'ketamine', text: 'Ketalar', form: 'Ketalar' });
    expect(text(glance, 'h2')).toMatch(/^Ketalar.*ketamine.*anesthetic/);
    expect(text(glance, '.verdict')).toBe('Avoid with memantine');
    expect(glance.querySelector('.verdict svg')).not.toBeNull();
    expect(text(glance, '.ask')).toBe('Ask whoever prescribed it before combining or stopping.');
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
      expect(said.length, id).toBeLessThan(290);
    }
  });

  it('has buttons for all of the card and for closing it', () => {
    const does = { more: vi.fn(), close: vi.fn() };
    for (const button of glanceTools(english, does)) button.click();
    expect([does.more.mock.calls.length, does.close.mock.calls.length]).toEqual([1, 1]);
  });
});
