/** Names in the reader's language: every condition and group has one, in each language of the interface. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import { whatOf } from '../../src/knowledge/what-it-is.ts';

const knowledge = bundledKnowledge();
const ROWS = readFileSync(join(import.meta.dirname, '../../knowledge/vocabulary/names.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split('\t'));

describe.each(['de', 'fr', 'es'])('names in %s', (language) => {
  const translated = inLanguage(knowledge, language);
  const opened = openKnowledge(translated);
  const column = ROWS[0]!.indexOf(language);
  const listed = (of: string, id: string) => ROWS.find((row) => row[0] === of && row[1] === id)?.[column];

  it.each(knowledge.indications.map(({ id }) => id))('have the condition %s', (id) => {
    expect(listed('use', id)).toBeTruthy();
    expect(translated.indications.find((one) => one.id === id)?.name).toBe(listed('use', id));
  });

  it('say of every entry what it is', () => {
    expect(opened.entries().flatMap(({ id, what }) => (what ? [] : [id]))).toEqual([]);
    expect(opened.entry('warfarin')!.what).toBe(listed('what', 'a blood thinner (vitamin K antagonist) against clots'));
  });

  it.each(knowledge.entries.filter(({ kind }) => kind !== 'drug').map(({ id }) => id))('have the group %s', (id) => {
    expect(listed('entry', id)).toBeTruthy();
    expect(opened.entry(id)?.name).toBe(listed('entry', id));
  });
});

const interactions = [
  ...knowledge.entries.flatMap(({ withMemantine }) => withMemantine ?? []),
  ...knowledge.pairs.map(({ interaction }) => interaction),
];
const evidence = [
  ...knowledge.indications.flatMap(({ memantine }) => memantine?.evidence ?? []),
  ...knowledge.entries.flatMap(({ uses = [] }) => uses.flatMap((use) => use.evidence ?? [])),
];
/** What a row of the table may speak of, by its kind. */
const there = {
  entry: new Set(knowledge.entries.map(({ id }) => id)),
  use: new Set(knowledge.indications.map(({ id }) => id)),
  studies: new Set(evidence.map(({ studies }) => studies)),
  note: new Set(knowledge.entries.flatMap(({ names }) => names.flatMap(({ note }) => note ?? []))),
  what: new Set(knowledge.entries.map(({ drugClass, name }) => whatOf(drugClass.text, name))),
  who: new Set(interactions.flatMap(({ actionBy, positions }) => [actionBy, ...positions.map(({ by }) => by)])),
};

describe('names', () => {
  it('come from the table, and else from the forms of the entry', () => {
    expect(openKnowledge(inLanguage(knowledge, 'de')).entry('memantine')?.name).toBe('Memantin');
    expect(openKnowledge(inLanguage(knowledge, 'fr')).entry('memantine')?.name).toBe('mémantine');
    expect(openKnowledge(inLanguage(knowledge, 'es')).entry('topiramate')?.name).toBe('topiramato');
    // Germans write nouns with a capital.
    expect(openKnowledge(inLanguage(knowledge, 'de')).entry('warfarin')?.name).toBe('Warfarin');
  });

  it('stay as they are in English', () => {
    expect(inLanguage(knowledge, 'en')).toBe(knowledge);
  });

  it('keep the English one for the sentences', () => {
    expect(openKnowledge(inLanguage(knowledge, 'de-AT')).entry('memantine')?.englishName).toBe('memantine');
  });

  it.each(ROWS.slice(1))('of the table name %s %s, which is there', (...row) => {
    expect(row).toHaveLength(ROWS[0]!.length);
    expect(row.every((cell) => cell !== '')).toBe(true);
    const [of = '', id] = row;
    expect([...there[of as keyof typeof there]]).toContain(id);
  });

  it.each(['studies', 'note', 'what'] as const)('of the table are all the phrases that there are: %s', (of) => {
    const listed = new Set(ROWS.filter(([what]) => what === of).map(([, phrase]) => phrase));
    expect([...there[of]].filter((phrase) => !listed.has(phrase))).toEqual([]);
  });
});
