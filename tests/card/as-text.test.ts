import { describe, expect, it } from 'vitest';
import { asMarkdown, asPlainText } from '../../src/card/as-text.ts';
import { buildModel } from '../../src/card/build-model.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { compileKnowledge } from '../../src/tools/knowledge/compile.ts';
import { interaction, sentence, smallKnowledge } from '../knowledge/fixture.ts';
import { namedUse } from './named-use.ts';
import { english } from './words.ts';

function model(drug: string, indication = '') {
  const files = smallKnowledge();
  files.entries.find(({ data }) => data.id === 'quinine')!.data.cautions = [
    sentence('Use *no* [more](x) than `needed` <b>.', { status: 'unverified' }),
  ];
  return buildModel(openKnowledge(compileKnowledge(files)), {
    drug,
    uses: indication === '' ? [] : [namedUse(indication)],
  })!;
}

describe('the card as text', () => {
  it('has every sentence with the numbers of its sources, and the sources', () => {
    const text = asPlainText(model('quinine'), english);
    expect(text).toContain('quinine + memantine: Avoid (according to US label)');
    expect(text).toContain('- With quinine and memantine side effects may be more frequent. [1]');
    expect(text).toContain('- US label: caution [1]');
    expect(text).toContain(
      '[1] National Library of Medicine. Label of memantine. 12.1. US label, revised Nov 2018, read in the original. https://example.org/label',
    );
    expect(text).toContain('Information, not medical advice.');
    expect(text).toMatch(/missing here does not mean that it is safe/);
  });

  it('says what nobody verified', () => {
    expect(asPlainText(model('quinine'), english)).toContain('<b>. (Not verified) [1]');
  });

  it("names the members of a class on memantine's card", () => {
    expect(asPlainText(model('memantine'), english)).toContain(
      'Watch closely with memantine\n- alkalinizers (soda) [1]',
    );
  });

  it('says that studies which found nothing are no promise', () => {
    const files = smallKnowledge();
    files.entries.find(({ data }) => data.id === 'quinine')!.data.withMemantine = interaction({ action: 'none-found' });
    const knowledge = openKnowledge(compileKnowledge(files));
    for (const drug of ['quinine', 'memantine']) {
      expect(asPlainText(buildModel(knowledge, { drug })!, english)).toContain('does not mean that the combination is');
    }
  });

  it('leads with the use that the passage names', () => {
    expect(asPlainText(model('memantine', 'dementia'), english)).toMatch(/In this passage\n- dementia — US: Approved/);
  });

  it('writes Markdown with footnotes and without markup from the data', () => {
    const text = asMarkdown(model('quinine'), english);
    expect(text).toContain('- With quinine and memantine side effects may be more frequent.[^1]');
    expect(text).toContain(
      '[^1]: National Library of Medicine. [Label of memantine](<https://example.org/label>). 12.1. US label, revised Nov 2018, read in the original',
    );
    expect(text).toContain('Use \\*no\\* \\[more\\](x) than \\`needed\\` \\<b\\>.');
  });
});
