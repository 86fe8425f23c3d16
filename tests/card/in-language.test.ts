// @vitest-environment happy-dom
/** Cards in other languages than English: all that is no sentence of the knowledge is in the reader's. */
import { describe, expect, it } from 'vitest';
import { buildModel } from '../../src/card/build-model.ts';
import { renderCard } from '../../src/card/view.ts';
import { renderGlance } from '../../src/card/view-glance.ts';
import { type Wording, whatItIs } from '../../src/card/words.ts';
import { openKnowledge } from '../../src/knowledge/access.ts';
import { bundledKnowledge } from '../../src/knowledge/bundled.ts';
import { inLanguage } from '../../src/knowledge/in-language.ts';
import { byDayOfIds } from '../sampling.ts';
import { englishLeftIn } from './english-left.ts';
import { messagesOf } from './words.ts';

function textsIn(element: Element): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return [node.textContent ?? ''];
    return node.nodeType !== 1 || (node as Element).getAttribute('lang') === 'en' ? [] : textsIn(node as Element);
  });
}

const LANGUAGES = ['de', 'fr', 'es'];

describe.each(LANGUAGES)('cards in %s', (language) => {
  const knowledge = openKnowledge(inLanguage(bundledKnowledge(), language));
  const messages = messagesOf(language);
  const wording: Wording = {
    language,
    words: (key, ...values) =>
      messages[key]!.message.replace(/\$(\d)/g, (_match, index: string) => String(values[Number(index) - 1] ?? '')),
  };
  const englishIn = englishLeftIn(language);

  it('say nothing in English but the facts, under every name', () => {
    // By day each medicine in one of the languages.
    const some = byDayOfIds(knowledge.entries(), LANGUAGES.length, LANGUAGES.indexOf(language));
    const left = some.flatMap(({ id, names }) => {
      const model = buildModel(knowledge, { drug: id })!;
      const card = renderCard(model, { wording, professional: true, version: '1' });
      // A name's note is what the heads of its cards differ in; the title is the page's own word.
      const heads = names.flatMap((form) => (form.note === undefined ? [] : whatItIs({ ...model, form }, wording)));
      const words = englishIn([...textsIn(card), ...textsIn(renderGlance(model, wording, [])), ...heads]);
      return words.length > 0 ? [`${id}: ${words.join(' ')}`] : [];
    });
    expect(left).toEqual([]);
  }, 180_000);

  it('say at the glance that its sentence is English', () => {
    const glance = renderGlance(buildModel(knowledge, { drug: 'warfarin' })!, wording, []);
    expect(glance.querySelector('.line .muted')!.textContent.trim()).toBe(messages.cardInEnglish!.message);
  });
});
