/** The text with which a reader tells us of a mistake. The reader sees it, changes it, and sends it by hand. */
import type { CardModel } from './model.ts';
import type { Wording } from './words.ts';

/**
 * Names the entry and the versions alone: nothing of the page, and not the name as the page wrote it.
 *
 * @param wrong the report is of a wrong match: it says which name of ours it was.
 */
export function reportText(
  { entry, form }: CardModel,
  version: string,
  { words, language }: Wording,
  wrong = false,
): string {
  return [
    wrong ? words('cardReportWrong', form?.form ?? entry.name, entry.name) : words('cardReportTitle', entry.name),
    `id: ${entry.id}`,
    `reviewed: ${entry.reviewedOn}`,
    ...(entry.origin === undefined ? [] : [`pack: ${entry.origin}`]),
    `version: ${version}`,
    `language: ${language}`,
    '',
    words('cardReportWhat'),
    '',
    words('cardReportSource'),
    '',
  ].join('\n');
}
