/**
 * Flags of a name make sense together, a brand has a source, and remarks stand in `note`; each list of cues.json is
 * read by a name or by the recogniser.
 */
import { walk } from '../../../knowledge/sentences.ts';
import { GRAMMAR_LISTS } from '../../../knowledge/surface-forms.ts';
import { rule } from './rule.ts';

export const nameFlags = rule('name-flags', ({ entries, cues }, found) => {
  for (const { file, data } of entries) {
    for (const [index, name] of data.names.entries()) {
      const add = (message: string, repair: string) =>
        found(file, `/names/${index}`, `"${name.form}" ${message}`, repair);
      const gate = name.gate ?? 'none';
      if (gate === 'context' && !name.cues?.length && !name.anticues?.length) {
        add('waits for a context that is not described', 'Add "cues" or "anticues", or another gate.');
      }
      if (gate !== 'context' && name.cues?.length) {
        add('has cues that nothing reads', 'Add "gate": "context", or remove the cues.');
      }
      if ((gate !== 'none' || name.case === 'exact') && !name.reason) {
        add('has a gate or a case rule without a reason', 'Say in "reason" what else the form means.');
      }
      if (name.kind === 'brand' && !name.sources) {
        add('is a brand without a source', 'Name the source that has it, or remove the brand.');
      }
      if (/\s\([^)]*\)$/.test(name.form)) add('carries a remark in brackets', 'Put the remark into "note".');
      if (name.sources && !name.status) add('has sources and no status', 'Add "status".');
    }
  }
  const used = new Set([...walk(entries)].map(({ node }) => node));
  for (const list of Object.keys(cues.data.lists)) {
    if (used.has(list) || READ_BY_THE_RECOGNISER.has(list)) continue;
    const repair = 'Remove it, or name it in the "cues" or "anticues" of a name.';
    found(cues.file, `/lists/${list}`, `no name reads the list "${list}"`, repair);
  }
});

const READ_BY_THE_RECOGNISER = new Set(Object.values(GRAMMAR_LISTS));
