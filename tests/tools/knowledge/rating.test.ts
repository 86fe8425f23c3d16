import { describe, expect, it } from 'vitest';
import type { Interaction, Position } from '../../../src/knowledge/types.ts';
import { ratingOf } from '../../../src/tools/knowledge/rating.ts';
import { interaction } from '../../knowledge/fixture.ts';

const says = (word: Position['says'], extra: Partial<Position> = {}): Position => ({
  by: 'US label',
  rating: 'as it stands',
  voice: 'official',
  ...(word ? { says: word } : {}),
  sources: ['label'],
  status: 'verified',
  ...extra,
});
const actionOf = (positions: Position[], extra: Partial<Interaction> = {}) =>
  ratingOf(interaction({ positions, ...extra }))?.action;

describe('the table of ratings', () => {
  it.each([
    ['contains', 'contains-memantine', 'contains-memantine', 'contains-memantine'],
    ['rule-out', 'avoid', 'caution', 'caution'],
    ['avoid', 'avoid', 'caution', 'caution'],
    ['danger', 'caution', 'monitor', 'monitor'],
    ['caution', 'caution', 'monitor', 'monitor'],
    ['adjust', 'monitor', 'monitor', 'monitor'],
    ['monitor', 'monitor', 'monitor', 'monitor'],
    ['effect', 'monitor', 'monitor', 'theoretical'],
    ['possible', 'theoretical', 'theoretical', 'theoretical'],
    ['no-effect', 'none-found', 'none-found', 'none-found'],
  ] as const)('gives for %s: %s, local %s, reference %s', (word, official, local, reference) => {
    expect(actionOf([says(word)])).toBe(official);
    expect(actionOf([says(word, { voice: 'local' })])).toBe(local);
    expect(actionOf([says(word, { voice: 'reference' })])).toBe(reference);
  });

  it('lets the strictest wording decide, and names who gave it', () => {
    const rated = ratingOf(
      interaction({ positions: [says('caution'), says('avoid', { by: 'EU product information' })] }),
    );
    expect(rated).toMatchObject({ action: 'avoid', by: [{ by: 'EU product information' }] });
  });

  it('lets a study of the pair outweigh class wording and reference works, not a label that names the pair', () => {
    const study = says('no-effect', { voice: 'study' });
    expect(actionOf([study, says('caution', { reach: 'class' })])).toBe('none-found');
    expect(actionOf([study, says('avoid', { voice: 'reference' })])).toBe('none-found');
    expect(actionOf([study, says('caution')])).toBe('caution');
  });

  it('takes one step off a class wording for a reason, and all but theory off what is little absorbed', () => {
    const positions = [says('caution', { reach: 'class' })];
    expect(actionOf(positions, { lowered: { for: 'one-of-several-actions', why: 'an example' } })).toBe('monitor');
    expect(actionOf(positions, { lowered: { for: 'little-absorbed', why: 'an example' } })).toBe('theoretical');
    const possible = [says('possible', { reach: 'class' })];
    expect(actionOf(possible, { lowered: { for: 'only-severe', why: 'an example' } })).toBe('theoretical');
  });

  it('goes by the evidence where nobody says anything', () => {
    const silent = [says('silent'), says('no-signal', { voice: 'study' })];
    expect(actionOf(silent, { documentation: 'case-reports' })).toBe('monitor');
    expect(actionOf(silent, { documentation: 'theoretical' })).toBe('theoretical');
    expect(actionOf([], { documentation: 'clinical-study' })).toBe('monitor');
  });

  it('is not made while a position says nothing', () => {
    expect(ratingOf(interaction({ positions: [says(undefined)] }))).toBeUndefined();
  });
});
