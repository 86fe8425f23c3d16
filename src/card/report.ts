/** The text with which a reader tells us of a mistake. The reader sees it, changes it, and sends it by hand. */
import type { CardModel } from './model.ts';
import type { Wording } from './words.ts';

/** Names the entry and the versions alone: nothing of the page, and not the name as the page wrote it. */
export function reportText({ entry }: CardModel, version: string, { words, language }: Wording): string {
  return [
    words('cardReportTitle', entry.name),
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
