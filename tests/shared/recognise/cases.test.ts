import { describe, expect, it } from 'vitest';
import { recogniserOfKnowledge } from '../../../src/tools/recogniser.ts';
import leave from './cases/leave.json' with { type: 'json' };
import lookAlikes from './cases/look-alikes.json' with { type: 'json' };
import match from './cases/match.json' with { type: 'json' };

const { recogniser } = recogniserOfKnowledge();

/** `⟦text=entry⟧` marks what must be found. */
function parse(row: string): { text: string; wanted: { start: number; text: string; drug: string }[] } {
  const wanted: { start: number; text: string; drug: string }[] = [];
  let text = '';
  let last = 0;
  for (const { 0: marked, 1: found = '', 2: drug = '', index } of row.matchAll(/⟦([^=⟧]*)=([^⟧]*)⟧/gu)) {
    text += row.slice(last, index);
    wanted.push({ start: text.length, text: found, drug });
    text += found;
    last = index + marked.length;
  }
  return { text: text + row.slice(last), wanted };
}

describe('sentences', () => {
  it.each(match.rows)('finds the names in %j', (row) => {
    const { text, wanted } = parse(row);
    expect(recogniser.find(text).map(({ start, text, drug }) => ({ start, text, drug }))).toEqual(wanted);
    // The page asks the prefilter first: it must not keep a mention from being found.
    const at = recogniser.prefilter(text);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(wanted[0]!.start + wanted[0]!.text.length);
  });

  it.each(leave.rows)('finds nothing in %j', (row) => {
    expect(recogniser.find(row)).toEqual([]);
  });

  it('has at least 200 rows of each kind', () => {
    expect(new Set(match.rows).size).toBeGreaterThanOrEqual(200);
    expect(new Set(leave.rows).size).toBeGreaterThanOrEqual(200);
  });
});

describe('look-alike, sound-alike pairs', () => {
  it.each(lookAlikes.rows)('%s is not %s', (ours = '', other = '') => {
    const [first, ...more] = recogniser.find(`The patient takes ${ours} 10 mg, not ${other} 10 mg.`);
    expect(first?.text).toBe(ours);
    expect(more.map(({ text }) => text)).not.toContain(ours);
    expect(more.map(({ drug }) => drug)).not.toContain(first?.drug);
  });
});
