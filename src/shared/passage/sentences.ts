/** Where the sentences of a text begin and end. */

let segmenter: Intl.Segmenter | undefined;

/** Sentences of a text. Any language's rules serve: sentence ends are the same in all of them, but for abbreviations. */
export function sentencesOf(text: string): { readonly from: number; readonly to: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: { from: number; to: number }[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const before = sentences.at(-1);
    // "max. 6 weeks": a full stop before a small letter or a number ends an abbreviation.
    const goesOn = before && /^[\p{Ll}\d)]/u.test(segment) && /\p{L}\. *$/u.test(text.slice(before.from, before.to));
    if (goesOn) before.to = index + segment.length;
    else sentences.push({ from: index, to: index + segment.length });
  }
  return sentences;
}
