import { walk } from '../../../knowledge/sentences.ts';
import { GRAMMAR_LISTS } from '../../../knowledge/surface-forms.ts';
import type { Finding, Rule } from './rule.ts';

/** Flags of a name make sense together, a brand has a source, and remarks stand in `note`. */
export const nameFlags: Rule = {
  name: 'name-flags',
  check({ entries, cues }) {
    const findings: Finding[] = [];
    for (const { file, data } of entries) {
      for (const [index, name] of data.names.entries()) {
        const found = (message: string, repair: string) =>
          findings.push({ file, place: `/names/${index}`, message: `"${name.form}" ${message}`, repair });
        const gate = name.gate ?? 'none';
        if (gate === 'context' && !name.cues?.length && !name.anticues?.length) {
          found('waits for a context that is not described', 'Add "cues" or "anticues", or another gate.');
        }
        if (gate !== 'context' && name.cues?.length) {
          found('has cues that nothing reads', 'Add "gate": "context", or remove the cues.');
        }
        if ((gate !== 'none' || name.case === 'exact') && !name.reason) {
          found('has a gate or a case rule without a reason', 'Say in "reason" what else the form means.');
        }
        if (name.kind === 'brand' && !name.sources) {
          found('is a brand without a source', 'Name the source that has it, or remove the brand.');
        }
        if (/\s\([^)]*\)$/.test(name.form)) {
          found('carries a remark in brackets', 'Put the remark into "note".');
        }
        if (name.sources && !name.status) found('has sources and no status', 'Add "status".');
      }
    }
    const used = new Set([...walk(entries)].map(({ node }) => node));
    for (const list of Object.keys(cues.data.lists)) {
      if (used.has(list) || READ_BY_THE_RECOGNISER.has(list)) continue;
      findings.push({
        file: cues.file,
        place: `/lists/${list}`,
        message: `no name reads the list "${list}"`,
        repair: 'Remove it, or name it in the "cues" or "anticues" of a name.',
      });
    }
    return findings;
  },
};

const READ_BY_THE_RECOGNISER = new Set(Object.values(GRAMMAR_LISTS));
