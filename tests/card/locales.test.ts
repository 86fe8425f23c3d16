/** The card's words: every key that the code asks for is there, described, and translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/ui/keys.ts';
import { messagesOf } from './words.ts';

const ROOT = join(import.meta.dirname, '../..');
const english = messagesOf('en');
const cardKeys = (messages: object) => Object.keys(messages).filter((key) => key.startsWith('card'));

function schema(name: string): {
  $defs: Record<string, { enum?: string[]; properties?: Record<string, { enum?: string[] }> }>;
} {
  return JSON.parse(readFileSync(join(ROOT, `knowledge/schema/${name}.schema.json`), 'utf8'));
}

describe("the card's words", () => {
  it('cover every key that the code names', () => {
    const code = readdirSync(join(ROOT, 'src/card'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(ROOT, 'src/card', file), 'utf8'))
      .join('\n');
    const prefixes = new Set([...code.matchAll(/keyOf\('(card\w+)'/g)].map((match) => match[1]));
    const named = [...code.matchAll(/'(card[A-Z]\w+)'/g)].map((match) => match[1]!).filter((key) => !prefixes.has(key));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('cover every value that the knowledge may hold', () => {
    const { $defs } = schema('common');
    const { $defs: source } = schema('sources');
    const interaction = $defs.interaction!.properties!;
    const evidence = $defs.evidence!.properties!;
    const values: readonly [string, readonly string[]][] = [
      ['cardAction', $defs.action!.enum!],
      ['cardVerdict', [...$defs.action!.enum!, 'nothing']],
      ['cardStatus', $defs.useStatus!.enum!],
      ['cardDocumentation', interaction.documentation!.enum!],
      ['cardInteraction', interaction.kind!.enum!],
      ['cardDirectionOf', interaction.direction!.enum!],
      ['cardDirection', evidence.direction!.enum!],
      ['cardQuality', evidence.quality!.enum!.filter((quality) => quality !== 'unrated')],
      [
        'cardName',
        $defs.name!.properties!.kind!.enum!.filter((kind) => !['class', 'condition', 'combination'].includes(kind)),
      ],
      ['cardRead', source.reading!.properties!.in!.enum!],
      ['cardExtent', ['abstract', 'excerpt']],
      ['cardSource', source.sourceType!.enum!],
      ['cardKind', ['drug', 'combination', 'class', 'condition']],
    ];
    const missing = values.flatMap(([prefix, list]) => list.map((value) => keyOf(prefix, value)));
    expect(missing.filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('are described for translators', () => {
    expect(cardKeys(english).filter((key) => !english[key]!.description)).toEqual([]);
  });

  it.each(['de', 'es', 'fr'])('are complete in %s, with the same values in them', (language) => {
    const messages = messagesOf(language);
    expect(cardKeys(messages).sort()).toEqual(cardKeys(english).sort());
    const marks = (text: string) => [...text.matchAll(/\$\d/g)].map(String).sort();
    for (const key of cardKeys(english))
      expect([key, marks(messages[key]!.message)]).toEqual([key, marks(english[key]!.message)]);
  });

  it.each([
    ['en', ['avoid', 'caution', 'watch closely', 'possible concern', 'no interaction found']],
    ['de', ['vermeiden', 'vorsicht', 'gut beobachten', 'vielleicht ein problem', 'keine wechselwirkung']],
    ['fr', ['à éviter', 'prudence', 'à surveiller', 'problème possible', 'aucune interaction trouvée']],
    ['es', ['evitar', 'precaución', 'vigilar', 'posible problema', 'ninguna interacción hallada']],
  ])('say each verdict in the same words in card, marks, lists and settings, in %s', (language, verdicts) => {
    const messages = messagesOf(language);
    const said = (key: string): string => messages[key]!.message.toLowerCase();
    const [avoid, caution, watch, concern, none] = verdicts as [string, string, string, string, string];
    const places: readonly [string, readonly string[]][] = [
      [avoid, ['cardActionAvoid', 'cardVerdictAvoid', 'legendAvoid', 'legendWatchedAvoid']],
      [caution, ['cardActionCaution', 'cardVerdictCaution', 'legendCaution', 'legendWatchedCaution']],
      [caution, ['optionsFloorCaution', 'popupToCautionOther']],
      [watch, ['cardActionMonitor', 'cardVerdictMonitor', 'legendWatch', 'optionsFloorMonitor', 'cardLessSevere']],
      [concern, ['cardActionTheoretical', 'cardVerdictTheoretical', 'legendWatch', 'optionsFloorTheoretical']],
      [concern, ['cardLessSevere']],
      [none, ['cardActionNoneFound', 'cardVerdictNoneFound', 'legendOther']],
    ];
    const other = places.flatMap(([words, keys]) => keys.filter((key) => !said(key).includes(words)));
    expect(other).toEqual([]);
  });
});
