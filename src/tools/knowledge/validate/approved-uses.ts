/**
 * Every drug has its list of approved uses, for the US and the EU at least; a list that claims to be closed was read;
 * what it names exists.
 */
import type { ApprovedUses } from '../../../knowledge/types.ts';
import { rule } from './rule.ts';

type Region = ApprovedUses['regions'][number];
type Use = Region['approved'][number];
type Add = (place: string, message: string, repair: string) => void;

/** Regions that every medicine answers for. */
const REQUIRED = ['US', 'EU'];

export const approvedUses = rule('approved-uses', ({ entries, approvedUses: files, indications }, found) => {
  const drugs = new Set(entries.filter(({ file }) => file.startsWith('drugs/')).map(({ data }) => data.id));
  const listed = new Set(files.map(({ data }) => data.drug));
  const known = new Set(indications.data.indications.map(({ id }) => id));
  for (const id of drugs) {
    if (listed.has(id)) continue;
    const repair = 'Write it: what is approved in the US and the EU, with "complete": false where nobody looked.';
    found(`approved-uses/${id}.json`, '', 'is not there', repair);
  }
  for (const { file, data } of files) {
    const add: Add = (place, message, repair) => found(file, place, message, repair);
    const { drug, regions } = data;
    if (!drugs.has(drug) || file !== `approved-uses/${drug}.json`) {
      add('/drug', `"${drug}" is no drug, or not the file's name`, 'Name a file of drugs/, and this file after it.');
    }
    const named = regions.map(({ region }) => region);
    for (const region of REQUIRED) {
      if (!named.includes(region)) add('/regions', `says nothing of ${region}`, 'Add the region.');
    }
    for (const [at, one] of regions.entries()) {
      const { region, complete, sources: read, status, approved } = one;
      const place = `/regions/${at}`;
      if (named.indexOf(region) !== at) add(`${place}/region`, `${region} is there twice`, 'Join the two.');
      if (complete && [status, ...approved.map((use) => use.status ?? status)].includes('unverified')) {
        add(`${place}/complete`, 'is closed, and something in it was not read', 'Read it, or write "complete": false.');
      }
      if (!read && (complete || approved.some(({ sources }) => !sources))) {
        add(place, 'says something by no source', 'Name the source that was read.');
      }
      for (const [index, use] of approved.entries()) checkUse(use, one, `${place}/approved/${index}`, known, add);
    }
  }
});

/** @param place of the use */
function checkUse(use: Use, { status }: Region, place: string, known: ReadonlySet<string>, add: Add): void {
  if (use.status === 'verified' && !use.sources && status !== 'verified') {
    add(`${place}/status`, 'is verified by no source of its own', 'Name the source that was read.');
  }
  const { from = 0, to = 120 } = use.limits?.ages ?? {};
  if (from > to) add(`${place}/limits/ages`, 'ends before it begins', 'Correct the ages.');
  for (const [index, { indication, covers, except }] of use.conditions.entries()) {
    const here = `${place}/conditions/${index}`;
    if (indication !== undefined && !known.has(indication)) {
      add(`${here}/indication`, `there is no indication "${indication}"`, 'Correct the id, or leave it out.');
    }
    if (except && covers !== 'subtypes') {
      add(`${here}/except`, 'excepts from what covers no subtypes', 'Remove it, or write "covers": "subtypes".');
    }
  }
}
